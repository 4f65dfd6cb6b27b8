"""trio.lowlevel: what other primitives are made of."""
import enum
from math import inf
from types import coroutine as _coroutine

import _trio
from _trio import Task

import outcome as _outcome

from . import _records
from ._calls import coroutine_of as _coroutine_of, name_of as _name_of


class Abort(enum.Enum):
    SUCCEEDED = 1
    FAILED = 2


class RaiseCancelT:
    """The type of what an abort function is given."""


async def checkpoint():
    await _trio.checkpoint()


async def checkpoint_if_cancelled():
    await _trio.checkpoint_if_cancelled()


async def cancel_shielded_checkpoint():
    await _trio.cancel_shielded_checkpoint()


def _abort(abort_func):
    def abort(raise_cancel):
        answer = abort_func(raise_cancel)
        return answer is Abort.SUCCEEDED if type(answer) is Abort else None

    return abort


def _parts(result):
    if isinstance(result, _outcome.Error):
        return None, result.error
    return result.value, None


async def wait_task_rescheduled(abort_func):
    return await _trio.wait_task_rescheduled(_abort(abort_func))


def reschedule(task, next_send=_outcome.Value(None)):
    _trio.reschedule(task, *_parts(next_send))


@_coroutine
def _give(value):
    return (yield value)  # to whoever drives the coroutine, and from there


async def permanently_detach_coroutine_object(final_outcome):
    return await _give(_trio.detachment(*_parts(final_outcome)))


async def temporarily_detach_coroutine_object(abort_func):
    return await _give(_trio.lending(_abort(abort_func)))


async def reattach_detached_coroutine_object(task, yield_value):
    if not task.coro.cr_running:
        raise RuntimeError("given task does not match calling coroutine")
    reschedule(task)
    await _give(yield_value)


def current_task():
    return _trio.current_task()


def current_root_task():
    return _trio.current_root_task() if _trio.in_run() else None


def current_clock():
    return _trio.current_clock()


def current_statistics():
    return _records.RunStatistics(*_trio.statistics())


def in_trio_run():
    return _trio.in_run()


def in_trio_task():
    return _trio.in_task()


def add_instrument(instrument):
    _trio.add_instrument(instrument)


def remove_instrument(instrument):
    _trio.remove_instrument(instrument)


def spawn_system_task(async_fn, *args, name=None, context=None):
    return _trio.spawn_system_task(_coroutine_of(async_fn, *args), _name_of(async_fn, name), context)


class TrioToken:
    """The way into a run for other threads."""

    __slots__ = ("_core", "_merged")

    def __init__(self, *args, **kwargs):
        raise TypeError("trio.lowlevel.TrioToken has no public constructor")

    def run_sync_soon(self, sync_fn, *args, idempotent=False):
        if not idempotent:
            self._core.run_sync_soon(lambda: sync_fn(*args), False)
            return
        key = sync_fn, args
        if key in self._merged:
            return

        def call():
            self._merged.discard(key)
            sync_fn(*args)

        self._core.run_sync_soon(call, True)
        self._merged.add(key)


def _token_of(core):
    token = TrioToken.__new__(TrioToken)
    token._core, token._merged = core, set()
    return token


_trio.token_of = _token_of


def current_trio_token():
    return _trio.token()


class ParkingLot:
    """Where tasks wait, first come first served."""

    def __init__(self):
        self._core = _trio.ParkingLot()

    def __len__(self):
        return len(self._core)

    def __bool__(self):
        return len(self._core) > 0

    async def park(self):
        await self._core.park()

    def unpark(self, *, count=1):
        _check_count(count)
        return self._core.unpark(count)

    def unpark_all(self):
        return self.unpark(count=len(self))

    def repark(self, new_lot, *, count=1):
        if not isinstance(new_lot, ParkingLot):
            raise TypeError("new_lot must be a ParkingLot")
        _check_count(count)
        self._core.repark(new_lot._core, count)

    def repark_all(self, new_lot):
        return self.repark(new_lot, count=len(self))

    def break_lot(self, task=None):
        self._core.break_lot(_trio.current_task() if task is None else task)

    @property
    def broken_by(self):
        return self._core.broken_by

    def statistics(self):
        return _records.ParkingLotStatistics(len(self))


def _check_count(count):
    if count != inf and not isinstance(count, int):
        raise ValueError("Cannot pop a non-integer number of tasks.")


def add_parking_lot_breaker(task, lot):
    lot._core.add_breaker(task)


def remove_parking_lot_breaker(task, lot):
    lot._core.remove_breaker(task)


def currently_ki_protected():
    return _trio.protected()


def enable_ki_protection(fn):
    return _marked(fn, True)


def disable_ki_protection(fn):
    return _marked(fn, False)


def _marked(fn, protect):
    inner = fn
    while hasattr(inner, "__wrapped__"):
        inner = inner.__wrapped__
    _trio.protect(inner, protect)
    return fn


class RunVar:
    """A variable of a run."""

    _missing = object()

    def __init__(self, name, default=_missing):
        self._name, self._default = name, default
        self._values = {}

    def __repr__(self):
        return f"<RunVar name={self._name!r}>"

    def _run(self):
        if not _trio.in_run():
            raise RuntimeError("Cannot be used outside of a run context")
        return _trio.current_root_task()

    def get(self, default=_missing):
        value = self._values.get(self._run(), default)
        if value is RunVar._missing:
            value = self._default
        if value is RunVar._missing:
            raise LookupError(self)
        return value

    def set(self, value):
        run = self._run()
        old = self._values.get(run, RunVar._missing)
        self._values[run] = value
        return RunVarToken(self, old)

    def reset(self, token):
        if token is None:
            raise TypeError("token must not be none")
        if token._var is not self:
            raise ValueError("token is not for us")
        if token._used:
            raise ValueError("token has already been used")
        token._used = True
        if token._old is RunVar._missing:
            self._values.pop(self._run(), None)
        else:
            self._values[self._run()] = token._old


class RunVarToken:
    __slots__ = ("_var", "_old", "_used")

    def __init__(self, var, old):
        self._var, self._old, self._used = var, old, False


for _c in (Abort, RaiseCancelT, TrioToken, ParkingLot, RunVar, RunVarToken):
    _c.__module__ = "trio.lowlevel"


def __getattr__(name):
    if name in ("start_guest_run", "wait_readable", "wait_writable", "notify_closing", "open_process", "FdStream"):
        raise AttributeError(f"trio.lowlevel.{name} is not supported here")
    raise AttributeError(f"module 'trio.lowlevel' has no attribute {name!r}")
