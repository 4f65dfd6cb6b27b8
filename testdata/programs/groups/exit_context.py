"""What a group's own errors that leave the loop have as their context."""
import asyncio


def chain(error):
    rows = []
    while error is not None:
        rows.append(repr(error))
        error = error.__context__
    return " <- ".join(rows)


async def fail(error):
    raise error


async def alone():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(SystemExit(1)))


async def with_a_body():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(SystemExit(1)))
        await asyncio.sleep(1)


async def with_a_failing_body():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(SystemExit(1)))
        try:
            await asyncio.sleep(1)
        finally:
            raise KeyError("body")


async def nested():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(SystemExit(1)))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(fail(ValueError(5)))


async def both():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(SystemExit(1)))
        async with asyncio.TaskGroup() as inner:
            inner.create_task(fail(KeyboardInterrupt(2)))
            await asyncio.sleep(1)


async def errors_only():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(ValueError(1)))
        try:
            await asyncio.sleep(1)
        finally:
            raise KeyError("body")


for run in alone, with_a_body, with_a_failing_body, nested, both, errors_only:
    tasks = []

    async def main():
        tasks.append(asyncio.current_task())
        await run()

    try:
        asyncio.run(main())
    except BaseException as error:
        print(run.__name__, "raised", chain(error))
    task = tasks[0]
    print("  task:", "cancelled" if task.cancelled() else chain(task.exception()))
