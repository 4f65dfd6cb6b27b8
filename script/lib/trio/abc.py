"""The abstract classes of trio."""
from abc import ABC, abstractmethod
from typing import Generic, TypeVar

import _trio

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
SendType = TypeVar("SendType", contravariant=True)
ReceiveType = TypeVar("ReceiveType", covariant=True)


class Clock(ABC):
    __slots__ = ()

    @abstractmethod
    def start_clock(self):
        pass

    @abstractmethod
    def current_time(self):
        pass

    @abstractmethod
    def deadline_to_sleep_time(self, deadline):
        pass


class Instrument(ABC):
    __slots__ = ()


class AsyncResource(ABC):
    __slots__ = ()

    @abstractmethod
    async def aclose(self):
        pass

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.aclose()


class SendStream(AsyncResource):
    __slots__ = ()

    @abstractmethod
    async def send_all(self, data):
        pass

    @abstractmethod
    async def wait_send_all_might_not_block(self):
        pass


class ReceiveStream(AsyncResource):
    __slots__ = ()

    @abstractmethod
    async def receive_some(self, max_bytes=None):
        pass

    def __aiter__(self):
        return self

    async def __anext__(self):
        data = await self.receive_some()
        if not data:
            raise StopAsyncIteration
        return data


class Stream(SendStream, ReceiveStream):
    __slots__ = ()


class HalfCloseableStream(Stream):
    __slots__ = ()

    @abstractmethod
    async def send_eof(self):
        pass


class Listener(AsyncResource, Generic[T_co]):
    __slots__ = ()

    @abstractmethod
    async def accept(self):
        pass


class SendChannel(AsyncResource, Generic[SendType]):
    __slots__ = ()

    @abstractmethod
    async def send(self, value):
        pass


class ReceiveChannel(AsyncResource, Generic[ReceiveType]):
    __slots__ = ()

    @abstractmethod
    async def receive(self):
        pass

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.receive()
        except _trio.EndOfChannel:
            raise StopAsyncIteration from None


class Channel(SendChannel[T], ReceiveChannel[T]):
    __slots__ = ()


class HostnameResolver(ABC):
    __slots__ = ()


class SocketFactory(ABC):
    __slots__ = ()
