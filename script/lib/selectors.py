"""Waiting until files are ready, on the platform's own selector."""

import sys
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from collections.abc import Mapping

import _poller

EVENT_READ = _poller.READ
EVENT_WRITE = _poller.WRITE

SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])


def _fd_of(fileobj):
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f"Invalid file object: {fileobj!r}") from None
    if fd < 0:
        raise ValueError(f"Invalid file descriptor: {fd}")
    return fd


class _Registered(Mapping):
    """What is watched, by file."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._fd_to_key)

    def get(self, fileobj, default=None):
        fd = self._selector._fileobj_lookup(fileobj)
        return self._selector._fd_to_key.get(fd, default)

    def __getitem__(self, fileobj):
        key = self.get(fileobj)
        if key is None:
            raise KeyError(f"{fileobj!r} is not registered")
        return key

    def __iter__(self):
        return iter(self._selector._fd_to_key)


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


class _BaseSelectorImpl(BaseSelector):
    # Keys by descriptor; what the system watches is a subclass's business.

    def __init__(self):
        self._fd_to_key = {}
        self._map = _Registered(self)

    def _fileobj_lookup(self, fileobj):
        try:
            return _fd_of(fileobj)
        except ValueError:
            # A file that was closed is still known by itself.
            for key in self._fd_to_key.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        key = SelectorKey(fileobj, self._fileobj_lookup(fileobj), events, data)
        if key.fd in self._fd_to_key:
            raise KeyError(f"{fileobj!r} (FD {key.fd}) is already registered")
        self._fd_to_key[key.fd] = key
        return key

    def unregister(self, fileobj):
        try:
            return self._fd_to_key.pop(self._fileobj_lookup(fileobj))
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None

    def modify(self, fileobj, events, data=None):
        try:
            key = self._fd_to_key[self._fileobj_lookup(fileobj)]
        except KeyError:
            raise KeyError(f"{fileobj!r} is not registered") from None
        if events != key.events:
            self.unregister(fileobj)
            return self.register(fileobj, events, data)
        if data != key.data:
            key = key._replace(data=data)
            self._fd_to_key[key.fd] = key
        return key

    def close(self):
        self._fd_to_key.clear()
        self._map = None

    def get_map(self):
        return self._map


class _PollerSelector(_BaseSelectorImpl):
    # Whether plain files may be watched, which are always ready.
    _plain_files = False

    def __init__(self):
        super().__init__()
        self._poller = _poller.Poller()
        self._always = {}

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        try:
            self._poller.register(key.fd, key.events)
        except PermissionError:
            if not self._plain_files:
                del self._fd_to_key[key.fd]
                raise
            self._always[key.fd] = key.events
        except BaseException:
            del self._fd_to_key[key.fd]
            raise
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        if self._always.pop(key.fd, None) is None:
            try:
                self._poller.unregister(key.fd)
            except OSError:
                pass  # it was closed before
        return key

    def select(self, timeout=None):
        if timeout is not None and timeout < 0:
            timeout = 0
        ready = list(self._always.items())
        ready += self._poller.poll(0 if ready else timeout)
        found = []
        for fd, events in ready:
            key = self._fd_to_key.get(fd)
            if key is not None and events & key.events:
                found.append((key, events & key.events))
        return found

    def close(self):
        self._poller.close()
        super().close()


class SelectSelector(_PollerSelector):
    """A selector that takes every kind of file, as select() does."""

    _plain_files = True

    def __init__(self):
        super().__init__()
        self._readers = set()
        self._writers = set()

    def register(self, fileobj, events, data=None):
        key = super().register(fileobj, events, data)
        if events & EVENT_READ:
            self._readers.add(key.fd)
        if events & EVENT_WRITE:
            self._writers.add(key.fd)
        return key

    def unregister(self, fileobj):
        key = super().unregister(fileobj)
        self._readers.discard(key.fd)
        self._writers.discard(key.fd)
        return key


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
