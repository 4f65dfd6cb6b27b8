"""The loop of Unix. It looks up signal, sys, os and logger here each time."""

import asyncio as _asyncio
import errno
import os
import selectors
import signal
import socket
import stat
import sys
import threading
import warnings

from asyncio import (
    DefaultEventLoopPolicy, SelectorEventLoop, base_events, constants, coroutines, events, exceptions, futures,
    selector_events, tasks, transports)
from asyncio.log import logger

_UnixSelectorEventLoop = SelectorEventLoop
_UnixDefaultEventLoopPolicy = DefaultEventLoopPolicy
EventLoop = SelectorEventLoop

__all__ = ("SelectorEventLoop", "DefaultEventLoopPolicy")
for _name in ("AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher", "PidfdChildWatcher",
              "MultiLoopChildWatcher", "ThreadedChildWatcher"):
    if hasattr(_asyncio, _name):
        globals()[_name] = getattr(_asyncio, _name)
        __all__ += (_name,)


def _sighandler_noop(signum, frame):
    """What signal.getsignal gives for a signal that a loop handles."""


def _check_signal(loop, sig):
    if not isinstance(sig, int):
        raise TypeError(f"sig must be an int, not {sig!r}")
    if sig not in signal.valid_signals():
        raise ValueError(f"invalid signal number {sig}")


def _handle_signal(loop, sig):
    """Queue the handle of a signal that has come."""
    handle = loop._signal_handlers.get(sig)
    if handle is None:
        return
    if handle._cancelled:
        loop.remove_signal_handler(sig)
    else:
        loop._add_callback_signalsafe(handle)


def _wake_by_signals(fd):
    try:
        signal.set_wakeup_fd(fd)
    except (ValueError, OSError) as e:
        if fd != -1:
            raise RuntimeError(str(e))
        logger.info("set_wakeup_fd(-1) failed: %s", e)


def _install(sig, handler):
    try:
        signal.signal(sig, handler)
    except OSError as e:
        if e.errno == errno.EINVAL:
            raise RuntimeError(f"sig {sig} cannot be caught")
        raise


# How a loop handles signals by a signal module that a program has put here.

def _add_signal_handler(loop, sig, callback, *args):
    if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
        raise TypeError("coroutines cannot be used with add_signal_handler()")
    _check_signal(loop, sig)
    loop._check_closed()
    _wake_by_signals(loop._csock.fileno())
    handlers = loop._signal_handlers
    handlers[sig] = events.Handle(callback, args, loop, None)
    try:
        _install(sig, _sighandler_noop)
        signal.siginterrupt(sig, False)
    except (OSError, RuntimeError):
        del handlers[sig]
        if not handlers:
            _wake_by_signals(-1)
        raise


def _remove_signal_handler(loop, sig):
    _check_signal(loop, sig)
    handlers = loop._signal_handlers
    if handlers.pop(sig, None) is None:
        return False
    _install(sig, signal.default_int_handler if sig == signal.SIGINT else signal.SIG_DFL)
    if not handlers:
        _wake_by_signals(-1)
    return True


def _remove_signal_handlers(loop):
    """Take all handlers away at the end."""
    handlers = loop._signal_handlers
    if not sys.is_finalizing():
        for sig in list(handlers):
            loop.remove_signal_handler(sig)
    elif handlers:
        warnings.warn(f"Closing the loop {loop!r} on interpreter shutdown stage, skipping signal handlers removal",
                      ResourceWarning, source=loop)
        handlers.clear()
