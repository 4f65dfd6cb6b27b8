import asyncio


async def waiter(cond, n):
    async with cond:
        await cond.wait()
        print("woken", n)


async def main():
    cond = asyncio.Condition()
    tasks = [asyncio.create_task(waiter(cond, n)) for n in range(4)]
    await asyncio.sleep(0)
    async with cond:
        cond.notify(2)
    await asyncio.sleep(0.1)
    print("two are awake")
    async with cond:
        cond.notify_all()
    await asyncio.gather(*tasks)


asyncio.run(main())
