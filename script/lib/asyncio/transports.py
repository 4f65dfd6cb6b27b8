"""What every transport offers; those that do something are made from these."""

__all__ = ("BaseTransport", "ReadTransport", "WriteTransport", "Transport",
           "DatagramTransport", "SubprocessTransport")


class BaseTransport:
    """One end of a connection."""

    __slots__ = ("_extra",)

    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        """Something more that is known of it."""
        return self._extra.get(name, default)

    def is_closing(self):
        """Whether it is closed, or about to be."""
        raise NotImplementedError

    def close(self):
        """Close it once everything is written."""
        raise NotImplementedError

    def set_protocol(self, protocol):
        """Have another protocol from now on."""
        raise NotImplementedError

    def get_protocol(self):
        """The protocol it has now."""
        raise NotImplementedError


class ReadTransport(BaseTransport):
    """An end that data comes from."""

    __slots__ = ()

    def is_reading(self):
        """Whether data is taken."""
        raise NotImplementedError

    def pause_reading(self):
        """Take no data until reading is resumed."""
        raise NotImplementedError

    def resume_reading(self):
        """Take data again."""
        raise NotImplementedError


class WriteTransport(BaseTransport):
    """An end that data goes to."""

    __slots__ = ()

    def set_write_buffer_limits(self, high=None, low=None):
        """Say how much may wait before the protocol is told to pause, and to go on."""
        raise NotImplementedError

    def get_write_buffer_size(self):
        """How many bytes wait."""
        raise NotImplementedError

    def get_write_buffer_limits(self):
        """The limits, as (low, high)."""
        raise NotImplementedError

    def write(self, data):
        """Send bytes, now or later."""
        raise NotImplementedError

    def writelines(self, list_of_data):
        """Send several pieces in one."""
        self.write(b"".join(list_of_data))

    def write_eof(self):
        """Send no more after what waits."""
        raise NotImplementedError

    def can_write_eof(self):
        """Whether write_eof works here."""
        raise NotImplementedError

    def abort(self):
        """Close it at once; what waits is lost."""
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    """An end for both directions."""

    __slots__ = ()


class DatagramTransport(BaseTransport):
    """An end for packets."""

    __slots__ = ()

    def sendto(self, data, addr=None):
        """Send one packet."""
        raise NotImplementedError

    def abort(self):
        """Close it at once."""
        raise NotImplementedError


class SubprocessTransport(BaseTransport):
    """A process that was started, and its pipes."""

    __slots__ = ()

    def get_pid(self):
        """The number of the process."""
        raise NotImplementedError

    def get_returncode(self):
        """How it ended, or None."""
        raise NotImplementedError

    def get_pipe_transport(self, fd):
        """The transport of one of its pipes."""
        raise NotImplementedError

    def send_signal(self, signal):
        """Send it a signal."""
        raise NotImplementedError

    def terminate(self):
        """Ask it to end."""
        raise NotImplementedError

    def kill(self):
        """End it."""
        raise NotImplementedError


def _water_marks(high, low):
    """What a buffer's limits are when some are left out."""
    if high is None:
        high = 64 * 1024 if low is None else 4 * low
    if low is None:
        low = high // 4
    if not high >= low >= 0:
        raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
    return high, low


class _FlowControlMixin(Transport):
    """Tells the protocol when more waits to be written than is good, and when no more does."""

    __slots__ = ("_loop", "_protocol_paused", "_high_water", "_low_water")

    def __init__(self, extra=None, loop=None):
        super().__init__(extra)
        assert loop is not None
        self._loop = loop
        self._protocol_paused = False
        self._set_write_buffer_limits()

    def _tell_protocol(self, name):
        try:
            getattr(self._protocol, name)()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            self._loop.call_exception_handler({
                "message": f"protocol.{name}() failed", "exception": e,
                "transport": self, "protocol": self._protocol})

    def _maybe_pause_protocol(self):
        if not self._protocol_paused and self.get_write_buffer_size() > self._high_water:
            self._protocol_paused = True
            self._tell_protocol("pause_writing")

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low_water:
            self._protocol_paused = False
            self._tell_protocol("resume_writing")

    def get_write_buffer_limits(self):
        return self._low_water, self._high_water

    def _set_write_buffer_limits(self, high=None, low=None):
        self._high_water, self._low_water = _water_marks(high, low)

    def set_write_buffer_limits(self, high=None, low=None):
        self._set_write_buffer_limits(high, low)
        self._maybe_pause_protocol()
