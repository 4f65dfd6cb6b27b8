"""What is a coroutine."""

import asyncio as _asyncio
import os
import sys

import _asyncio_sync as _sync
from asyncio import iscoroutine, iscoroutinefunction

__all__ = ("iscoroutinefunction", "iscoroutine")
if hasattr(_asyncio, "coroutine"):
    from asyncio import coroutine
    __all__ += ("coroutine",)

_is_coroutine = _sync.COROUTINE_MARK


def _is_debug_mode():
    """Whether new loops begin in debug mode."""
    return sys.flags.dev_mode or (not sys.flags.ignore_environment and bool(os.environ.get("PYTHONASYNCIODEBUG")))


def _format_coroutine(coro):
    """A coroutine as a task's repr shows it."""
    return _sync.describe_coroutine(coro)
