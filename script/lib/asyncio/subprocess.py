"""Child processes."""

import asyncio as _asyncio
import subprocess as _subprocess
import _asyncio_sync as _sync
from asyncio._loop_argument import check as _check_loop
from asyncio.protocols import SubprocessProtocol
from asyncio.streams import StreamReader, StreamWriter, _DEFAULT_LIMIT, FlowControlMixin

PIPE = _subprocess.PIPE
STDOUT = _subprocess.STDOUT
DEVNULL = _subprocess.DEVNULL

__all__ = ("create_subprocess_exec", "create_subprocess_shell")


class SubprocessStreamProtocol(FlowControlMixin, SubprocessProtocol):
    """Feeds the streams of a child."""

    def __init__(self, limit, loop):
        super().__init__(loop)
        self._limit = limit
        self.stdin = self.stdout = self.stderr = None
        self._stdin_closed = self._loop.create_future()

    def connection_made(self, transport):
        for fd, name in (1, "stdout"), (2, "stderr"):
            pipe = transport.get_pipe_transport(fd)
            if pipe is not None:
                reader = StreamReader(self._limit, self._loop)
                reader.set_transport(pipe)
                setattr(self, name, reader)
        pipe = transport.get_pipe_transport(0)
        if pipe is not None:
            self.stdin = StreamWriter(pipe, self, None, self._loop)

    def _reader(self, fd):
        return self.stdout if fd == 1 else self.stderr

    def pipe_data_received(self, fd, data):
        self._reader(fd).feed_data(data)

    def pipe_connection_lost(self, fd, exc):
        if fd == 0:
            self.connection_lost(exc)
            if not self._stdin_closed.done():
                self._stdin_closed.set_result(None)
            return
        if exc is None:
            self._reader(fd).feed_eof()
        else:
            self._reader(fd).set_exception(exc)

    def process_exited(self):
        """Process.wait hears of it from the transport."""

    def _get_close_waiter(self, writer):
        return self._stdin_closed


class Process:
    """A child process."""

    def __init__(self, transport, protocol, loop):
        self._transport = transport
        self._protocol = protocol
        self._loop = loop
        self.stdin = protocol.stdin
        self.stdout = protocol.stdout
        self.stderr = protocol.stderr
        self.pid = transport.get_pid()

    def __repr__(self):
        return f"<{type(self).__name__} {self.pid}>"

    @property
    def returncode(self):
        """How it ended, None while it runs."""
        return self._transport.get_returncode()

    async def wait(self):
        """Wait until it ends, and give how."""
        return await self._transport._outcome()

    def send_signal(self, signal):
        """Send it a signal."""
        self._transport.send_signal(signal)

    def terminate(self):
        """Ask it to end."""
        self._transport.terminate()

    def kill(self):
        """End it."""
        self._transport.kill()

    async def _feed(self, data):
        if data is not None:
            self.stdin.write(data)
        try:
            if data is not None:
                await self.stdin.drain()
        except (BrokenPipeError, ConnectionResetError):
            pass
        self.stdin.close()

    async def _collect(self, stream):
        return None if stream is None else await stream.read()

    async def communicate(self, input=None):
        """Send input, read what it prints, and wait for its end."""
        feed = self._feed(input) if self.stdin is not None else _asyncio.sleep(0)
        _, out, err = await _asyncio.gather(feed, self._collect(self.stdout), self._collect(self.stderr))
        await self.wait()
        return out, err


async def _create(loop, start, limit):
    transport, protocol = await start(lambda: SubprocessStreamProtocol(limit, loop))
    return Process(transport, protocol, loop)


async def create_subprocess_shell(cmd, stdin=None, stdout=None, stderr=None,
                                  limit=_DEFAULT_LIMIT, **kwds):
    """Run a shell command."""
    if _sync.LOOP_ARGUMENT == "warns":
        loop = _check_loop(kwds.pop("loop", None), "create_subprocess_shell")
    else:
        loop = _asyncio.get_running_loop()
    return await _create(loop, lambda made: loop.subprocess_shell(
        made, cmd, stdin=stdin, stdout=stdout, stderr=stderr, **kwds), limit)


async def create_subprocess_exec(program, *args, stdin=None, stdout=None, stderr=None,
                                 limit=_DEFAULT_LIMIT, **kwds):
    """Start a program."""
    if _sync.LOOP_ARGUMENT == "warns":
        loop = _check_loop(kwds.pop("loop", None), "create_subprocess_exec")
    else:
        loop = _asyncio.get_running_loop()
    return await _create(loop, lambda made: loop.subprocess_exec(
        made, program, *args, stdin=stdin, stdout=stdout, stderr=stderr, **kwds), limit)
