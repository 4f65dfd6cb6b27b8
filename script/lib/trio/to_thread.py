"""trio.to_thread: blocking functions on threads of their own."""
import contextvars
import threading

import _trio
import outcome

from . import from_thread
from ._sync import CapacityLimiter
from .lowlevel import (
    Abort,
    RunVar,
    checkpoint_if_cancelled,
    current_trio_token,
    enable_ki_protection,
    reschedule,
    wait_task_rescheduled,
)

_limiter = RunVar("limiter")
_DEFAULT_LIMIT = 40
_NOT_GIVEN = object()


def current_default_thread_limiter():
    try:
        return _limiter.get()
    except LookupError:
        limiter = CapacityLimiter(_DEFAULT_LIMIT)
        _limiter.set(limiter)
        return limiter


class _Borrower:
    """Stands for a thread with a limiter."""

    def __init__(self, name):
        self.name = name


@enable_ki_protection
async def run_sync(
    sync_fn, *args, thread_name=None, abandon_on_cancel=_NOT_GIVEN, cancellable=_NOT_GIVEN, limiter=None
):
    if _trio.VERSION == "0.22":
        if abandon_on_cancel is not _NOT_GIVEN:
            raise TypeError("to_thread_run_sync() got an unexpected keyword argument 'abandon_on_cancel'")
        abandon_on_cancel = cancellable
    elif cancellable is not _NOT_GIVEN:
        if abandon_on_cancel is not _NOT_GIVEN:
            raise ValueError("Cannot set `cancellable` and `abandon_on_cancel` simultaneously.")
        abandon_on_cancel = cancellable
    abandon = abandon_on_cancel is not _NOT_GIVEN and bool(abandon_on_cancel)
    await checkpoint_if_cancelled()
    if limiter is None:
        limiter = current_default_thread_limiter()
    name = thread_name or f"{getattr(sync_fn, '__name__', None)} from {_trio.current_task().name}"
    place = _Borrower(name)
    await limiter.acquire_on_behalf_of(place)
    host = from_thread._Host(current_trio_token(), _trio.current_task(), abandon)
    context = contextvars.copy_context()

    def call():
        from_thread._local.host = host
        result = context.run(sync_fn, *args)
        if isinstance(result, _coroutine_types()):
            result.close()
            raise TypeError(
                "Trio expected a sync function, but {!r} appears to be "
                "asynchronous".format(getattr(sync_fn, "__qualname__", sync_fn))
            )
        return result

    def work():
        result = outcome.capture(call)
        try:
            host.token.run_sync_soon(report, result)
        except _trio.RunFinishedError:
            pass  # nobody waits any more

    def report(result):
        try:
            limiter.release_on_behalf_of(place)
        except BaseException as e:
            result = outcome.Error(e)
        if host.task is not None:
            reschedule(host.task, outcome.Value(result))

    def abort(raise_cancel):
        host.raise_cancel = raise_cancel
        if abandon:
            host.task = None
            return Abort.SUCCEEDED
        return Abort.FAILED

    try:
        threading.Thread(target=work, name=name, daemon=True).start()
    except BaseException:
        limiter.release_on_behalf_of(place)
        raise
    while True:
        message = await wait_task_rescheduled(abort)
        if isinstance(message, outcome.Outcome):
            return message.unwrap()
        await message.run()


def _coroutine_types():
    import types

    return types.CoroutineType


run_sync.__qualname__ = run_sync.__name__ = "to_thread_run_sync"
