import asyncio
from contextlib import suppress


async def ticker():
    n = 0
    while True:
        n += 1
        print("tick", n)
        await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(ticker())
    await asyncio.sleep(3.5)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    print("done")


asyncio.run(main())
