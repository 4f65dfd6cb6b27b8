"""From a function and its arguments to a coroutine and a task's name."""
import collections.abc
import functools
import inspect

_GIVEN_COROUTINE = """Trio was expecting an async function, but instead it got a coroutine object {0!r}

Probably you did something like:

  trio.run({1}(...))            # incorrect!
  nursery.start_soon({1}(...))  # incorrect!

Instead, you want (notice the parentheses!):

  trio.run({1}, ...)            # correct!
  nursery.start_soon({1}, ...)  # correct!"""
_OTHER_LIBRARY = (
    "{} – are you trying to use a library written for asyncio/twisted/tornado or similar? "
    "That won't work without some sort of compatibility shim."
)


def coroutine_of(async_fn, *args, **kwargs):
    """Call async_fn; anything but a coroutine is the caller's mistake."""
    try:
        coro = async_fn(*args, **kwargs)
    except TypeError:
        if isinstance(async_fn, collections.abc.Coroutine):
            async_fn.close()
            raise TypeError(_GIVEN_COROUTINE.format(async_fn, async_fn.__name__)) from None
        if _of_other_library(async_fn):
            what = f"Trio was expecting an async function, but instead it got {async_fn!r}"
            raise TypeError(_OTHER_LIBRARY.format(what)) from None
        raise
    if isinstance(coro, collections.abc.Coroutine):
        return coro
    if _of_other_library(coro):
        raise TypeError(_OTHER_LIBRARY.format(f"Trio got unexpected {coro!r}"))
    if inspect.isasyncgen(coro):
        raise TypeError(f"start_soon expected an async function but got an async generator {coro!r}")
    name = getattr(async_fn, "__qualname__", async_fn)
    raise TypeError(f"Trio expected an async function, but {name!r} appears to be synchronous")


def _of_other_library(value):
    return (
        isinstance(value, collections.abc.Generator)
        or getattr(value, "_asyncio_future_blocking", None) is not None
        or type(value).__name__ in ("Future", "Deferred")
    )


def name_of(async_fn, name=None):
    """What a task that runs async_fn is called."""
    name = async_fn if name is None else name
    while isinstance(name, functools.partial):
        name = name.func
    if isinstance(name, str):
        return name
    try:
        return f"{name.__module__}.{name.__qualname__}"
    except AttributeError:
        return repr(name)
