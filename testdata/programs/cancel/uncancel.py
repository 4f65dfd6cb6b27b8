# python: 3.11
import asyncio


async def resilient():
    me = asyncio.current_task()
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("requests", me.cancelling())
        print("left", me.uncancel())
        await asyncio.sleep(0.1)
        return "carried on"


async def main():
    task = asyncio.create_task(resilient())
    await asyncio.sleep(0.1)
    task.cancel()
    print(task.cancelling())
    print(await task, task.cancelling())


asyncio.run(main())
