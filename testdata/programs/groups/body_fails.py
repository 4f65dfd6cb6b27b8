import asyncio


async def work():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("work cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(work())
            await asyncio.sleep(0.1)
            raise OSError("in the body")
    except BaseException as e:
        print(repr(e))


asyncio.run(main())
