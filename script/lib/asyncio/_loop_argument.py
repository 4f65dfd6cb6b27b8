"""The loop= argument of the versions that still look at it."""

import warnings

import _asyncio_sync as _sync
from asyncio import get_event_loop

_ABSENT = object()


def check(loop, name):
    """Deal with a loop= given to what is called name; give the loop to use."""
    if _sync.LOOP_ARGUMENT == "refused":
        if loop is not _ABSENT:
            raise TypeError(f"As of 3.10, the *loop* parameter was removed from {name}() "
                            "since it is no longer necessary")
        return None
    if loop is _ABSENT or loop is None:
        return get_event_loop()
    warnings.warn("The loop argument is deprecated since Python 3.8, "
                  "and scheduled for removal in Python 3.10.",
                  DeprecationWarning, stacklevel=3)
    return loop


def taken(cls):
    """Have a class take loop=, in the versions where that means something.

    The class makes what it waits on from self._loop.
    """
    if not _sync.LOOP_ARGUMENT:
        return cls
    plain = cls.__init__

    def __init__(self, *args, loop=_ABSENT, **kwargs):
        if loop is not _ABSENT or self._loop is None:
            loop = check(loop, type(self).__name__)
            if loop is not None:
                self._loop = loop
        plain(self, *args, **kwargs)

    __init__.__qualname__ = plain.__qualname__
    cls.__init__ = __init__
    cls._plain_init = plain
    return cls


def quietly(cls, loop):
    """Make an object for another one's use, on that one's loop."""
    if loop is None:
        return cls()
    made = cls.__new__(cls)
    made._loop = loop
    cls._plain_init(made)
    return made
