"""Memory channels."""
from math import inf

import _trio

from . import abc
from ._records import MemoryChannelStatistics

_FIELDS = len(MemoryChannelStatistics.__dataclass_fields__)


class _End:
    __slots__ = ("_core",)

    def __init__(self, *args, **kwargs):
        raise TypeError(f"trio.{type(self).__name__} has no public constructor")

    @classmethod
    def _of(cls, core):
        self = cls.__new__(cls)
        self._core = core
        return self

    def __repr__(self):
        return f"<{'send' if isinstance(self, MemorySendChannel) else 'receive'} channel at {id(self):#x}>"

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def clone(self):
        return self._of(self._core.clone())

    def close(self):
        self._core.close()

    async def aclose(self):
        await self._core.aclose()

    def statistics(self):
        return MemoryChannelStatistics(*self._core.statistics()[:_FIELDS])


class MemorySendChannel(_End, abc.SendChannel):
    def send_nowait(self, value):
        self._core.send_nowait(value)

    async def send(self, value):
        await self._core.send(value)


class MemoryReceiveChannel(_End, abc.ReceiveChannel):
    def receive_nowait(self):
        return self._core.receive_nowait()

    async def receive(self):
        return await self._core.receive()


class _Opener:
    """open_memory_channel, which a type may be given to: open_memory_channel[int](0)."""

    def __call__(self, max_buffer_size):
        if max_buffer_size != inf and not isinstance(max_buffer_size, int):
            raise TypeError("max_buffer_size must be an integer or math.inf")
        if max_buffer_size < 0:
            raise ValueError("max_buffer_size must be >= 0")
        send, receive = _trio.open_memory_channel(max_buffer_size)
        return MemorySendChannel._of(send), MemoryReceiveChannel._of(receive)

    def __getitem__(self, item):
        return self


open_memory_channel = _Opener()
open_memory_channel.__name__ = open_memory_channel.__qualname__ = "open_memory_channel"
open_memory_channel.__module__ = "trio"
for _c in (MemorySendChannel, MemoryReceiveChannel):
    _c.__module__ = "trio"
