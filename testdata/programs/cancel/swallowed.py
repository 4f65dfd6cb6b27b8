import asyncio


async def stubborn():
    for attempt in range(3):
        try:
            await asyncio.sleep(1)
            return "slept"
        except asyncio.CancelledError:
            print("ignored", attempt)
    return "gave in"


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(stubborn())
    for _ in range(2):
        await asyncio.sleep(0.1)
        task.cancel()
    print(await task, task.cancelled(), round(loop.time() % 1, 1) >= 0)


asyncio.run(main())
