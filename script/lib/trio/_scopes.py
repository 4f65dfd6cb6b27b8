"""Cancel scopes and timeouts."""
import contextlib
from math import inf, isnan

import _trio


def _reraise(error):
    """Raise error with the context that it has, whatever is being handled."""
    context = error.__context__
    try:
        raise error
    finally:
        error.__context__ = context
        del error, context


class CancelScope:
    """A stretch of code that can be cancelled."""

    __slots__ = ("_core", "__weakref__")

    def __init__(self, *, deadline=inf, relative_deadline=inf, shield=False):
        self._core = _trio.Scope(self, deadline, relative_deadline, bool(shield))

    def __init_subclass__(cls):
        raise TypeError(f"type '{CancelScope.__module__}.CancelScope' is not an acceptable base type")

    def __enter__(self):
        self._core.enter()
        return self

    def __exit__(self, kind, error, traceback):
        left = self._core.exit(error)
        if left is error:
            return False
        if left is None:
            return True
        _reraise(left)

    def __repr__(self):
        return f"<trio.CancelScope at {id(self):#x}, {self._core.info()}>"

    def cancel(self, reason=None):
        self._core.cancel(reason)

    @property
    def cancel_called(self):
        return self._core.cancel_called()

    @property
    def cancelled_caught(self):
        return self._core.cancelled_caught

    @property
    def deadline(self):
        return self._core.get_deadline()

    @deadline.setter
    def deadline(self, value):
        self._core.set_deadline(value)

    @property
    def relative_deadline(self):
        return self._core.get_relative_deadline()

    @relative_deadline.setter
    def relative_deadline(self, value):
        self._core.set_relative_deadline(value)

    @property
    def is_relative(self):
        return self._core.is_relative()

    @property
    def shield(self):
        return self._core.get_shield()

    @shield.setter
    def shield(self, value):
        self._core.set_shield(value)


CancelScope.__module__ = "trio"


def scope_of(core):
    """The CancelScope of a nursery."""
    scope = CancelScope.__new__(CancelScope)
    scope._core = core
    return scope


def current_effective_deadline():
    return _trio.current_effective_deadline()


def current_time():
    return _trio.current_time()


def _check(seconds, text):
    if isnan(seconds):
        raise ValueError("`seconds` must not be NaN")
    if seconds < 0:
        raise ValueError("`seconds` must be non-negative" if _trio.NAMED_SECONDS else text)


def move_on_at(deadline, *, shield=False):
    if isnan(deadline):
        raise ValueError("deadline must not be NaN")
    return CancelScope(deadline=deadline, shield=shield)


def move_on_after(seconds, *, shield=False):
    _check(seconds, "timeout must be non-negative")
    if _trio.RELATIVE:
        return CancelScope(relative_deadline=seconds, shield=shield)
    return move_on_at(current_time() + seconds, shield=shield)


async def sleep_forever():
    await _trio.sleep_forever()


async def sleep_until(deadline):
    await _trio.sleep_until(deadline)


async def sleep(seconds):
    await _trio.sleep(seconds)


@contextlib.contextmanager
def fail_at(deadline, *, shield=False):
    with move_on_at(deadline, shield=shield) as scope:
        yield scope
    if scope.cancelled_caught:
        raise _trio.TooSlowError


@contextlib.contextmanager
def fail_after(seconds, *, shield=False):
    with move_on_after(seconds, shield=shield) as scope:
        yield scope
    if scope.cancelled_caught:
        raise _trio.TooSlowError
