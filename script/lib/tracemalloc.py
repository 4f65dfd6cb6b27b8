"""How much memory the program's objects take.

The whole heap is measured, from start() on, when somebody asks: there is no record of which line
made what, so that snapshots have no traces.
"""

import fnmatch
import os
import pickle

from _tracemalloc import heap as _heap

__all__ = []

_state = {"base": None, "peak": 0, "limit": 1}


def start(nframe=1):
    """Count from now on, if that is not done already."""
    if not 1 <= nframe <= 65535:
        raise ValueError("the number of frames must be in range [1; 65535]")
    if _state["base"] is None:
        _state.update(base=_heap(), peak=0, limit=nframe)


def stop():
    """Count no longer."""
    _state.update(base=None, peak=0, limit=1)


def is_tracing():
    return _state["base"] is not None


def clear_traces():
    if is_tracing():
        _state.update(base=_heap(), peak=0)


def get_traced_memory():
    """Give the bytes that came since start(), and the most that was seen."""
    if not is_tracing():
        return 0, 0
    now = max(_heap() - _state["base"], 0)
    _state["peak"] = max(_state["peak"], now)
    return now, _state["peak"]


def reset_peak():
    if is_tracing():
        _state["peak"] = 0


def get_traceback_limit():
    return _state["limit"]


def get_tracemalloc_memory():
    return 0


def get_object_traceback(obj):
    return None


class Frame:
    """A line of a file."""

    __slots__ = ("filename", "lineno")

    def __init__(self, filename, lineno):
        self.filename, self.lineno = filename, lineno

    def __repr__(self):
        return f"<Frame filename={self.filename!r} lineno={self.lineno!r}>"

    def __str__(self):
        return f"{self.filename}:{self.lineno}"


class BaseFilter:
    def __init__(self, inclusive):
        self.inclusive = inclusive


class Filter(BaseFilter):
    """Which traces of a snapshot count, by their file."""

    def __init__(self, inclusive, filename_pattern, lineno=None, all_frames=False, domain=None):
        super().__init__(inclusive)
        self._pattern = os.path.normcase(filename_pattern)
        self.lineno, self.all_frames, self.domain = lineno, all_frames, domain

    @property
    def filename_pattern(self):
        return self._pattern

    def _fits(self, filename):
        return fnmatch.fnmatch(os.path.normcase(filename), self._pattern)


class DomainFilter(BaseFilter):
    def __init__(self, inclusive, domain):
        super().__init__(inclusive)
        self._domain = domain

    @property
    def domain(self):
        return self._domain


class Snapshot:
    """What take_snapshot gives."""

    def __init__(self, traces, traceback_limit):
        self.traces, self.traceback_limit = traces, traceback_limit

    def filter_traces(self, filters):
        if not hasattr(filters, "__iter__"):
            raise TypeError(f"filters must be a list of filters, not {type(filters).__name__}")
        return Snapshot(self.traces, self.traceback_limit)

    def _check(self, key_type, cumulative):
        if key_type not in ("traceback", "filename", "lineno"):
            raise ValueError(f"unknown key_type: {key_type!r}")
        if cumulative and key_type not in ("lineno", "filename"):
            raise ValueError(f"cumulative mode cannot by used with key type {key_type!r}")
        return []

    def statistics(self, key_type, cumulative=False):
        return self._check(key_type, cumulative)

    def compare_to(self, old_snapshot, key_type, cumulative=False):
        return self._check(key_type, cumulative)

    def dump(self, filename):
        with open(filename, "wb") as f:
            pickle.dump((self.traces, self.traceback_limit), f)

    @staticmethod
    def load(filename):
        with open(filename, "rb") as f:
            return Snapshot(*pickle.load(f))


def take_snapshot():
    if not is_tracing():
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    return Snapshot([], get_traceback_limit())
