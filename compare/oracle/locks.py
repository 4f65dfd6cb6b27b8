"""The locks on which all of threading, queue and concurrent.futures is built."""
import _thread
from collections import deque


class Lock:
    """_thread.lock in virtual time."""

    __slots__ = ("_taken", "_waits", "__weakref__")

    def __init__(self):
        self._taken = False
        self._waits = deque()

    def acquire(self, blocking=True, timeout=-1):
        check_timeout(blocking, timeout)
        if not self._taken:
            self._taken = True
            return True
        if not blocking or timeout == 0:
            KERNEL.look()
            if not self._taken:
                self._taken = True
                return True
            return False
        return self._wait(None if timeout == -1 else KERNEL.now + timeout)

    def _wait(self, deadline):
        place = []  # the Wait that stands in the queue of this lock
        try:
            while self._taken:
                if not KERNEL.wait(deadline, register=lambda w: self._stand(place, w)):
                    if self._taken:
                        return False
            self._taken = True
            return True
        finally:
            if place:
                self._waits.remove(place[0])
            if not self._taken:  # left with an error: the next one's turn
                self._call()

    def _stand(self, place, wait):
        if place:
            self._waits[self._waits.index(place[0])] = wait
            place[0] = wait
        else:
            place.append(wait)
            self._waits.append(wait)

    def _call(self):
        if self._waits:
            KERNEL.wake(self._waits[0])

    def release(self):
        if not self._taken:
            raise RuntimeError("release unlocked lock")
        self._taken = False
        self._call()

    def locked(self):
        KERNEL.look()
        return self._taken

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def _at_fork_reinit(self):
        self._taken = False
        self._waits.clear()

    acquire_lock, release_lock, locked_lock = acquire, release, locked

    def __repr__(self):
        state = "locked" if self._taken else "unlocked"
        return "<%s _thread.lock object at %#x>" % (state, id(self))


class RLock:
    """_thread.RLock in virtual time."""

    def __init__(self):
        self._lock = Lock()
        self._owner = None
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        check_timeout(blocking, timeout)
        me = KERNEL.current
        if self._owner is me:
            self._count += 1
            return True
        if not self._lock.acquire(blocking, timeout):
            return False
        self._owner, self._count = me, 1
        return True

    __enter__ = acquire

    def release(self):
        if self._owner is not KERNEL.current:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._lock.release()

    def __exit__(self, *exc):
        self.release()

    def locked(self):
        return self._lock.locked()

    def _is_owned(self):
        return self._owner is KERNEL.current

    def _recursion_count(self):
        return self._count if self._is_owned() else 0

    def _release_save(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        state = self._count, self._owner
        self._count, self._owner = 0, None
        self._lock.release()
        return state

    def _acquire_restore(self, state):
        self._lock.acquire()
        self._count, self._owner = state

    def _at_fork_reinit(self):
        self.__init__()

    def __repr__(self):
        state = "locked" if self._count else "unlocked"
        thread = getattr(self._owner, "thread", None)
        ident = getattr(thread, "ident", None) or (KERNEL.main_ident if self._owner else 0)
        return "<%s _thread.RLock object owner=%d count=%d at %#x>" % (
            state, ident, self._count, id(self))


for kind, name in ((Lock, "lock"), (RLock, "RLock")):
    kind.__name__ = kind.__qualname__ = name
    kind.__module__ = "_thread"


def check_timeout(blocking, timeout):
    if timeout == -1:
        return
    if not blocking:
        raise ValueError("can't specify a timeout for a non-blocking call")
    if timeout < 0:
        raise ValueError("timeout value must be a non-negative number")
    if timeout > _thread.TIMEOUT_MAX:
        raise OverflowError("timeout value is too large")
