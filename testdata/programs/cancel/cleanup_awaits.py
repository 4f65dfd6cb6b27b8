import asyncio


async def work(name, cleanup):
    try:
        await asyncio.sleep(10)
    finally:
        print(name, "cleaning")
        await asyncio.sleep(cleanup)
        print(name, "clean")


async def main():
    tasks = [asyncio.create_task(work("a", 0.3)), asyncio.create_task(work("b", 0.1))]
    await asyncio.sleep(0.1)
    for t in tasks:
        t.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(r).__name__ for r in results])


asyncio.run(main())
