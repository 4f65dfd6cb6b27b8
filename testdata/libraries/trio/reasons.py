# How Cancelled tells why, in the newest release.
import re
import signal

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


async def interrupted():
    trio.lowlevel.current_trio_token().run_sync_soon(signal.raise_signal, signal.SIGINT)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(until_cancelled)


outcome(interrupted)


async def ends():
    trio.lowlevel.spawn_system_task(until_cancelled)
    await trio.testing.wait_all_tasks_blocked()


outcome(ends)


async def misnested():
    one = trio.CancelScope()
    one.__enter__()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(until_cancelled)
        await trio.testing.wait_all_tasks_blocked()
        try:
            one.__exit__(None, None, None)
        except RuntimeError:
            print("misnested")


outcome(misnested)


async def by_another_task():
    async def canceller(scope):
        scope.cancel("from afar")

    async with trio.open_nursery() as nursery:
        with trio.CancelScope() as outer, trio.CancelScope() as inner:
            nursery.start_soon(canceller, outer)
            try:
                await until_cancelled()
            finally:
                inner.cancel("of its own, later")
                try:
                    await until_cancelled()
                finally:
                    print(inner.cancel_called)


outcome(by_another_task)


async def repeated():
    with trio.CancelScope() as scope:
        scope.cancel("twice told")
        seen = []
        for _ in range(2):
            try:
                await trio.sleep(0)
            except trio.Cancelled as e:
                seen.append(e)
        print(seen[0] is seen[1], str(seen[0]) == str(seen[1]))


outcome(repeated)
