import asyncio


async def sleeper():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("caught", repr(e))
        raise
    finally:
        print("finally")


async def main():
    task = asyncio.create_task(sleeper())
    await asyncio.sleep(0.1)
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("task cancelled:", task.cancelled())
    print(task.cancel())


asyncio.run(main())
