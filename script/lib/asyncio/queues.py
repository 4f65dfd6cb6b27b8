"""Queues between coroutines.

The rules are the core's. A class derived from Queue may keep the items itself,
by _init, _put, _get and qsize, as CPython's documentation has it.
"""

import collections
import types

import _asyncio_sync as _sync
from _asyncio_sync import QueueEmpty, QueueFull
from asyncio import mixins
from asyncio._loop_argument import taken

__all__ = ("Queue", "PriorityQueue", "LifoQueue", "QueueFull", "QueueEmpty")
if _sync.SHUTDOWN:
    from _asyncio_sync import QueueShutDown
    __all__ += ("QueueShutDown",)

# What a derived class overrides to keep the items itself.
_HOOKS = ("_init", "_put", "_get", "qsize", "_queue")


@taken
class Queue(mixins._LoopBoundMixin):
    """A queue that gives the oldest item first."""

    _kind = "fifo"

    def __init__(self, maxsize=0):
        cls = type(self)
        kind = cls._kind
        for base in cls.__mro__:
            if base in _OURS:
                break
            if any(name in base.__dict__ for name in _HOOKS):
                kind = "own"
                self._core = None
                self._init(maxsize)
                break
        self._maxsize = maxsize
        self._core = _sync.Queue(self, self._loop, maxsize, kind)
        self._put_by = None if cls.put_nowait is Queue.put_nowait else self.put_nowait
        self._get_by = None if cls.get_nowait is Queue.get_nowait else self.get_nowait

    def _init(self, maxsize):
        self._queue = collections.deque()

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.popleft()

    @property
    def _queue(self):
        # The core keeps the items until somebody wants to see what holds them.
        own = self.__dict__
        if "_queue" not in own:
            if own.get("_core") is None:
                raise AttributeError(f"{type(self).__name__!r} object has no attribute '_queue'")
            items = self._core.items()
            self._init(self._maxsize)
            own["_queue"].extend(items)
        return own["_queue"]

    @_queue.setter
    def _queue(self, held):
        self.__dict__["_queue"] = held
        if self.__dict__.get("_core") is not None:
            self._core.hand_over(self)

    @property
    def _unfinished_tasks(self):
        return self._core.unfinished()

    @_unfinished_tasks.setter
    def _unfinished_tasks(self, n):
        self._core.set_unfinished(n)

    @property
    def _getters(self):
        return self._core.getters()

    @_getters.setter
    def _getters(self, waiters):
        self._core.set_getters(waiters)

    @property
    def _putters(self):
        return self._core.putters()

    @_putters.setter
    def _putters(self, waiters):
        self._core.set_putters(waiters)

    def _format(self):
        return self._core.info()

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._format()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._format()}>"

    __class_getitem__ = classmethod(types.GenericAlias)

    @property
    def maxsize(self):
        """How many items the queue holds at most."""
        return self._maxsize

    def qsize(self):
        """How many items there are."""
        core = self._core
        return core.qsize() if core is not None and "_queue" not in self.__dict__ else len(self._queue)

    def empty(self):
        """Tell whether there is no item."""
        return self._core.empty()

    def full(self):
        """Tell whether there is no room."""
        return self._core.full()

    async def put(self, item):
        """Put an item in, waiting for room."""
        return await self._core.put(item, self._put_by)

    def put_nowait(self, item):
        """Put an item in, or raise QueueFull."""
        self._core.put_nowait(item)

    async def get(self):
        """Take an item out, waiting for one."""
        return await self._core.get(self._get_by)

    def get_nowait(self):
        """Take an item out, or raise QueueEmpty."""
        return self._core.get_nowait()

    def task_done(self):
        """Tell that an item taken out has been dealt with."""
        self._core.task_done()

    async def join(self):
        """Wait until all items have been dealt with."""
        await self._core.join()

    if _sync.SHUTDOWN:

        @property
        def _is_shutdown(self):
            return self._core.is_shut_down()

        def shutdown(self, immediate=False):
            """Let nothing in any more and wake all who wait."""
            self._core.shutdown(immediate)


class PriorityQueue(Queue):
    """A queue that gives the smallest item first."""

    _kind = "heap"

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        import heapq
        heapq.heappush(self._queue, item)

    def _get(self):
        import heapq
        return heapq.heappop(self._queue)


class LifoQueue(Queue):
    """A queue that gives the newest item first."""

    _kind = "lifo"

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()


_OURS = (Queue, PriorityQueue, LifoQueue)
