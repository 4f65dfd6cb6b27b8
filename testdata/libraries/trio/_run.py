"""Runs trio programs on a clock that jumps, with the orders that trio leaves open fixed."""
import trio
import trio.testing

try:
    from trio._core import _run as _internals
except ImportError:
    pass  # not CPython's trio: the orders are fixed anyway
else:

    class _Forward:
        """The coin that has a batch run in its order."""

        def random(self):
            return 0.0

        def __getattr__(self, name):
            import random

            return getattr(random, name)

    _internals._r = _Forward()


def run(async_fn, *args, **kwargs):
    return trio.run(async_fn, *args, clock=trio.testing.MockClock(autojump_threshold=0), **kwargs)


def outcome(async_fn, *args, **kwargs):
    """Run; print how it ended."""
    try:
        print(async_fn.__name__, "returned", run(async_fn, *args, **kwargs))
    except BaseException as e:
        print(async_fn.__name__, "raised", told(e))


def told(error):
    if isinstance(error, BaseExceptionGroup):
        inner = sorted(told(e) for e in error.exceptions)
        return f"{type(error).__name__}: {error.args[0] if error.args else ''} [{', '.join(inner)}]"
    cause = f" from {told(error.__cause__)}" if error.__cause__ else ""
    return f"{type(error).__name__}({error}){cause}"
