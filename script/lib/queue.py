"""Queues between threads."""

import threading
import time
from collections import deque

__all__ = ["Empty", "Full", "ShutDown", "Queue", "PriorityQueue", "LifoQueue", "SimpleQueue"]


class Empty(Exception):
    """get() found nothing in time."""

    __module__ = "_queue"


class Full(Exception):
    """put() found no room in time."""


class ShutDown(Exception):
    """The queue was shut down."""


class Queue:
    """First in, first out; holds at most maxsize items when that is positive."""

    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._init(maxsize)
        self.mutex = threading.Lock()
        self.not_empty = threading.Condition(self.mutex)
        self.not_full = threading.Condition(self.mutex)
        self.all_tasks_done = threading.Condition(self.mutex)
        self.unfinished_tasks = 0
        self.is_shutdown = False

    def _init(self, maxsize):
        self.queue = deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()

    def task_done(self):
        """Says that an item taken is dealt with."""
        with self.all_tasks_done:
            left = self.unfinished_tasks - 1
            if left < 0:
                raise ValueError("task_done() called too many times")
            self.unfinished_tasks = left
            if left == 0:
                self.all_tasks_done.notify_all()

    def join(self):
        """Waits until every item put is dealt with."""
        with self.all_tasks_done:
            while self.unfinished_tasks:
                self.all_tasks_done.wait()

    def qsize(self):
        """How many items wait."""
        with self.mutex:
            return self._qsize()

    def empty(self):
        """Whether none wait."""
        return self.qsize() == 0

    def full(self):
        """Whether there is no room."""
        with self.mutex:
            return 0 < self.maxsize <= self._qsize()

    def _wait(self, condition, blocked, block, timeout, error):
        """Waits while blocked() holds; raises error when it must not wait longer."""
        if not block:
            if blocked():
                raise error
            return
        if timeout is not None:
            if timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            end = time.monotonic() + timeout
        while blocked():
            left = None
            if timeout is not None:
                left = end - time.monotonic()
                if left <= 0:
                    raise error
            condition.wait(left)

    def put(self, item, block=True, timeout=None):
        """Adds an item, waiting for room."""
        with self.not_full:
            if self.is_shutdown:
                raise ShutDown
            if self.maxsize > 0:
                self._wait(self.not_full, self._no_room, block, timeout, Full)
                if self.is_shutdown:
                    raise ShutDown
            self._put(item)
            self.unfinished_tasks += 1
            self.not_empty.notify()

    def _no_room(self):
        return self._qsize() >= self.maxsize and not self.is_shutdown

    def _no_item(self):
        return not self._qsize() and not self.is_shutdown

    def get(self, block=True, timeout=None):
        """Takes an item, waiting for one."""
        with self.not_empty:
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            self._wait(self.not_empty, self._no_item, block, timeout, Empty)
            if self.is_shutdown and not self._qsize():
                raise ShutDown
            item = self._get()
            self.not_full.notify()
            return item

    def put_nowait(self, item):
        """Adds an item or raises Full."""
        return self.put(item, block=False)

    def get_nowait(self):
        """Takes an item or raises Empty."""
        return self.get(block=False)

    def shutdown(self, immediate=False):
        """Refuses further puts; gets too once the queue is empty, or at once."""
        with self.mutex:
            self.is_shutdown = True
            if immediate:
                while self._qsize():
                    self._get()
                    if self.unfinished_tasks > 0:
                        self.unfinished_tasks -= 1
                self.all_tasks_done.notify_all()
            self.not_empty.notify_all()
            self.not_full.notify_all()


class PriorityQueue(Queue):
    """The smallest item comes out first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        from heapq import heappush
        heappush(self.queue, item)

    def _get(self):
        from heapq import heappop
        return heappop(self.queue)


class LifoQueue(Queue):
    """The last item put comes out first."""

    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class SimpleQueue:
    """A queue without bounds and without counting of tasks."""

    __module__ = "_queue"
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self):
        self._items = deque()
        self._ready = threading.Semaphore(0)

    def put(self, item, block=True, timeout=None):
        """Adds an item; never waits."""
        self._items.append(item)
        self._ready.release()

    def get(self, block=True, timeout=None):
        """Takes an item, waiting for one."""
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._ready.acquire(block, timeout if block else None):
            raise Empty
        return self._items.popleft()

    def put_nowait(self, item):
        """Adds an item."""
        self.put(item)

    def get_nowait(self):
        """Takes an item or raises Empty."""
        return self.get(block=False)

    def empty(self):
        """Whether none wait."""
        return not self._items

    def qsize(self):
        """How many wait."""
        return len(self._items)
