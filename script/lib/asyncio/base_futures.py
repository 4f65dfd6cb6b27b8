"""What futures of any make have in common."""

from asyncio import isfuture

__all__ = ()

_PENDING = "PENDING"
_CANCELLED = "CANCELLED"
_FINISHED = "FINISHED"
