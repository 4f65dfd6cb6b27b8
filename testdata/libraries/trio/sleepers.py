import outcome as outcomes
import trio
from _run import outcome
from trio.lowlevel import Abort, checkpoint, checkpoint_if_cancelled, cancel_shielded_checkpoint, reschedule, wait_task_rescheduled


async def woken(value=None, error=None, answer=Abort.SUCCEEDED):
    tasks = []

    def abort(raise_cancel):
        print("abort called")
        return answer

    async def sleeper():
        tasks.append(trio.lowlevel.current_task())
        try:
            print("woken with", await wait_task_rescheduled(abort))
        except ValueError as e:
            print("woken by", repr(e))
        await checkpoint()
        print("went on")

    async with trio.open_nursery() as nursery:
        nursery.start_soon(sleeper)
        await trio.testing.wait_all_tasks_blocked()
        if error:
            reschedule(tasks[0], outcomes.Error(error))
        elif value:
            reschedule(tasks[0], outcomes.Value(value))
        else:
            nursery.cancel_scope.cancel()
            nursery.cancel_scope.cancel()
            with trio.CancelScope(shield=True):
                await trio.sleep(1)
                if answer is Abort.FAILED:
                    reschedule(tasks[0], outcomes.Value("late"))


outcome(woken, "value")
outcome(woken, None, ValueError("e"))
outcome(woken)
outcome(woken, None, None, Abort.FAILED)


async def slow_abort():
    async def sleeper(scope):
        raises = []
        with scope:
            task = trio.lowlevel.current_task()

            def abort(raise_cancel):
                print("asked to abort")
                raises.append(raise_cancel)
                trio.lowlevel.current_trio_token().run_sync_soon(late, task, raises)
                return Abort.FAILED

            try:
                await wait_task_rescheduled(abort)
            except trio.Cancelled:
                print("cancelled late")
                raise
        print("caught:", scope.cancelled_caught)

    def late(task, raises):
        reschedule(task, outcomes.capture(raises[0]))

    async with trio.open_nursery() as nursery:
        scope = trio.CancelScope()
        nursery.start_soon(sleeper, scope)
        await trio.testing.wait_all_tasks_blocked()
        scope.cancel()
        scope.shield = True


outcome(slow_abort)


async def checkpoints():
    with trio.CancelScope() as scope:
        scope.cancel()
        for point in (checkpoint, checkpoint_if_cancelled, lambda: trio.sleep(0), lambda: trio.sleep(1), trio.sleep_forever):
            try:
                await point()
            except trio.Cancelled:
                print("cancelled")
        await cancel_shielded_checkpoint()
        print("shielded")
        await checkpoint()
    await checkpoint_if_cancelled()


outcome(checkpoints)


async def internal(kind):
    async def fails():
        if kind == "group":
            raise ExceptionGroup("own", [ValueError("a")])
        if kind == "cancelled":
            with trio.CancelScope() as scope:
                scope.cancel()
                await trio.sleep(1)
        raise kind

    trio.lowlevel.spawn_system_task(fails)
    await trio.sleep_forever()


outcome(internal, KeyError("system"))
outcome(internal, "group")
outcome(internal, KeyboardInterrupt())
