"""Events, locks, semaphores, limiters, conditions."""
from math import inf

import _trio

from . import _records


class _AsyncWith:
    """async with, by acquire and release."""

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *args):
        self.release()


class Event:
    def __init__(self):
        self._core = _trio.Event()

    def is_set(self):
        return self._core.is_set()

    def set(self):
        self._core.set()

    async def wait(self):
        await self._core.wait()

    def statistics(self):
        return _records.EventStatistics(self._core.tasks_waiting)

    if _trio.EVENT_IS_NO_CONDITION:

        def __bool__(self):
            raise NotImplementedError("Trio events cannot be treated as bools; consider using `event.is_set()` instead.")


class CapacityLimiter(_AsyncWith):
    def __init__(self, total_tokens):
        _check_total(total_tokens)
        self._core = _trio.CapacityLimiter(total_tokens)
        self._known = {}  # who holds or wants a token, and how often

    def __repr__(self):
        return (
            f"<trio.CapacityLimiter at {id(self):#x}, {self.borrowed_tokens}/{self.total_tokens} "
            f"with {self._core.tasks_waiting} waiting>"
        )

    @property
    def total_tokens(self):
        return self._core.total_tokens

    @total_tokens.setter
    def total_tokens(self, value):
        _check_total(value)
        self._core.set_total_tokens(value)

    @property
    def borrowed_tokens(self):
        return self._core.borrowed_tokens

    @property
    def available_tokens(self):
        return self._core.available_tokens

    def acquire_nowait(self):
        self.acquire_on_behalf_of_nowait(_trio.current_task())

    def acquire_on_behalf_of_nowait(self, borrower):
        key = self._note(borrower)
        try:
            self._core.acquire_nowait(key)
        except BaseException:
            self._forget(borrower)
            raise

    async def acquire(self):
        await self.acquire_on_behalf_of(_trio.current_task())

    async def acquire_on_behalf_of(self, borrower):
        key = self._note(borrower)
        try:
            await self._core.acquire(key)
        except BaseException:
            self._forget(borrower)
            raise

    def release(self):
        self.release_on_behalf_of(_trio.current_task())

    def release_on_behalf_of(self, borrower):
        self._core.release(self._known.get(borrower, (borrower,))[0])
        self._forget(borrower)

    def _note(self, borrower):
        """Give the first of equal borrowers, by which the core knows all of them."""
        entry = self._known.setdefault(borrower, [borrower, 0])
        entry[1] += 1
        return entry[0]

    def _forget(self, borrower):
        entry = self._known[borrower]
        entry[1] -= 1
        if not entry[1]:
            del self._known[borrower]

    def statistics(self):
        core = self._core
        return _records.CapacityLimiterStatistics(
            core.borrowed_tokens, core.total_tokens, core.borrowers(), core.tasks_waiting
        )


def _check_total(value):
    if not isinstance(value, int) and value != inf:
        raise TypeError("total_tokens must be an int or math.inf")
    least = 0 if _trio.ZERO_TOKENS else 1
    if value < least:
        raise ValueError(f"total_tokens must be >= {least}")


class Semaphore(_AsyncWith):
    def __init__(self, initial_value, *, max_value=None):
        if not isinstance(initial_value, int):
            raise TypeError("initial_value must be an int")
        if initial_value >= 0 and max_value is not None and not isinstance(max_value, int):
            raise TypeError("max_value must be None or an int")
        self._core = _trio.Semaphore(initial_value, max_value)

    def __repr__(self):
        most = "" if self.max_value is None else f", max_value={self.max_value}"
        return f"<trio.Semaphore({self.value}{most}) at {id(self):#x}>"

    @property
    def value(self):
        return self._core.value

    @property
    def max_value(self):
        return self._core.max_value

    def acquire_nowait(self):
        self._core.acquire_nowait()

    async def acquire(self):
        await self._core.acquire()

    def release(self):
        self._core.release()

    def statistics(self):
        return _records.ParkingLotStatistics(self._core.tasks_waiting)


class _LockImpl(_AsyncWith):
    def __init__(self):
        self._core = _trio.Lock()

    def __repr__(self):
        state, tail = "unlocked", ""
        if self.locked():
            state, tail = "locked", f" with {self._core.tasks_waiting} waiters"
        return f"<{state} {type(self).__name__} object at {id(self):#x}{tail}>"

    def locked(self):
        return self._core.locked()

    def acquire_nowait(self):
        self._core.acquire_nowait()

    async def acquire(self):
        await self._core.acquire()

    def release(self):
        self._core.release()

    def statistics(self):
        return _records.LockStatistics(self.locked(), self._core.owner, self._core.tasks_waiting)


class Lock(_LockImpl):
    pass


class StrictFIFOLock(_LockImpl):
    pass


class Condition(_AsyncWith):
    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        if type(lock) is not Lock:
            raise TypeError("lock must be a trio.Lock")
        self._lock = lock
        self._core = _trio.Condition(lock._core)

    def locked(self):
        return self._lock.locked()

    def acquire_nowait(self):
        return self._lock.acquire_nowait()

    async def acquire(self):
        await self._lock.acquire()

    def release(self):
        self._lock.release()

    async def wait(self):
        await self._core.wait()

    def notify(self, n=1):
        self._core.notify(n)

    def notify_all(self):
        self._core.notify_all()

    def statistics(self):
        return _records.ConditionStatistics(self._core.tasks_waiting, self._lock.statistics())


for _c in (Event, CapacityLimiter, Semaphore, Lock, StrictFIFOLock, Condition):
    _c.__module__ = "trio"
