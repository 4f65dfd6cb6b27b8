"""Tasks and what is composed of them."""

import asyncio as _asyncio
import types

import _asyncio_sync as _sync

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

# What is made elsewhere.
for _name in ("Task", "create_task", "ensure_future", "gather", "shield", "current_task",
              "all_tasks", "run_coroutine_threadsafe", "create_eager_task_factory",
              "eager_task_factory", "_register_task", "_unregister_task", "_enter_task",
              "_leave_task", "_swap_current_task", "_GatheringFuture", "Future"):
    if _name in _asyncio.__dict__:
        globals()[_name] = _asyncio.__dict__[_name]

# There is one class of tasks, and one register of them, for both of CPython's.
_CTask = _PyTask = Task
for _name in "register_task", "unregister_task", "enter_task", "leave_task", "swap_current_task", "current_task":
    for _module_name in f"_{_name}", _name:
        if _module_name in globals():
            globals()[f"_c_{_name}"] = globals()[f"_py_{_name}"] = globals()[_module_name]

__all__ = tuple(_name for _name in (
    "Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait",
    "wait_for", "as_completed", "sleep", "gather", "shield", "ensure_future",
    "run_coroutine_threadsafe", "current_task", "all_tasks", "create_eager_task_factory",
    "eager_task_factory") if _name in globals() or _name in ("wait", "wait_for", "as_completed", "sleep"))


async def _wrap_awaitable(awaitable):
    return await awaitable


if _sync.WRAPS_LOCALLY:
    _wrap_awaitable.__qualname__ = "ensure_future.<locals>._wrap_awaitable"


if _sync.LOOP_ARGUMENT == "warns":
    from asyncio._loop_argument import _ABSENT, check

    async def sleep(delay, result=None, *, loop=_ABSENT):
        """Wait for delay seconds and give result."""
        if loop is not _ABSENT:
            check(loop, "sleep")
        return await _sync.sleep(delay, result)

    async def wait(fs, *, loop=_ABSENT, timeout=None, return_when=ALL_COMPLETED):
        """Wait for futures; give those that are done and those that are not."""
        if loop is not _ABSENT:
            check(loop, "wait")
        return await _sync.wait(fs, timeout, return_when)

    async def wait_for(fut, timeout, *, loop=_ABSENT):
        """Wait for an awaitable at most timeout seconds."""
        if loop is not _ABSENT:
            check(loop, "wait_for")
        waiting = _sync.wait_for(fut, timeout)  # what it waits for is in the frame, as long as a traceback has that
        return await waiting

else:

    async def sleep(delay, result=None):
        """Wait for delay seconds and give result."""
        return await _sync.sleep(delay, result)

    async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
        """Wait for futures; give those that are done and those that are not."""
        return await _sync.wait(fs, timeout, return_when)

    async def wait_for(fut, timeout):
        """Wait for an awaitable at most timeout seconds."""
        waiting = _sync.wait_for(fut, timeout)  # as above
        return await waiting


if _sync.AT_CALL:

    class _AsCompletedIterator:
        """The items of as_completed, for either kind of for."""

        def __init__(self, aws, timeout):
            self._core = _sync.AsCompleted(aws, timeout)

        def __aiter__(self):
            return self

        def __iter__(self):
            return self

        async def __anext__(self):
            if not self._core.promise():
                raise StopAsyncIteration
            return await self._wait_for_one()

        def __next__(self):
            if not self._core.promise():
                raise StopIteration
            return self._wait_for_one(resolve=True)

        async def _wait_for_one(self, resolve=False):
            item = await self._core.arrived().take()
            return item.result() if resolve else item

    def as_completed(fs, *, timeout=None):
        """Give awaitables in the order they are done."""
        return _AsCompletedIterator(fs, timeout)

else:

    def as_completed(fs, *, loop=None, timeout=None):
        """Give awaitables in the order they are done."""
        core = _sync.AsCompleted(fs, timeout)
        arrived = core.arrived()

        async def _wait_for_one():
            item = await arrived.take()  # what its exception's traceback leads back to
            return item.result()

        while core.promise():
            yield _wait_for_one()
