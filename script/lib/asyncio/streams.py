"""Streams over sockets, which this interpreter does not have."""

__all__ = ("StreamReader", "StreamWriter", "open_connection", "start_server",
           "open_unix_connection", "start_unix_server")


def _refuse():
    raise NotImplementedError("sockets are not supported here")


class StreamReader:
    """The reading end of a stream."""

    def __init__(self, *args, **kwargs):
        _refuse()


class StreamWriter:
    """The writing end of a stream."""

    def __init__(self, *args, **kwargs):
        _refuse()


async def open_connection(*args, **kwargs):
    """Connect to a server: not supported."""
    _refuse()


async def start_server(*args, **kwargs):
    """Serve connections: not supported."""
    _refuse()


async def open_unix_connection(*args, **kwargs):
    """Connect to a server by a file: not supported."""
    _refuse()


async def start_unix_server(*args, **kwargs):
    """Serve connections by a file: not supported."""
    _refuse()
