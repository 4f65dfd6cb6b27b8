import trio
from _run import outcome


async def server(value, delay=1, fails=None, *, task_status=trio.TASK_STATUS_IGNORED):
    await trio.sleep(delay)
    if fails == "before":
        raise ValueError("before started")
    if fails == "never":
        return
    task_status.started(value)
    if fails == "twice":
        task_status.started(value)
    await trio.sleep(5)
    if fails == "after":
        raise ValueError("after started")
    print("served until", trio.current_time())


async def starts(*args):
    async with trio.open_nursery() as nursery:
        try:
            print("start gave", await nursery.start(server, *args), "at", trio.current_time())
        except (ValueError, RuntimeError) as e:
            print("start raised", repr(e))


outcome(starts, 1)
outcome(starts, None, 2)
for fails in ("before", "never", "twice", "after"):
    outcome(starts, 1, 1, fails)


async def direct():
    await server(1)


outcome(direct)


async def caller_cancelled():
    async def child(*, task_status):
        try:
            await trio.sleep(5)
        except trio.Cancelled:
            print("child cancelled at", trio.current_time())
            task_status.started("too late")
            raise

    async with trio.open_nursery() as nursery:
        with trio.move_on_after(2) as scope:
            await nursery.start(child)
        print(scope.cancelled_caught)


outcome(caller_cancelled)


async def closed_target():
    async with trio.open_nursery() as nursery:
        pass
    try:
        await nursery.start(server, 1)
    except RuntimeError as e:
        print(e)


outcome(closed_target)


async def target_cancelled():
    async with trio.open_nursery() as nursery:
        nursery.cancel_scope.cancel()
        with trio.CancelScope(shield=True):
            print(await nursery.start(server, "value"))
        print("then", trio.current_time())


outcome(target_cancelled)


async def holds_open():
    async def starter(nursery):
        print("started", await nursery.start(server, "v", 3))

    async with trio.open_nursery() as other:
        async with trio.open_nursery() as nursery:
            other.start_soon(starter, nursery)
            await trio.sleep(1)
        print("closed at", trio.current_time())


outcome(holds_open)


async def where():
    async def child(nursery, *, task_status):
        task = trio.lowlevel.current_task()
        print(task.parent_nursery is nursery, task.eventual_parent_nursery is nursery)
        task_status.started()
        print(task.parent_nursery is nursery, task.eventual_parent_nursery)

    async with trio.open_nursery() as nursery:
        await nursery.start(child, nursery)


outcome(where)


async def cancelled_after_started():
    async def child(*, task_status):
        task_status.started("up")
        try:
            await trio.sleep_forever()
        except trio.Cancelled:
            print("child cancelled at", trio.current_time())
            raise

    async with trio.open_nursery() as nursery:
        print(await nursery.start(child))
        await trio.sleep(1)
        nursery.cancel_scope.cancel()


outcome(cancelled_after_started)


async def started_into_cancelled():
    """What has started belongs to the nursery, which is cancelled by then."""

    async def child(*, task_status):
        try:
            with trio.CancelScope(shield=True):
                await trio.sleep(1)
            task_status.started("late")
            print("goes on to a checkpoint")
            await trio.sleep(1)
        except trio.Cancelled:
            print("child cancelled at", trio.current_time())
            raise

    async with trio.open_nursery() as outer:

        async def starter():
            print("start gave", await inner.start(child))

        async with trio.open_nursery() as inner:
            outer.start_soon(starter)
            await trio.testing.wait_all_tasks_blocked()
            inner.cancel_scope.cancel()


outcome(started_into_cancelled)


async def error_after_cancel():
    async def child(*, task_status):
        try:
            await trio.sleep_forever()
        except trio.Cancelled:
            raise KeyError("instead of Cancelled") from ValueError("the cause")

    async with trio.open_nursery() as nursery:
        with trio.move_on_after(1) as scope:
            try:
                await nursery.start(child)
            except KeyError as e:
                print(repr(e), "from", repr(e.__cause__))
        print(scope.cancelled_caught)


outcome(error_after_cancel)


async def no_checkpoint_after_cancel():
    async def child(*, task_status):
        with trio.CancelScope(shield=True):
            await trio.sleep(2)
        task_status.started("all the same")
        print("ends without a checkpoint")

    async with trio.open_nursery() as nursery:
        with trio.move_on_after(1) as scope:
            print("start gave", await nursery.start(child))
        print(scope.cancelled_caught, trio.current_time())


outcome(no_checkpoint_after_cancel)


async def crash_holds_open():
    """A start that is pending keeps the nursery open; its error is start's."""

    async def crashes(*, task_status):
        await trio.sleep(2)
        raise KeyError("before started")

    async def starter():
        try:
            await inner.start(crashes)
        except KeyError as e:
            print("start raised", repr(e), "at", trio.current_time())

    async with trio.open_nursery() as outer:
        async with trio.open_nursery() as inner:
            outer.start_soon(starter)
            await trio.testing.wait_all_tasks_blocked()
        print("closed at", trio.current_time())


outcome(crash_holds_open)


async def subtree_moves():
    async def grandchild():
        await trio.sleep(3)
        print("grandchild done at", trio.current_time())

    async def child(*, task_status):
        async with trio.open_nursery() as own:
            own.start_soon(grandchild)
            task_status.started(own)

    async with trio.open_nursery() as nursery:
        with trio.CancelScope() as scope:
            own = await nursery.start(child)
            scope.cancel()
            print(own.parent_task.parent_nursery is nursery)
    print(trio.current_time())


outcome(subtree_moves)
trio.TASK_STATUS_IGNORED.started("to nobody")
print(trio.TASK_STATUS_IGNORED)
