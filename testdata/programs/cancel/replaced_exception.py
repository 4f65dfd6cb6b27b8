import asyncio


async def convert():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        raise RuntimeError("turned") from e


async def main():
    task = asyncio.create_task(convert())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except RuntimeError as e:
        print(e, type(e.__cause__).__name__, task.cancelled())


asyncio.run(main())
