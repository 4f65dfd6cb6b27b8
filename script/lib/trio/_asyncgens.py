"""What becomes of asynchronous generators that are not run to their end."""
import logging
import sys
import weakref

import _trio

from ._scopes import CancelScope
from .lowlevel import spawn_system_task


class Hooks:
    """Those of one run."""

    def __init__(self):
        self._alive = weakref.WeakSet()
        self._late = None  # those that go once the system tasks have ended
        self._before = None

    def install(self):
        self._before = sys.get_asyncgen_hooks()
        sys.set_asyncgen_hooks(firstiter=self._first, finalizer=self._drop)

    def restore(self):
        if self._before is not None:
            sys.set_asyncgen_hooks(*self._before)

    def _first(self, agen):
        if _trio.in_task():
            self._alive.add(agen)
        elif self._before.firstiter is not None:
            self._before.firstiter(agen)

    def _drop(self, agen):
        if self._late is not None:
            self._late.append(agen)
            return
        try:
            _trio.token().run_sync_soon(self._spawn, agen)
        except RuntimeError:
            pass  # too late for anything

    def _spawn(self, agen):
        spawn_system_task(self._close, agen, name=f"close asyncgen {_name(agen)} (abandoned)")

    async def _close(self, agen):
        try:
            with CancelScope(shield=True) as scope:
                scope.cancel()
                await agen.aclose()
        except Exception:
            logging.getLogger("trio.async_generator_errors").exception(
                "Exception ignored during finalization of async generator %r -- "
                "surround your use of the generator in 'async with aclosing(...):' to raise exceptions like this "
                "in the context where they're generated",
                _name(agen),
            )

    async def close_all(self):
        """Close what is left, and what that leaves, when all tasks of the program have ended."""
        self._late = list(self._alive)
        while self._late:
            batch, self._late = self._late, []
            for agen in batch:
                await self._close(agen)


def _name(agen):
    frame = agen.ag_frame
    module = frame.f_globals.get("__name__") if frame is not None else None
    return f"{module}.{agen.__qualname__}" if module else agen.__qualname__
