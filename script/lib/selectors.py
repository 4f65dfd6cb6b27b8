"""Waiting until files are ready, on the platform's own selector."""

import sys
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping

import _poller

EVENT_READ = _poller.READ
EVENT_WRITE = _poller.WRITE

SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])


class _Keys(Mapping):
    """The keys of what a selector watches, found by the file and counted by descriptor."""

    def __init__(self):
        self.by_number = {}

    def number(self, fileobj):
        """The descriptor of a file, or of a closed one that is still watched."""
        named = fileobj
        try:
            if not isinstance(named, int):
                named = int(named.fileno())
        except (AttributeError, TypeError, ValueError):
            problem = f"Invalid file object: {fileobj!r}"
        else:
            if named >= 0:
                return named
            problem = f"Invalid file descriptor: {named}"
        for number, (watched, *_) in self.by_number.items():
            if watched is fileobj:
                return number
        raise ValueError(problem)

    def __getitem__(self, fileobj):
        key = self.by_number.get(self.number(fileobj))
        if key is None:
            raise KeyError(f"{fileobj!r} is not registered")
        return key

    def __iter__(self):
        return iter(self.by_number)

    def __len__(self):
        return len(self.by_number)


class BaseSelector(metaclass=ABCMeta):
    """What every selector can do."""

    @abstractmethod
    def register(self, fileobj, events, data=None):
        raise NotImplementedError

    @abstractmethod
    def unregister(self, fileobj):
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @abstractmethod
    def select(self, timeout=None):
        raise NotImplementedError

    def close(self):
        pass

    def get_key(self, fileobj):
        registered = self.get_map()
        if registered is None:
            raise RuntimeError("Selector is closed")
        try:
            return registered[fileobj]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    @abstractmethod
    def get_map(self):
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _PollerSelector(BaseSelector):
    # Whether plain files may be watched, which are always ready.
    _plain_files = False

    def __init__(self):
        self._keys = _Keys()
        self._open = True
        self._poller = _poller.Poller()
        self._always = {}

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        number = self._keys.number(fileobj)
        if number in self._keys.by_number:
            raise KeyError(f"{fileobj!r} (FD {number}) is already registered")
        try:
            self._poller.register(number, events)
        except PermissionError:
            if not self._plain_files:
                raise
            self._always[number] = events
        key = SelectorKey(fileobj, number, events, data)
        self._keys.by_number[number] = key
        return key

    def unregister(self, fileobj):
        key = self._keys[fileobj]
        del self._keys.by_number[key.fd]
        if self._always.pop(key.fd, None) is None:
            try:
                self._poller.unregister(key.fd)
            except OSError:
                pass  # it was closed before
        return key

    def modify(self, fileobj, events, data=None):
        key = self._keys[fileobj]
        if events != key.events:
            return super().modify(fileobj, events, data)
        if data != key.data:
            key = self._keys.by_number[key.fd] = key._replace(data=data)
        return key

    def select(self, timeout=None):
        if timeout is not None:
            timeout = max(timeout, 0)
        ready = list(self._always.items())
        ready += self._poller.poll(0 if ready else timeout)
        watched = self._keys.by_number
        return [(watched[number], events & watched[number].events)
                for number, events in ready
                if number in watched and events & watched[number].events]

    def close(self):
        self._poller.close()
        self._keys.by_number.clear()
        self._open = False

    def get_map(self):
        return self._keys if self._open else None


class SelectSelector(_PollerSelector):
    """A selector that takes every kind of file, as select() does."""

    _plain_files = True


DefaultSelector = SelectSelector

if sys.platform != "win32":
    class PollSelector(_PollerSelector):
        """A selector in poll()'s name."""

        _plain_files = True

    DefaultSelector = PollSelector

if sys.platform == "linux":
    class EpollSelector(_PollerSelector):
        """A selector on epoll."""

    DefaultSelector = EpollSelector
elif sys.platform not in ("win32", "js", "wasip1"):
    class KqueueSelector(_PollerSelector):
        """A selector on kqueue."""

    DefaultSelector = KqueueSelector
