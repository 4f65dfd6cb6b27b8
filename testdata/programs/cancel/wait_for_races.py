import asyncio


async def work(delay, value):
    try:
        await asyncio.sleep(delay)
    except asyncio.CancelledError:
        print("work", value, "cancelled")
        raise
    return value


async def main():
    for delay in (0.9, 1.1):
        try:
            print(await asyncio.wait_for(work(delay, delay), 1))
        except asyncio.TimeoutError:
            print("late", delay)
    outer = asyncio.create_task(asyncio.wait_for(work(5, "inner"), 10))
    await asyncio.sleep(0.5)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer gone", outer.cancelled())


asyncio.run(main())
