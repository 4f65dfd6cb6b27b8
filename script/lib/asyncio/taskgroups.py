"""TaskGroup, over the core's."""

import _asyncio_sync as _sync

__all__ = ("TaskGroup",)


class TaskGroup:
    """Tasks of which none outlives the block; the first failure ends them all."""

    def __init__(self):
        self._core = _sync.TaskGroup(self)

    def __repr__(self):
        return self._core.text()

    async def __aenter__(self):
        self._core.enter()
        return self

    async def __aexit__(self, kind, exc, tb):
        leaving = self._core.exit(exc)  # it has what it raises, in a ring with the traceback
        await leaving

    @property
    def _tasks(self):
        return self._core.tasks

    @property
    def _errors(self):
        return self._core.errors

    @property
    def _parent_task(self):
        return self._core.parent

    @property
    def _loop(self):
        parent = self._core.parent
        return None if parent is None else parent.get_loop()

    _entered = property(lambda self: self._core.flags[0])
    _exiting = property(lambda self: self._core.flags[1])
    _aborting = property(lambda self: self._core.flags[2])

    def _abort(self):
        self._core.abort()

    def create_task(self, coro, *, name=None, context=None):
        """Start a task that belongs to the group."""
        return self._core.create_task(coro, name, context)
