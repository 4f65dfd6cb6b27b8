"""Other processes that run Python, which this interpreter does not start.

What says something of the machine or of this process is here. Whatever would
start a process, or share something with one, tells that it cannot.
"""

import os
import sys

__all__ = ["active_children", "cpu_count", "current_process", "freeze_support", "get_all_start_methods", "get_start_method", "parent_process", "set_start_method"]


class ProcessError(Exception):
    pass


class BufferTooShort(ProcessError):
    pass


class TimeoutError(ProcessError):
    pass


class AuthenticationError(ProcessError):
    pass


class _MainProcess:
    name, daemon, exitcode = "MainProcess", False, None
    _identity = ()

    @property
    def pid(self):
        return os.getpid()

    ident = pid

    def is_alive(self):
        return True

    def __repr__(self):
        return "<_MainProcess name='MainProcess' parent=None started>"


_main = _MainProcess()


def cpu_count():
    n = os.cpu_count()
    if n is None:
        raise NotImplementedError("cannot determine number of cpus")
    return n


def current_process():
    return _main


def parent_process():
    return None


def active_children():
    return []


def freeze_support():
    pass


def get_all_start_methods():
    return ["fork", "spawn", "forkserver"] if sys.platform == "linux" else ["spawn"]


def get_start_method(allow_none=False):
    return get_all_start_methods()[0]


def set_start_method(method, force=False):
    if method not in get_all_start_methods():
        raise ValueError(f"cannot find context for {method!r}")


def log_to_stderr(level=None):
    import logging

    logger = get_logger()
    logger.addHandler(logging.StreamHandler())
    if level:
        logger.setLevel(level)
    return logger


def get_logger():
    import logging

    return logging.getLogger("multiprocessing")


def _cannot(name):
    def refuse(*args, **kwargs):
        raise NotImplementedError(f"multiprocessing.{name}: this interpreter starts no other Python processes; use threads or subprocess")

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


for _name in (
    "Array Barrier BoundedSemaphore Condition Event JoinableQueue Lock Manager Pipe Pool Queue RLock RawArray RawValue"
    " Semaphore SimpleQueue Value get_context"
).split():
    globals()[_name] = _cannot(_name)


class Process:
    """A process, which cannot be made."""

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        _cannot("Process")()


del _name
