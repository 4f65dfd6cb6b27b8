"""An event scheduler."""

import heapq
import threading
import time
from collections import namedtuple
from itertools import count

__all__ = ["scheduler"]

_missing = object()


class Event(namedtuple("Event", "time, priority, sequence, action, argument, kwargs")):
    """Something that is to happen."""

    __slots__ = ()


class scheduler:
    """Runs events at their times."""

    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self._queue = []
        self._lock = threading.RLock()
        self.timefunc = timefunc
        self.delayfunc = delayfunc
        self._numbers = count()

    def enterabs(self, time, priority, action, argument=(), kwargs=_missing):
        """An event at a time."""
        event = Event(time, priority, next(self._numbers), action, argument,
                      {} if kwargs is _missing else kwargs)
        with self._lock:
            heapq.heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=_missing):
        """An event after a delay."""
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        """Takes an event out."""
        with self._lock:
            self._queue.remove(event)
            heapq.heapify(self._queue)

    def empty(self):
        """Whether nothing is to happen."""
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        """Runs the events; not blocking, those that are due, and gives the time to the next."""
        while True:
            with self._lock:
                if not self._queue:
                    return None
                event = self._queue[0]
                now = self.timefunc()
                wait = event.time - now
                if wait <= 0:
                    heapq.heappop(self._queue)
            if wait > 0:
                if not blocking:
                    return wait
                self.delayfunc(wait)
            else:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)

    @property
    def queue(self):
        """The events in their order."""
        with self._lock:
            return sorted(self._queue)
