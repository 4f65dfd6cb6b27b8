"""What the programs of this folder share: a loop that counts, and outcomes as text."""
import asyncio
import sys

VERSION = sys.version_info[:2]
BEFORE = VERSION.__lt__


class Counting(asyncio.SelectorEventLoop):
    passes = 0

    def _run_once(self):
        self.passes += 1
        super()._run_once()


def on_loop(main, *args, debug=False):
    loop = Counting()
    loop.set_debug(debug)
    asyncio.set_event_loop(loop)
    try:
        return loop.run_until_complete(main(*args))
    finally:
        asyncio.set_event_loop(None)
        loop.close()


def error(e):
    return "%s(%s)" % (type(e).__name__, e)


def outcome(fn, *args, **kwargs):
    try:
        return repr(fn(*args, **kwargs))
    except BaseException as e:
        return error(e)


async def result(awaitable):
    try:
        return repr(await awaitable)
    except BaseException as e:
        return error(e)


def chain(e):
    names = []
    while e is not None:
        names.append(repr(e))
        e = e.__cause__ or e.__context__
    return " from ".join(names)
