"""Transports over the ends of pipes, and over a child process."""

import os

from asyncio.transports import ReadTransport, SubprocessTransport, WriteTransport, _water_marks

_CHUNK = 256 * 1024


class ReadPipeTransport(ReadTransport):
    """Gives a protocol what comes out of a pipe."""

    def __init__(self, loop, pipe, protocol):
        super().__init__({"pipe": pipe})
        self._loop = loop
        self._pipe = pipe
        self._fd = pipe.fileno()
        self._protocol = protocol
        self._paused = False
        self._closing = False
        os.set_blocking(self._fd, False)
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._watch)

    def _watch(self):
        if not self._paused and not self._closing:
            self._loop.add_reader(self._fd, self._readable)

    def _readable(self):
        try:
            data = os.read(self._fd, _CHUNK)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as e:
            self._end(e)
            return
        if data:
            self._protocol.data_received(data)
            return
        self._loop.remove_reader(self._fd)
        self._closing = True
        self._loop.call_soon(self._protocol.eof_received)
        self._loop.call_soon(self._lost, None)

    def is_reading(self):
        return not self._closing and not self._paused

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            self._loop.remove_reader(self._fd)

    def resume_reading(self):
        if self._paused and not self._closing:
            self._paused = False
            self._watch()

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def close(self):
        if not self._closing:
            self._end(None)

    def _end(self, exc):
        self._closing = True
        self._loop.remove_reader(self._fd)
        self._loop.call_soon(self._lost, exc)

    def _lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._pipe.close()


class WritePipeTransport(WriteTransport):
    """Puts into a pipe what a protocol's owner writes."""

    def __init__(self, loop, pipe, protocol):
        super().__init__({"pipe": pipe})
        self._loop = loop
        self._pipe = pipe
        self._fd = pipe.fileno()
        self._protocol = protocol
        self._buffer = bytearray()
        self._closing = False
        self._held = False
        self._high, self._low = 64 * 1024, 16 * 1024
        os.set_blocking(self._fd, False)
        loop.call_soon(protocol.connection_made, self)

    def set_write_buffer_limits(self, high=None, low=None):
        self._high, self._low = _water_marks(high, low)

    def get_write_buffer_limits(self):
        return self._low, self._high

    def get_write_buffer_size(self):
        return len(self._buffer)

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if not data or self._closing:
            return
        idle = not self._buffer
        self._buffer += data
        if idle:
            self._send()
        if self._buffer and idle and not self._closing:
            self._loop.add_writer(self._fd, self._writable)
        if len(self._buffer) > self._high and not self._held:
            self._held = True
            self._protocol.pause_writing()

    def writelines(self, list_of_data):
        self.write(b"".join(list_of_data))

    def _send(self):
        try:
            n = os.write(self._fd, self._buffer)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as e:
            self._fail(e)
            return
        del self._buffer[:n]

    def _writable(self):
        self._send()
        if self._closing and not self._buffer:
            self._loop.remove_writer(self._fd)
            self._loop.call_soon(self._lost, None)
        elif not self._buffer:
            self._loop.remove_writer(self._fd)
        if self._held and len(self._buffer) <= self._low:
            self._held = False
            self._protocol.resume_writing()

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing:
            return
        self._closing = True
        if not self._buffer:
            self._loop.call_soon(self._lost, None)

    def close(self):
        self.write_eof()

    def abort(self):
        self._fail(None)

    def is_closing(self):
        return self._closing

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def _fail(self, exc):
        self._loop.remove_writer(self._fd)
        self._closing = True
        self._buffer.clear()
        self._loop.call_soon(self._lost, exc)

    def _lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._pipe.close()


class BaseSubprocessTransport(SubprocessTransport):
    """A child process and its pipes, for a protocol. A thread waits for its end."""

    def __init__(self, loop, protocol, args, shell, stdin, stdout, stderr, **options):
        import subprocess
        import threading
        super().__init__()
        self._loop = loop
        self._protocol = protocol
        self._pipes = {}
        self._closed = False
        self._exited = loop.create_future()
        self._child = subprocess.Popen(args, shell=shell, stdin=stdin, stdout=stdout,
                                       stderr=stderr, bufsize=0, **options)
        self._extra["subprocess"] = self._child
        loop.call_soon(protocol.connection_made, self)
        self._open = 0
        for fd, pipe in enumerate((self._child.stdin, self._child.stdout, self._child.stderr)):
            if pipe is not None:
                kind = ReadPipeTransport if fd else WritePipeTransport
                self._open += 1
                self._pipes[fd] = kind(loop, pipe, _PipeProtocol(self, fd))
        self._watcher = threading.Thread(target=self._wait, daemon=True)
        self._watcher.start()

    def _wait(self):
        code = self._child.wait()
        try:
            self._loop.call_soon_threadsafe(self._ended, code)
        except RuntimeError:
            pass  # the loop is closed: nobody asks any more

    def _ended(self, code):
        self._watcher.join()
        if not self._exited.done():
            self._exited.set_result(code)
        self._protocol.process_exited()
        self._finish()

    def _pipe_lost(self, fd, exc):
        self._open -= 1
        self._protocol.pipe_connection_lost(fd, exc)
        self._finish()

    def _finish(self):
        if self._open == 0 and self._exited.done() and not self._closed:
            self._closed = True
            self._loop.call_soon(self._protocol.connection_lost, None)

    async def _outcome(self):
        import asyncio
        return await asyncio.shield(self._exited)

    def get_pid(self):
        return self._child.pid

    def get_returncode(self):
        return self._exited.result() if self._exited.done() else None

    def get_pipe_transport(self, fd):
        return self._pipes.get(fd)

    def is_closing(self):
        return self._closed

    def close(self):
        for pipe in self._pipes.values():
            pipe.close()
        if self.get_returncode() is None:
            try:
                self._child.kill()
            except ProcessLookupError:
                pass

    def _check(self):
        if self.get_returncode() is not None:
            raise ProcessLookupError()

    def send_signal(self, signal):
        self._check()
        self._child.send_signal(signal)

    def terminate(self):
        self._check()
        self._child.terminate()

    def kill(self):
        self._check()
        self._child.kill()


class _PipeProtocol:
    """Tells a child's transport of one of its pipes."""

    def __init__(self, child, fd):
        self._child = child
        self._fd = fd

    def connection_made(self, transport):
        """The pipe is there from the beginning."""

    def data_received(self, data):
        self._child._protocol.pipe_data_received(self._fd, data)

    def eof_received(self):
        """connection_lost tells it."""

    def connection_lost(self, exc):
        self._child._pipe_lost(self._fd, exc)

    def pause_writing(self):
        self._child._protocol.pause_writing()

    def resume_writing(self):
        self._child._protocol.resume_writing()
