"""Locks for coroutines.

The rules are the core's; the classes here are what a program sees of them and
may derive from.
"""

import _asyncio_sync as _sync
from asyncio import exceptions, mixins
from asyncio._loop_argument import quietly, taken

__all__ = ("Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore")
if _sync.GROUPS:
    __all__ += ("Barrier",)


def _described(self, state):
    return f"{object.__repr__(self)[:-1]} [{state}]>"


def _waiters_of(late=False):
    """The list of those who wait; a late one is None as long as nobody has waited."""

    def get(self):
        waiters = self._core.waiters()
        return None if late and not waiters.used() else waiters

    def put(self, waiters):
        self._core.set_waiters(waiters)

    return property(get, put)


class _ContextManagerMixin:
    """What can be acquired by async with."""

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, exc, tb):
        self.release()


@taken
class Lock(_ContextManagerMixin, mixins._LoopBoundMixin):
    """A lock that one coroutine holds at a time, first come first served."""

    def __init__(self):
        self._core = _sync.Lock(self, self._loop)

    def __repr__(self):
        return _described(self, self._core.info())

    @property
    def _locked(self):
        return self._core.locked()

    _waiters = _waiters_of(late=True)

    def locked(self):
        """Tell whether somebody holds the lock."""
        return self._core.locked()

    async def acquire(self):
        """Wait until the lock is free and take it."""
        return await self._core.acquire()

    def release(self):
        """Give the lock back; the first who waits takes it."""
        self._core.release()


@taken
class Event(mixins._LoopBoundMixin):
    """A flag that coroutines wait for."""

    def __init__(self):
        self._core = _sync.Event(self, self._loop)

    def __repr__(self):
        return _described(self, self._core.info())

    @property
    def _value(self):
        return self._core.is_set()

    _waiters = _waiters_of()

    def is_set(self):
        """Tell whether the flag is up."""
        return self._core.is_set()

    def set(self):
        """Put the flag up and wake all who wait for it."""
        self._core.set()

    def clear(self):
        """Take the flag down."""
        self._core.clear()

    async def wait(self):
        """Wait until the flag is up."""
        return await self._core.wait()


@taken
class Condition(_ContextManagerMixin, mixins._LoopBoundMixin):
    """A lock whose holders wait for each other's notifications."""

    def __init__(self, lock=None):
        if lock is None:
            lock = quietly(Lock, self._loop)
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release
        plain = type(lock) in (Lock, Semaphore, BoundedSemaphore)
        self._core = _sync.Condition(self, self._loop, lock._core if plain else lock)

    def __repr__(self):
        return _described(self, self._core.info())

    _waiters = _waiters_of()

    async def wait(self):
        """Release the lock, wait to be notified, and take the lock again."""
        return await self._core.wait()

    async def wait_for(self, predicate):
        """Wait until predicate() is true, and give its value."""
        return await self._core.wait_for(predicate)

    def notify(self, n=1):
        """Wake n of those who wait."""
        self._core.notify(n)

    def notify_all(self):
        """Wake all who wait."""
        self._core.notify_all()


@taken
class Semaphore(_ContextManagerMixin, mixins._LoopBoundMixin):
    """A number of slots that coroutines take and give back."""

    _maker = _sync.Semaphore

    def __init__(self, value=1):
        self._core = type(self)._maker(self, self._loop, value)

    def __repr__(self):
        return _described(self, self._core.info())

    @property
    def _value(self):
        return self._core.value()

    @_value.setter
    def _value(self, value):
        self._core.set_value(value)

    _waiters = _waiters_of(late=True)

    def locked(self):
        """Tell whether taking a slot would have to wait."""
        return self._core.locked()

    async def acquire(self):
        """Wait for a slot and take it."""
        return await self._core.acquire()

    def release(self):
        """Give a slot back."""
        self._core.release()


@taken
class BoundedSemaphore(Semaphore):
    """A semaphore that takes back no more slots than it gave."""

    _maker = _sync.BoundedSemaphore

    def __init__(self, value=1):
        super().__init__(value)


if _sync.GROUPS:

    class Barrier(mixins._LoopBoundMixin):
        """A number of coroutines that wait for each other."""

        def __init__(self, parties):
            self._core = _sync.Barrier(self, self._loop, parties)

        def __repr__(self):
            return _described(self, self._core.info())

        async def __aenter__(self):
            return await self.wait()

        async def __aexit__(self, kind, exc, tb):
            pass

        async def wait(self):
            """Wait for the others; give the order of arrival."""
            return await (self._block() if self._core.broken else self._wait())

        # Tracebacks tell by these whether the others were waited for.
        async def _block(self):
            return await self._core.wait()

        async def _wait(self):
            return await self._core.wait()

        async def reset(self):
            """Make the barrier as new; those who wait fail."""
            await self._core.reset()

        async def abort(self):
            """Break the barrier; those who wait, or will, fail."""
            await self._core.abort()

        @property
        def _count(self):
            return self._core.count

        @property
        def parties(self):
            """How many the barrier waits for."""
            return self._core.parties

        @property
        def n_waiting(self):
            """How many wait now."""
            return self._core.n_waiting

        @property
        def broken(self):
            """Whether the barrier was aborted."""
            return self._core.broken
