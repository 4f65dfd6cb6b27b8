import trio
from _run import outcome, run, told


async def value():
    return "value"


async def error():
    raise KeyError("k")


async def nested():
    trio.run(value)


def plain():
    pass


async def generator():
    yield 1


outcome(value)
outcome(error)
outcome(nested)
outcome(plain)
try:
    trio.run(generator)
except TypeError as e:
    print(str(e).partition(" object ")[0])
coro = value()
try:
    trio.run(coro)
except TypeError as e:
    print(str(e).partition(" at ")[0], str(e).partition("\n")[2])
for outside in (trio.current_time, trio.lowlevel.current_task, trio.lowlevel.current_trio_token, trio.current_effective_deadline):
    try:
        outside()
    except RuntimeError as e:
        print(e)


async def steps():
    record = []

    async def loop(name):
        for n in range(3):
            record.append((name, n))
            await trio.lowlevel.checkpoint()

    async with trio.open_nursery() as nursery:
        nursery.start_soon(loop, "a")
        nursery.start_soon(loop, "b")
    return record


outcome(steps)


async def statistics():
    s = trio.lowlevel.current_statistics()
    before = s.tasks_living
    async with trio.open_nursery() as nursery:
        nursery.start_soon(trio.sleep_forever)
        nursery.start_soon(trio.sleep, 5)
        await trio.testing.wait_all_tasks_blocked()
        s = trio.lowlevel.current_statistics()
        print(s.tasks_living - before, s.tasks_runnable, s.seconds_to_next_deadline, s.run_sync_soon_queue_size)
        nursery.cancel_scope.cancel()
        print(trio.lowlevel.current_statistics().tasks_runnable)
    return before


outcome(statistics)


async def time_passes():
    start = trio.current_time()
    async with trio.open_nursery() as nursery:
        for _ in range(3):
            nursery.start_soon(trio.sleep, 10)
    return start, trio.current_time()


outcome(time_passes)


async def names():
    task = trio.lowlevel.current_task()
    print(task.name, repr(task).partition(" at ")[0])

    async def child():
        print(trio.lowlevel.current_task().name)

    async with trio.open_nursery() as nursery:
        nursery.start_soon(child)
        nursery.start_soon(child, name="given")
        nursery.start_soon(child, name=plain)
    root = trio.lowlevel.current_root_task()
    print(root.name, root.parent_nursery, task.parent_nursery.parent_task is root)


outcome(names)
