"""The loop's methods for pipes and child processes."""

import subprocess

from asyncio._pipes import BaseSubprocessTransport, ReadPipeTransport, WritePipeTransport
from asyncio.tasks import sleep


async def _made(transport, protocol):
    await sleep(0)
    return transport, protocol


async def connect_read_pipe(loop, protocol_factory, pipe):
    protocol = protocol_factory()
    return await _made(ReadPipeTransport(loop, pipe, protocol), protocol)


async def connect_write_pipe(loop, protocol_factory, pipe):
    protocol = protocol_factory()
    return await _made(WritePipeTransport(loop, pipe, protocol), protocol)


def _options(universal_newlines=False, bufsize=0, encoding=None, errors=None, text=None, **rest):
    if universal_newlines:
        raise ValueError("universal_newlines must be False")
    if bufsize != 0:
        raise ValueError("bufsize must be 0")
    if text:
        raise ValueError("text must be False")
    if encoding is not None:
        raise ValueError("encoding must be None")
    if errors is not None:
        raise ValueError("errors must be None")
    return rest


async def subprocess_shell(self, protocol_factory, cmd, *, stdin=subprocess.PIPE,
                           stdout=subprocess.PIPE, stderr=subprocess.PIPE, **kwargs):
    if not isinstance(cmd, (bytes, str)):
        raise ValueError("cmd must be a string")
    if not kwargs.pop("shell", True):
        raise ValueError("shell must be True")
    options = _options(**kwargs)
    protocol = protocol_factory()
    return await _made(BaseSubprocessTransport(self, protocol, cmd, True, stdin, stdout, stderr,
                                               **options), protocol)


async def subprocess_exec(self, protocol_factory, program, *args, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, **kwargs):
    if kwargs.pop("shell", False):
        raise ValueError("shell must be False")
    options = _options(**kwargs)
    protocol = protocol_factory()
    return await _made(BaseSubprocessTransport(self, protocol, (program,) + args, False, stdin, stdout, stderr,
                                               **options), protocol)
