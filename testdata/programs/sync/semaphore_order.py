import asyncio


async def user(sem, n):
    await asyncio.sleep(n * 0.01)
    async with sem:
        print("enter", n)
        await asyncio.sleep(0.1)


async def main():
    sem = asyncio.Semaphore(2)
    await asyncio.gather(*(user(sem, n) for n in range(7)))


asyncio.run(main())
