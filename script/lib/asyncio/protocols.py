"""What a transport calls. Every method does nothing until it is overridden."""

__all__ = ("BaseProtocol", "Protocol", "DatagramProtocol",
           "SubprocessProtocol", "BufferedProtocol")


class BaseProtocol:
    """What all protocols are told."""

    __slots__ = ()

    def connection_made(self, transport):
        """It begins."""

    def connection_lost(self, exc):
        """It is over, by exc if that is not None."""

    def pause_writing(self):
        """Much waits to be sent."""

    def resume_writing(self):
        """Little waits now."""


class Protocol(BaseProtocol):
    """For a stream of bytes."""

    __slots__ = ()

    def data_received(self, data):
        """Bytes have come."""

    def eof_received(self):
        """No more will come. A true result keeps the transport open."""


class BufferedProtocol(BaseProtocol):
    """For a stream of bytes that are put where the protocol says."""

    __slots__ = ()

    def get_buffer(self, sizehint):
        """Where bytes are to go."""

    def buffer_updated(self, nbytes):
        """So many bytes are there."""

    def eof_received(self):
        """No more will come. A true result keeps the transport open."""


class DatagramProtocol(BaseProtocol):
    """For packets."""

    __slots__ = ()

    def datagram_received(self, data, addr):
        """A packet has come."""

    def error_received(self, exc):
        """Sending or receiving failed."""


class SubprocessProtocol(BaseProtocol):
    """For a process that was started."""

    __slots__ = ()

    def pipe_data_received(self, fd, data):
        """It has written bytes."""

    def pipe_connection_lost(self, fd, exc):
        """One of its pipes is closed."""

    def process_exited(self):
        """It has ended."""
