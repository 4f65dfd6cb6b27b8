import asyncio


async def slow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("slow was cancelled")
        raise


async def main():
    try:
        await asyncio.wait_for(slow(), 0.5)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e))
    print(await asyncio.wait_for(asyncio.sleep(0.1, "quick"), 1))
    print(await asyncio.wait_for(asyncio.sleep(0.1, "unbounded"), None))
    task = asyncio.create_task(slow())
    try:
        await asyncio.wait_for(task, 0)
    except asyncio.TimeoutError:
        print("at once", task.cancelled())


asyncio.run(main())
