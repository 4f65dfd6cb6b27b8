# Interrupts where main is not there, or no longer.
import signal

import trio
from _run import outcome
from trio.lowlevel import current_trio_token, enable_ki_protection, spawn_system_task


def interrupt():
    signal.raise_signal(signal.SIGINT)


class BeforeMain(trio.abc.Instrument):
    @enable_ki_protection
    def before_run(self):
        interrupt()
        print("nobody is interrupted yet")


async def checkpoints():
    try:
        await trio.sleep(0)
    except KeyboardInterrupt:
        print("main's first checkpoint")
    await trio.sleep(0)
    return "done"


outcome(checkpoints, instruments=[BeforeMain()])


async def system_task_ends():
    async def system():
        try:
            await trio.sleep_forever()
        finally:
            print("system task cancelled")
            interrupt()
            print("it is protected")

    spawn_system_task(system)
    await trio.testing.wait_all_tasks_blocked()
    return "value is lost"


outcome(system_task_ends)


async def main_fails():
    @enable_ki_protection
    def protected():
        interrupt()

    protected()
    raise ValueError("becomes the context")


try:
    trio.run(main_fails)
except KeyboardInterrupt as e:
    print(repr(e), "from", repr(e.__context__))


async def several_are_one():
    @enable_ki_protection
    def protected():
        for _ in range(3):
            interrupt()

    protected()
    for _ in range(2):
        try:
            await trio.sleep(0)
            print("no more")
        except KeyboardInterrupt:
            print("interrupted")


outcome(several_are_one)


async def from_callback():
    """Main, which blocks, is woken; callbacks go on."""

    def callback():
        interrupt()
        print("callback goes on", trio.lowlevel.currently_ki_protected())

    current_trio_token().run_sync_soon(callback)
    current_trio_token().run_sync_soon(print, "so does the next")
    try:
        await trio.sleep_forever()
    except KeyboardInterrupt:
        print("main interrupted")


outcome(from_callback)


async def not_in_a_shield():
    with trio.CancelScope(shield=True):
        current_trio_token().run_sync_soon(interrupt)
        try:
            await trio.sleep(10)
        except KeyboardInterrupt:
            print("no shield stops it at", trio.current_time())


outcome(not_in_a_shield)


async def nursery_exit_goes_on_waiting():
    async def slow():
        try:
            await trio.sleep_forever()
        except trio.Cancelled:
            with trio.CancelScope(shield=True):
                await trio.sleep(3)
            print("cleaned up at", trio.current_time())
            raise

    async with trio.open_nursery() as nursery:
        nursery.start_soon(slow)
        current_trio_token().run_sync_soon(interrupt)


outcome(nursery_exit_goes_on_waiting)


@trio.lowlevel.disable_ki_protection
def unprotected():
    print("unprotected:", not trio.lowlevel.currently_ki_protected())
    try:
        interrupt()
        print("never")
    except KeyboardInterrupt:
        print("in place")


@enable_ki_protection
def both():
    print("protected:", trio.lowlevel.currently_ki_protected())
    unprotected()
    print("protected:", trio.lowlevel.currently_ki_protected())


async def nearest_mark_wins():
    both()

    @enable_ki_protection
    async def marked():
        print("coroutine function:", trio.lowlevel.currently_ki_protected())
        await trio.sleep(0)
        print("coroutine function:", trio.lowlevel.currently_ki_protected())

    @enable_ki_protection
    def generator():
        yield trio.lowlevel.currently_ki_protected()

    await marked()
    print("generator:", list(generator()), trio.lowlevel.currently_ki_protected())


outcome(nearest_mark_wins)
