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
