# Groups that stand for their only member.
import warnings

import trio
from _run import outcome, run, told

warnings.simplefilter("ignore")


async def fails(error):
    raise error


async def one(**kwargs):
    async with trio.open_nursery(**kwargs) as nursery:
        nursery.start_soon(fails, ValueError("one"))


async def two(**kwargs):
    async with trio.open_nursery(**kwargs) as nursery:
        nursery.start_soon(fails, ValueError("one"))
        nursery.start_soon(fails, KeyError("two"))


async def chosen(case, strict):
    await case(strict_exception_groups=strict)


for case in (one, two):
    for of_run in (True, False):
        outcome(case, strict_exception_groups=of_run)
        for own in (True, False):
            try:
                run(chosen, case, own, strict_exception_groups=of_run)
            except BaseException as e:
                print(case.__name__, of_run, own, told(e))


async def collapses():
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


outcome(collapses, strict_exception_groups=False)
