# What the functions do that abort a wait.
import signal

import outcome as outcomes
import trio
from _run import outcome
from trio.lowlevel import Abort, current_task, reschedule, wait_task_rescheduled
from trio.testing import wait_all_tasks_blocked


async def asked_once():
    async def sleeper():
        task = current_task()

        def abort(raise_cancel):
            print("asked")
            slow.append((task, raise_cancel))
            return Abort.FAILED

        with inner:
            try:
                await wait_task_rescheduled(abort)
            except trio.Cancelled:
                print("delivered, although shielded by now")
                raise
        print("inner caught:", inner.cancelled_caught)

    slow = []
    inner = trio.CancelScope()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(sleeper)
        await wait_all_tasks_blocked()
        inner.cancel()
        nursery.cancel_scope.cancel()
        inner.shield = True
        task, raise_cancel = slow.pop()
        reschedule(task, outcomes.capture(raise_cancel))
    print("outer caught:", nursery.cancel_scope.cancelled_caught)


outcome(asked_once)


async def refuses_twice():
    """It is asked again in the next wait, not in this one."""
    tasks = []

    async def sleeper():
        tasks.append(current_task())
        for n in range(2):

            def abort(raise_cancel):
                print("asked in wait", n)
                return Abort.FAILED

            print("got", await wait_task_rescheduled(abort))

    async with trio.open_nursery() as nursery:
        nursery.start_soon(sleeper)
        await wait_all_tasks_blocked()
        nursery.cancel_scope.cancel()
        with trio.CancelScope(shield=True):
            for n in "ab":
                await trio.sleep(1)
                reschedule(tasks[0], outcomes.Value(n))


outcome(refuses_twice)


def interrupt():
    signal.raise_signal(signal.SIGINT)


async def interrupt_refused():
    task = current_task()

    def abort(raise_cancel):
        print("main refuses")
        return Abort.FAILED

    @trio.lowlevel.enable_ki_protection
    def from_token():
        interrupt()
        trio.lowlevel.current_trio_token().run_sync_soon(lambda: reschedule(task, outcomes.Value("woken")))

    trio.lowlevel.current_trio_token().run_sync_soon(from_token)
    print(await wait_task_rescheduled(abort))
    try:
        await trio.sleep(0)
    except KeyboardInterrupt:
        print("interrupted at the next checkpoint")


outcome(interrupt_refused)


async def interrupt_slowly():
    task = current_task()

    def abort(raise_cancel):
        print("main takes its time")

        def late():
            reschedule(task, outcomes.capture(raise_cancel))

        trio.lowlevel.current_trio_token().run_sync_soon(late)
        return Abort.FAILED

    trio.lowlevel.current_trio_token().run_sync_soon(interrupt)
    try:
        await wait_task_rescheduled(abort)
    except KeyboardInterrupt:
        print("interrupted late")
    await trio.sleep(0)
    print("once only")


outcome(interrupt_slowly)


async def interrupt_when_scheduled():
    task = current_task()

    @trio.lowlevel.enable_ki_protection
    def from_token():
        reschedule(task, outcomes.Value("first"))
        interrupt()

    trio.lowlevel.current_trio_token().run_sync_soon(from_token)
    print(await wait_task_rescheduled(lambda raise_cancel: Abort.SUCCEEDED))
    try:
        await trio.lowlevel.checkpoint_if_cancelled()
    except KeyboardInterrupt:
        print("then interrupted")


outcome(interrupt_when_scheduled)
