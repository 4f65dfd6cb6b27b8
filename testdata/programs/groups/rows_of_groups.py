# python: 3.11
"""The lines of this file that a group's exceptions come by."""
import asyncio
import traceback


def rows(e, indent=""):
    own = [(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__) if f.filename == __file__]
    print(indent + repr(e), own)
    for inner in getattr(e, "exceptions", ()):
        rows(inner, indent + "  ")


async def child():
    await asyncio.sleep(1)


async def failing():
    raise ValueError("child")


async def cancelled_inside():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child())
        await asyncio.sleep(5)


async def cancelled_at_the_end():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child())


async def child_fails():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(failing())
        await asyncio.sleep(5)


async def body_fails():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child())
        raise KeyError("body")


async def raises_cancelled():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child())
        raise asyncio.CancelledError("by hand")


async def interrupted():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(child())
        raise KeyboardInterrupt


async def nested():
    async with asyncio.TaskGroup() as outer:
        outer.create_task(child())
        async with asyncio.TaskGroup() as inner:
            inner.create_task(failing())


async def main():
    for body in (cancelled_inside, cancelled_at_the_end, child_fails, body_fails, raises_cancelled, nested):
        task = asyncio.create_task(body())
        await asyncio.sleep(0.2)
        task.cancel()
        try:
            await task
        except BaseException as e:
            print(body.__name__)
            rows(e, "  ")


asyncio.run(main())
try:
    asyncio.run(interrupted())
except BaseException as e:
    rows(e)
