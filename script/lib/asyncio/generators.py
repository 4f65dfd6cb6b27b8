"""Coroutines written as generators, which versions before 3.11 have."""

import functools
import inspect
import types
import warnings
from asyncio.coroutines import _is_coroutine
from collections.abc import Awaitable


def coroutine(func):
    """Mark a generator function as a coroutine function."""
    warnings.warn('"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead',
                  DeprecationWarning, stacklevel=2)
    if inspect.iscoroutinefunction(func):
        return func
    body = func
    if not inspect.isgeneratorfunction(func):
        @functools.wraps(func)
        def body(*args, **kwargs):
            result = func(*args, **kwargs)
            if inspect.isgenerator(result):
                result = yield from result
            elif isinstance(result, Awaitable):
                result = yield from result.__await__()
            return result
    made = types.coroutine(body)
    made._is_coroutine = _is_coroutine
    return made
