import asyncio


async def never():
    print("must not run")


async def main():
    task = asyncio.create_task(never())
    task.cancel()
    print(task.done())
    await asyncio.sleep(0)
    print(task.done(), task.cancelled())
    try:
        task.result()
    except asyncio.CancelledError:
        print("no result")


asyncio.run(main())
