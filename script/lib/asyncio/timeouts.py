"""timeout() and its kin, over the core's Timeout."""

import _asyncio_sync as _sync
from asyncio import get_running_loop

__all__ = ("Timeout", "timeout", "timeout_at")


class Timeout:
    """A block's deadline: what is late is cancelled and gives TimeoutError."""

    def __init__(self, when):
        self._core = _sync.Timeout(when)

    def when(self):
        """The deadline in the loop's time, None for none."""
        return self._core.when()

    def reschedule(self, when):
        """Change the deadline."""
        self._core.reschedule(when)

    def expired(self):
        """Tell whether the deadline has passed."""
        return self._core.expired()

    def __repr__(self):
        return self._core.text()

    async def __aenter__(self):
        self._core.enter()
        return self

    async def __aexit__(self, kind, exc, tb):
        self._core.exit(exc)


def timeout(delay):
    """Bound a block to delay seconds from now, None for no bound."""
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    """Bound a block to a moment of the loop's time, None for no bound."""
    return Timeout(when)
