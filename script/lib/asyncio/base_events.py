"""The loops that others are made from."""

import asyncio as _asyncio
from asyncio import BaseEventLoop
from asyncio.log import logger

__all__ = ("BaseEventLoop",)
if hasattr(_asyncio, "Server"):
    from asyncio import Server
    __all__ += ("Server",)

# Cancelled timers are cleared away when there are more than so many timers, and
# more than this part of them is cancelled.
_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5
MAXIMUM_SELECT_TIMEOUT = 24 * 3600
