"""Futures. There is one class of them, which stands for both of CPython's."""

import asyncio as _asyncio
from asyncio import CancelledError, Future, InvalidStateError, base_futures, isfuture, wrap_future
from asyncio.log import logger

__all__ = ("Future", "wrap_future", "isfuture")

_PENDING = base_futures._PENDING
_CANCELLED = base_futures._CANCELLED
_FINISHED = base_futures._FINISHED

_CFuture = _PyFuture = Future


def _get_loop(fut):
    get = getattr(fut, "get_loop", None)
    return fut._loop if get is None else get()


def _set_result_unless_cancelled(fut, result):
    if not fut.cancelled():
        fut.set_result(result)


def _convert_future_exc(exc):
    """asyncio's exception for one of concurrent.futures."""
    import concurrent.futures as others

    for theirs, ours in (
        (others.CancelledError, CancelledError),
        (others.TimeoutError, _asyncio.TimeoutError),
        (others.InvalidStateError, InvalidStateError),
    ):
        if type(exc) is theirs:
            return exc if theirs is ours else ours(*exc.args).with_traceback(exc.__traceback__)
    return exc


def _copy_future_state(source, dest):
    """Give dest, a future of asyncio, the outcome of source, which may be of another make."""
    assert source.done()
    if dest.cancelled():
        return
    assert not dest.done()
    if source.cancelled():
        dest.cancel()
        return
    exception = source.exception()
    if exception is None:
        dest.set_result(source.result())
    else:
        dest.set_exception(_convert_future_exc(exception))
