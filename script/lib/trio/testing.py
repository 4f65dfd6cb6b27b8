"""trio.testing: a clock to be moved by hand, orders that are forced."""
import contextlib
import functools
from math import inf

import _trio

from . import abc
from ._nursery import run


class MockClock(abc.Clock):
    def __init__(self, rate=0.0, autojump_threshold=inf):
        self._core = _trio.MockClock()
        self._core.set_rate(rate)
        self._core.set_threshold(autojump_threshold)

    def __repr__(self):
        return f"<MockClock, time={self.current_time():.7f}, rate={self.rate} @ {id(self):#x}>"

    @property
    def rate(self):
        return self._core.get_rate()

    @rate.setter
    def rate(self, value):
        self._core.set_rate(value)

    @property
    def autojump_threshold(self):
        return self._core.get_threshold()

    @autojump_threshold.setter
    def autojump_threshold(self, value):
        self._core.set_threshold(value)

    def start_clock(self):
        pass

    def current_time(self):
        return self._core.now()

    def deadline_to_sleep_time(self, deadline):
        return self._core.sleep_time(deadline)

    def jump(self, seconds):
        self._core.jump(seconds)


MockClock.__module__ = "trio.testing"


async def wait_all_tasks_blocked(cushion=0.0):
    await _trio.wait_all_tasks_blocked(cushion)


class Sequencer:
    def __init__(self):
        self._core = _trio.Sequencer()

    @contextlib.asynccontextmanager
    async def __call__(self, position):
        await self._core.enter(position)
        try:
            yield
        finally:
            self._core.leave(position)


Sequencer.__module__ = "trio.testing"


def trio_test(fn):
    @functools.wraps(fn)
    def wrapper(**kwargs):
        clocks = [c for c in kwargs.values() if isinstance(c, abc.Clock)]
        if len(clocks) > 1:
            raise ValueError("too many clocks spoil the broth!")
        instruments = [i for i in kwargs.values() if isinstance(i, abc.Instrument)]
        return run(functools.partial(fn, **kwargs), clock=clocks[0] if clocks else None, instruments=instruments)

    return wrapper


class _Points:
    """Tells whether a block was a checkpoint."""

    def __init__(self, expected):
        self._expected = expected

    def _counts(self):
        task = _trio.current_task()
        return task._cancel_points, task._schedule_points

    def __enter__(self):
        self._before = self._counts()

    def __exit__(self, *args):
        now = self._counts()
        passed = now[0] != self._before[0] and now[1] != self._before[1]
        if self._expected and not passed:
            raise AssertionError("assert_checkpoints block did not yield!")
        if not self._expected and now != self._before:
            raise AssertionError("assert_no_checkpoints block yielded!")


def assert_checkpoints():
    return _Points(True)


def assert_no_checkpoints():
    return _Points(False)
