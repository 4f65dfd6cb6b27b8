import trio
from _run import outcome, told


async def fails(error, after=0):
    await trio.sleep(after)
    raise error


async def body():
    async with trio.open_nursery():
        raise ValueError("body")


async def child():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(fails, KeyError("child"))
        try:
            await trio.sleep_forever()
        except trio.Cancelled:
            print("body cancelled")
            raise


async def both():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(fails, KeyError("child"))
        raise ValueError("body")


async def two():
    async with trio.open_nursery() as nursery:
        nursery.start_soon(fails, KeyError("one"))
        nursery.start_soon(fails, KeyError("two"))


async def siblings():
    async def sibling():
        try:
            await trio.sleep_forever()
        except trio.Cancelled:
            print("sibling cancelled at", trio.current_time())
            raise

    async with trio.open_nursery() as nursery:
        nursery.start_soon(sibling)
        nursery.start_soon(fails, KeyError("k"), 3)


async def nested():
    async with trio.open_nursery():
        async with trio.open_nursery() as inner:
            inner.start_soon(fails, KeyError("deep"))


for case in (body, child, both, two, siblings, nested):
    outcome(case)


async def late_spawn():
    async def spawner(nursery):
        nursery.start_soon(told_later)

    async def told_later():
        print("spawned during the exit")

    async with trio.open_nursery() as nursery:
        nursery.start_soon(spawner, nursery)
    try:
        nursery.start_soon(told_later)
    except RuntimeError as e:
        print(e)
    async with trio.open_nursery() as nursery:
        nursery.cancel_scope.cancel()

        async def first_steps():
            print("starts")
            await trio.sleep(0)
            print("never")

        nursery.start_soon(first_steps)


outcome(late_spawn)


async def empty_in_cancelled():
    with trio.CancelScope() as scope:
        scope.cancel()
        async with trio.open_nursery():
            pass
        print("closing raises nothing")
        async with trio.open_nursery() as nursery:
            async def nothing():
                print("child without a checkpoint")
            nursery.start_soon(nothing)
    print(scope.cancelled_caught)


outcome(empty_in_cancelled)


async def mixed_group():
    async def on_cancel(error):
        try:
            await trio.sleep_forever()
        finally:
            if error:
                raise error

    with trio.CancelScope() as scope:
        async with trio.open_nursery() as nursery:
            for error in (None, None, None, KeyError("left")):
                nursery.start_soon(on_cancel, error)
            await trio.sleep(1)
            scope.cancel()
    print("never")


outcome(mixed_group)


async def tree():
    task = trio.lowlevel.current_task()
    print(task.child_nurseries)
    async with trio.open_nursery() as outer:
        async with trio.open_nursery() as inner:
            print(task.child_nurseries == [outer, inner], inner.parent_task is task)
            inner.start_soon(trio.sleep, 1)
            await trio.testing.wait_all_tasks_blocked()
            (kid,) = inner.child_tasks
            print(kid.parent_nursery is inner, type(inner.child_tasks).__name__, kid.name)
        print(task.child_nurseries == [outer], inner.child_tasks, kid.parent_nursery is inner)


outcome(tree)


async def children_exit():
    async def chain(n):
        print("chain", n)
        if n:
            nursery.start_soon(chain, n - 1)
        await trio.sleep(n)

    async with trio.open_nursery() as nursery:
        nursery.start_soon(chain, 3)
    return trio.current_time()


outcome(children_exit)


async def closing_is_a_turn():
    """Closing lets others run, even with nothing to wait for."""
    record = []

    async def other():
        for n in range(4):
            record.append(n)
            await trio.lowlevel.cancel_shielded_checkpoint()

    async def nothing():
        record.append("child")

    async with trio.open_nursery() as outer:
        outer.start_soon(other)
        await trio.lowlevel.checkpoint()
        record.append("opening")
        async with trio.open_nursery():
            record.append("body")
        record.append("closed")
        async with trio.open_nursery() as inner:
            inner.start_soon(nothing)
        record.append("closed again")
    print(record)


outcome(closing_is_a_turn)


async def crash_while_closing():
    """A child that crashes while the nursery waits cancels the others."""

    async def sibling(name):
        try:
            await trio.sleep_forever()
        except trio.Cancelled as e:
            print(name, "cancelled at", trio.current_time())
            raise ValueError(name)

    async with trio.open_nursery() as nursery:
        for name in "ab":
            nursery.start_soon(sibling, name)
        nursery.start_soon(fails, KeyError("crash"), 2)


outcome(crash_while_closing)
