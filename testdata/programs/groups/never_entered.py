# python: 3.11
import asyncio


async def leave(kind, error):
    group = asyncio.TaskGroup()
    try:
        print("left with", await group.__aexit__(kind, error, None))
    except BaseException as e:
        print(type(e).__name__, e)


async def create():
    group = asyncio.TaskGroup()
    coro = asyncio.sleep(0)
    try:
        group.create_task(coro)
    except RuntimeError as e:
        print("refused", str(e).startswith("TaskGroup <TaskGroup") and str(e).endswith("has not been entered"))
    finally:
        coro.close()


async def main():
    await leave(None, None)
    await leave(ValueError, ValueError("inside"))
    await leave(asyncio.CancelledError, asyncio.CancelledError())
    await create()


asyncio.run(main())
