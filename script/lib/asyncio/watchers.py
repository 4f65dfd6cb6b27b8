"""Watchers of child processes. This interpreter starts none, so there is never
one to watch; programs that only hand a watcher its loop work."""

import warnings

from _asyncio_sync import WATCHER, WATCHERS_WARN

__all__ = ("AbstractChildWatcher", "PidfdChildWatcher", "SafeChildWatcher",
           "FastChildWatcher", "MultiLoopChildWatcher", "ThreadedChildWatcher")


def _warn(name, level):
    if WATCHERS_WARN:
        warnings.warn(f"{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.",
                      DeprecationWarning, stacklevel=level + 1)


class AbstractChildWatcher:
    """What a watcher has to offer."""

    def __init_subclass__(cls):
        if cls.__module__ != __name__:
            _warn("AbstractChildWatcher", 2)

    def add_child_handler(self, pid, callback, *args):
        """Have callback called when the process ends."""
        raise NotImplementedError()

    def remove_child_handler(self, pid):
        """Forget the process."""
        raise NotImplementedError()

    def attach_loop(self, loop):
        """Work by this loop from now on."""
        raise NotImplementedError()

    def close(self):
        """Release what the watcher holds."""
        raise NotImplementedError()

    def is_active(self):
        """Tell whether the watcher can be used."""
        raise NotImplementedError()

    def __enter__(self):
        raise NotImplementedError()

    def __exit__(self, a, b, c):
        raise NotImplementedError()


class _Watcher(AbstractChildWatcher):
    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_traceback):
        pass

    def add_child_handler(self, pid, callback, *args):
        raise NotImplementedError("child processes cannot be started here")

    def remove_child_handler(self, pid):
        return False

    def attach_loop(self, loop):
        pass

    def close(self):
        pass

    def is_active(self):
        return True


class PidfdChildWatcher(_Watcher):
    """Waits by a descriptor a process."""

    def is_active(self):
        from asyncio import _get_running_loop
        return WATCHERS_WARN or _get_running_loop() is not None


class ThreadedChildWatcher(_Watcher):
    """Waits in a thread a process."""


class _BySignal(_Watcher):
    def __init__(self):
        _warn(type(self).__name__, 2)
        self._loop = None

    def attach_loop(self, loop):
        self._loop = loop

    def close(self):
        self._loop = None

    def is_active(self):
        return self._loop is not None and self._loop.is_running()


class SafeChildWatcher(_BySignal):
    """Asks for each process at SIGCHLD."""


class FastChildWatcher(_BySignal):
    """Takes any process at SIGCHLD."""


class MultiLoopChildWatcher(_BySignal):
    """Takes processes of several loops at SIGCHLD."""

    def attach_loop(self, loop):
        pass

    def is_active(self):
        return False


for _c in (*map(globals().get, __all__),):
    _c.__module__ = "asyncio.unix_events"


def get(policy, level=1):
    """Give the policy's watcher, made when first asked for."""
    if level:
        _warn("get_child_watcher", level + 1)
    if getattr(policy, "_watcher", None) is None:
        policy._watcher = globals()[WATCHER]()
    return policy._watcher


def put(policy, watcher, level=1):
    """Make watcher the policy's."""
    assert watcher is None or isinstance(watcher, AbstractChildWatcher)
    if level:
        _warn("set_child_watcher", level + 1)
    policy._watcher = watcher
