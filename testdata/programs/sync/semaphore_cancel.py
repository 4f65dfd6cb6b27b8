import asyncio


async def user(sem, name):
    async with sem:
        print(name, "in")
        await asyncio.sleep(1)


async def main():
    sem = asyncio.Semaphore(1)
    tasks = {n: asyncio.create_task(user(sem, n)) for n in "abcd"}
    await asyncio.sleep(0.5)
    tasks["b"].cancel()
    tasks["a"].cancel()
    results = await asyncio.gather(*tasks.values(), return_exceptions=True)
    print([type(r).__name__ for r in results])


asyncio.run(main())
