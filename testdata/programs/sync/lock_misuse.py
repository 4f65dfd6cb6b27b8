# python: 3.11
import asyncio


async def main():
    lock = asyncio.Lock()
    try:
        with lock:
            pass
    except (TypeError, AttributeError) as e:
        print(type(e).__name__)
    try:
        await lock
    except TypeError as e:
        print(e)
    cond = asyncio.Condition(lock)
    async with cond:
        print(lock.locked())
    print(lock.locked())


asyncio.run(main())
