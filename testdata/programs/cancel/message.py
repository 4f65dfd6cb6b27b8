import asyncio


async def work():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError as e:
        print("inside", e.args)
        raise


async def main():
    task = asyncio.create_task(work())
    await asyncio.sleep(0)
    task.cancel("no time")
    try:
        await task
    except asyncio.CancelledError as e:
        print("outside", e.args)


asyncio.run(main())
