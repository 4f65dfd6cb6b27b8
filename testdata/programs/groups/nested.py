# python: 3.11
import asyncio


async def fail(name, after):
    await asyncio.sleep(after)
    raise RuntimeError(name)


async def inner():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(fail("inner a", 0.1))
        tg.create_task(fail("inner b", 0.1))


def show(e, depth=0):
    print("  " * depth + type(e).__name__, e.args[0] if e.args else "")
    for sub in getattr(e, "exceptions", ()):
        show(sub, depth + 1)


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(inner())
            tg.create_task(asyncio.sleep(5))
    except ExceptionGroup as eg:
        show(eg)


asyncio.run(main())
