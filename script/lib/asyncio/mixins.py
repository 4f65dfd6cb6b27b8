"""What objects have in common that belong to one event loop."""

from asyncio import get_running_loop


class _LoopBoundMixin:
    """An object that is tied to the loop on which it first has to wait."""

    @property
    def _loop(self):
        core = self.__dict__.get("_core")
        return self.__dict__.get("_bound_to") if core is None else core.loop()

    @_loop.setter
    def _loop(self, loop):
        core = self.__dict__.get("_core")
        if core is None:
            self._bound_to = loop
        else:
            core.set_loop(loop)

    def _get_loop(self):
        running = get_running_loop()
        if self._loop is None:
            self._loop = running
        elif self._loop is not running:
            raise RuntimeError(f"{self!r} is bound to a different event loop")
        return running
