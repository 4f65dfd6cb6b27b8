import asyncio


async def child(n):
    await asyncio.sleep(n)
    print("child", n)
    return n


async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(child(0.1))
        b = tg.create_task(child(0.2))
        c = tg.create_task(child(0.3))
        await asyncio.sleep(0.15)
        b.cancel()
    print([t.cancelled() for t in (a, b, c)], a.result(), c.result())


asyncio.run(main())
