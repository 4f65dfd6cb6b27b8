"""Gives a CPython that runs in WebAssembly what a selector loop needs there.

Emscripten has pipes and no pairs of sockets; a loop wakes itself by one byte
that goes one way, which a pipe can carry as well. It has all signals and none
of the timers that send them; the oracle has its own, which ask for these names.
"""
import os
import signal
import sys


class PipeEnd:
    """As much of a socket as a loop asks of the two ends of its self-pipe."""

    def __init__(self, fd):
        self.fd = fd

    def fileno(self):
        return self.fd

    def setblocking(self, flag):
        os.set_blocking(self.fd, flag)

    def getblocking(self):
        return os.get_blocking(self.fd)

    def recv(self, size):
        return os.read(self.fd, size)

    def send(self, data):
        return os.write(self.fd, data)

    def close(self):
        fd, self.fd = self.fd, -1
        if fd >= 0:
            os.close(fd)


def socketpair(family=None, type=None, proto=0):
    read, write = os.pipe()
    return PipeEnd(read), PipeEnd(write)


def patch_socket(socket):
    socket.socketpair = socketpair


def missing(*args):
    raise OSError(38, "Function not implemented")


def add_timers():
    signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF = range(3)
    signal.ItimerError = OSError
    for name in ("alarm", "setitimer", "getitimer", "pause"):
        if not hasattr(signal, name):
            setattr(signal, name, missing)


def forget_host():
    """Let the program import asyncio anew: the host has patched its own."""
    import asyncio

    asyncio._set_running_loop(None)
    for name in list(sys.modules):
        if name.partition(".")[0] in HOST_USES:
            del sys.modules[name]
    late_import("socket", patch_socket)


# The host's imports that the oracle and the tracer patch, and what refers to
# them.
HOST_USES = {
    "asyncio", "_asyncio", "concurrent", "threading", "queue", "selectors",
    "logging", "traceback", "select", "datetime", "socket",
}
forget_host()
add_timers()
