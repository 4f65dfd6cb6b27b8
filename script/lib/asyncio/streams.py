"""Streams: a reader that is fed, a writer over a transport. There are no sockets."""

import asyncio as _asyncio
from asyncio.exceptions import IncompleteReadError, LimitOverrunError
from asyncio.protocols import Protocol

__all__ = ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection",
           "start_server", "open_unix_connection", "start_unix_server")

_DEFAULT_LIMIT = 2 ** 16


def _current_loop(loop):
    return _asyncio.get_event_loop() if loop is None else loop


class StreamReader:
    """The reading end of a stream: what was fed and not yet read."""

    def __init__(self, limit=_DEFAULT_LIMIT, loop=None):
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._limit = limit
        self._loop = _current_loop(loop)
        self._buffer = bytearray()
        self._eof = False
        self._waiter = None
        self._exception = None
        self._transport = None
        self._paused = False

    def __repr__(self):
        parts = ["StreamReader"]
        if self._buffer:
            parts.append(f"{len(self._buffer)} bytes")
        if self._eof:
            parts.append("eof")
        if self._limit != _DEFAULT_LIMIT:
            parts.append(f"limit={self._limit}")
        if self._waiter:
            parts.append(f"waiter={self._waiter!r}")
        if self._exception:
            parts.append(f"exception={self._exception!r}")
        if self._transport:
            parts.append(f"transport={self._transport!r}")
        if self._paused:
            parts.append("paused")
        return f"<{' '.join(parts)}>"

    def exception(self):
        """The error the stream ended with, None for none."""
        return self._exception

    def set_exception(self, exc):
        """End the stream with an error."""
        self._exception = exc
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_exception(exc)

    def _wake(self):
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.cancelled():
            waiter.set_result(None)

    def set_transport(self, transport):
        """Say where the data comes from, to hold it up when there is too much."""
        assert self._transport is None, "Transport already set"
        self._transport = transport

    def _resume(self):
        if self._paused and len(self._buffer) <= self._limit:
            self._paused = False
            self._transport.resume_reading()

    def feed_eof(self):
        """There will be no more data."""
        self._eof = True
        self._wake()

    def at_eof(self):
        """Tell whether all was read and no more will come."""
        return self._eof and not self._buffer

    def feed_data(self, data):
        """Add data to what can be read."""
        assert not self._eof, "feed_data after feed_eof"
        if not data:
            return
        self._buffer.extend(data)
        self._wake()
        if self._transport is None or self._paused or len(self._buffer) <= 2 * self._limit:
            return
        try:
            self._transport.pause_reading()
        except NotImplementedError:
            self._transport = None  # one that cannot be held up
        else:
            self._paused = True

    async def _more(self, caller):
        if self._waiter is not None:
            raise RuntimeError(f"{caller}() called while another coroutine is "
                               "already waiting for incoming data")
        assert not self._eof, "_wait_for_data after EOF"
        if self._paused:
            self._paused = False
            self._transport.resume_reading()
        self._waiter = self._loop.create_future()
        try:
            await self._waiter
        finally:
            self._waiter = None

    def _take(self, n):
        data = bytes(self._buffer[:n])
        del self._buffer[:n]
        self._resume()
        return data

    async def readline(self):
        """Read up to the next newline, or what is left."""
        try:
            return await self.readuntil(b"\n")
        except IncompleteReadError as e:
            return e.partial
        except LimitOverrunError as e:
            if self._buffer.startswith(b"\n", e.consumed):
                del self._buffer[:e.consumed + 1]
            else:
                self._buffer.clear()
            self._resume()
            raise ValueError(e.args[0])

    async def readuntil(self, separator=b"\n"):
        """Read up to a separator, which is part of the result; a tuple gives several."""
        choices = sorted(separator, key=len) if isinstance(separator, tuple) else [separator]
        if not choices:
            raise ValueError("Separator should contain at least one element")
        if not len(choices[0]):
            raise ValueError("Separator should be at least one-byte string")
        if self._exception is not None:
            raise self._exception
        searched = 0
        while True:
            best = None
            for choice in choices:
                at = self._buffer.find(choice, searched)
                if at >= 0 and (best is None or at + len(choice) < best[1]):
                    best = at, at + len(choice)
            if best is not None:
                break
            searched = max(0, len(self._buffer) + 1 - len(choices[-1]))
            if searched > self._limit:
                raise LimitOverrunError("Separator is not found, and chunk exceed the limit", searched)
            if self._eof:
                rest = bytes(self._buffer)
                self._buffer.clear()
                raise IncompleteReadError(rest, None)
            await self._more("readuntil")
        start, end = best
        if start > self._limit:
            raise LimitOverrunError("Separator is found, but chunk is longer than limit", start)
        return self._take(end)

    async def read(self, n=-1):
        """Read up to n bytes, all up to the end for a negative n."""
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        if n < 0:
            parts = []
            while part := await self.read(self._limit):
                parts.append(part)
            return b"".join(parts)
        if not self._buffer and not self._eof:
            await self._more("read")
        return self._take(n)

    async def readexactly(self, n):
        """Read n bytes, no fewer."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        while len(self._buffer) < n:
            if self._eof:
                rest = bytes(self._buffer)
                self._buffer.clear()
                raise IncompleteReadError(rest, n)
            await self._more("readexactly")
        return self._take(n)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line == b"":
            raise StopAsyncIteration
        return line


class FlowControlMixin(Protocol):
    """A protocol whose writers wait while the transport has too much to send."""

    def __init__(self, loop=None):
        self._loop = _current_loop(loop)
        self._held = False
        self._lost = False
        self._drainers = []

    def pause_writing(self):
        self._held = True

    def resume_writing(self):
        self._held = False
        self._release(None)

    def _release(self, exc):
        waiters, self._drainers = self._drainers, []
        for waiter in waiters:
            if not waiter.done():
                if exc is None:
                    waiter.set_result(None)
                else:
                    waiter.set_exception(exc)

    def connection_lost(self, exc):
        self._lost = True
        if self._held:
            self._release(exc)

    async def _drain_helper(self):
        if self._lost:
            raise ConnectionResetError("Connection lost")
        if self._held:
            waiter = self._loop.create_future()
            self._drainers.append(waiter)
            await waiter


class StreamReaderProtocol(FlowControlMixin):
    """What feeds a reader from a transport."""

    def __init__(self, stream_reader, client_connected_cb=None, loop=None):
        super().__init__(loop)
        self._reader = stream_reader
        self._connected = client_connected_cb
        self._task = None
        self._closed = self._loop.create_future()

    def connection_made(self, transport):
        self._reader.set_transport(transport)
        if self._connected is None:
            return
        writer = StreamWriter(transport, self, self._reader, self._loop)
        result = self._connected(self._reader, writer)
        if _asyncio.iscoroutine(result):
            self._task = self._loop.create_task(result)

    def connection_lost(self, exc):
        if exc is None:
            self._reader.feed_eof()
        else:
            self._reader.set_exception(exc)
        if not self._closed.done():
            if exc is None:
                self._closed.set_result(None)
            else:
                self._closed.set_exception(exc)
                self._closed.exception()
        super().connection_lost(exc)

    def data_received(self, data):
        self._reader.feed_data(data)

    def eof_received(self):
        self._reader.feed_eof()
        return True

    def _get_close_waiter(self, writer):
        return self._closed


class StreamWriter:
    """The writing end of a stream, over a transport."""

    def __init__(self, transport, protocol, reader, loop):
        self._transport = transport
        self._protocol = protocol
        self._reader = reader
        self._loop = loop

    def __repr__(self):
        reader = "" if self._reader is None else f" reader={self._reader!r}"
        return f"<StreamWriter transport={self._transport!r}{reader}>"

    @property
    def transport(self):
        """The transport below."""
        return self._transport

    def write(self, data):
        """Send data, when that is possible."""
        self._transport.write(data)

    def writelines(self, data):
        """Send all of several data."""
        self._transport.writelines(data)

    def write_eof(self):
        """Tell the other side that no more will come."""
        return self._transport.write_eof()

    def can_write_eof(self):
        """Tell whether write_eof is possible."""
        return self._transport.can_write_eof()

    def close(self):
        """Close the stream when all was sent."""
        return self._transport.close()

    def is_closing(self):
        """Tell whether it is closed or about to be."""
        return self._transport.is_closing()

    async def wait_closed(self):
        """Wait until it is closed."""
        await self._protocol._get_close_waiter(self)

    def get_extra_info(self, name, default=None):
        """What the transport tells of itself."""
        return self._transport.get_extra_info(name, default)

    async def drain(self):
        """Wait until it is sensible to write again."""
        if self._reader is not None and self._reader.exception() is not None:
            raise self._reader.exception()
        if self._transport.is_closing():
            await _asyncio.sleep(0)
        await self._protocol._drain_helper()


def _refuse():
    raise NotImplementedError("sockets are not supported here")


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
