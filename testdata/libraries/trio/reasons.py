# How Cancelled tells why, in the newest release.
import re

import trio
from _run import outcome


def say(e):
    print(re.sub(r" at 0x\w+", "", str(e)))
    print(e.source, e.reason, e.source_task is not None)


async def until_cancelled():
    try:
        await trio.sleep_forever()
    except trio.Cancelled as e:
        say(e)
        raise


async def main():
    with trio.CancelScope() as scope:
        scope.cancel()
        await until_cancelled()
    with trio.CancelScope() as scope:
        scope.cancel(reason="because")
        scope.cancel(reason="too late")
        await until_cancelled()
    with trio.move_on_after(1):
        await until_cancelled()
    try:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(until_cancelled)
            await trio.testing.wait_all_tasks_blocked()
            raise ValueError("x")
    except* ValueError:
        pass

    async def fails():
        raise KeyError("child")

    try:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(until_cancelled)
            await trio.testing.wait_all_tasks_blocked()
            nursery.start_soon(fails)
    except* KeyError:
        pass


outcome(main)
