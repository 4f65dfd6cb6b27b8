"""Loops, handles and the policy that gives each thread its loop."""

import asyncio as _asyncio
import threading

import _asyncio_sync as _sync
from asyncio import (
    AbstractEventLoop, AbstractEventLoopPolicy, AbstractServer, Handle, TimerHandle, _get_running_loop,
    _set_running_loop, get_child_watcher, get_event_loop, get_event_loop_policy, get_running_loop, new_event_loop,
    set_child_watcher, set_event_loop, set_event_loop_policy)

__all__ = ("AbstractEventLoopPolicy", "AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle",
           "get_event_loop_policy", "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop",
           "get_child_watcher", "set_child_watcher", "_set_running_loop", "get_running_loop", "_get_running_loop")

BaseDefaultEventLoopPolicy = _sync.BASE_POLICY

# What CPython has twice is here once.
for _name in "_get_running_loop", "_set_running_loop", "get_running_loop", "get_event_loop":
    globals()[f"_c_{_name}"] = globals()[f"_py_{_name}"] = globals()[_name]


def __getattr__(name):
    if name == "_event_loop_policy":
        return _sync.policy()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
