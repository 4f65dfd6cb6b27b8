# python: 3.11
import asyncio


async def fail(exc):
    try:
        await asyncio.sleep(10)
    finally:
        raise exc


async def first():
    await asyncio.sleep(0.1)
    raise LookupError("first")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(ValueError("v")))
            tg.create_task(fail(KeyError("k")))
            tg.create_task(first())
    except ExceptionGroup as eg:
        print(eg.message, len(eg.exceptions))
        print(sorted(repr(e) for e in eg.exceptions))
        value, rest = eg.split(ValueError)
        print(repr(value), sorted(type(e).__name__ for e in rest.exceptions))


asyncio.run(main())
