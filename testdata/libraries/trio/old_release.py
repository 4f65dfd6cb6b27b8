# trio: 0.22
# What the old release does differently.
import warnings

import trio
from _run import outcome, told

warnings.simplefilter("ignore")


async def fails(error):
    raise error


async def one():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(fails, ValueError("one"))


async def two():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(fails, ValueError("one"))
        nursery.start_soon(fails, KeyError("two"))


outcome(one)
try:
    trio.run(two)
except trio.MultiError as e:
    print(type(e).__name__, sorted(map(repr, e.exceptions)), isinstance(e, ExceptionGroup))


async def empty_in_cancelled():
    with trio.CancelScope() as scope:
        scope.cancel()
        async with trio.open_nursery():
            pass
        print("never")
    print(scope.cancelled_caught)


outcome(empty_in_cancelled)


async def texts():
    try:
        with trio.CancelScope() as scope:
            scope.cancel()
            try:
                await trio.sleep(0)
            except trio.Cancelled as e:
                print(str(e))
                raise
        for call in (lambda: trio.move_on_after(-1), lambda: trio.CapacityLimiter(0)):
            try:
                call()
            except ValueError as e:
                print(e)
        await trio.sleep(-1)
    except ValueError as e:
        print(e)
    print(bool(trio.Event()))
    scope = trio.move_on_after(5)
    await trio.sleep(3)
    with scope:
        await trio.sleep(10)
    return trio.current_time()


outcome(texts)


async def loosened():
    async def on_cancel():
        try:
            await trio.sleep_forever()
        finally:
            raise KeyError("left")

    with trio.CancelScope() as scope:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(trio.sleep_forever)
            nursery.start_soon(on_cancel)
            await trio.sleep(1)
            scope.cancel()


outcome(loosened)
