import asyncio


async def hold(lock, name, seconds):
    async with lock:
        print(name, "holds")
        await asyncio.sleep(seconds)
    print(name, "let go")


async def main():
    lock = asyncio.Lock()
    tasks = [asyncio.create_task(hold(lock, n, 0.2)) for n in "abc"]
    await asyncio.sleep(0.1)
    tasks[1].cancel()
    print([type(r).__name__ for r in await asyncio.gather(*tasks, return_exceptions=True)])
    print(lock.locked())


asyncio.run(main())
