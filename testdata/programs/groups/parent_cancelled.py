import asyncio

ended = []


async def work(n):
    try:
        await asyncio.sleep(10)
    finally:
        ended.append(n)


async def parent():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(work(1))
        tg.create_task(work(2))


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled, not a group", sorted(ended), task.cancelled())


asyncio.run(main())
