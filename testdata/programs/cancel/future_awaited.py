import asyncio


async def wait_on(future):
    try:
        await future
    except asyncio.CancelledError:
        print("waiter sees it")
        raise


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(wait_on(future))
    await asyncio.sleep(0)
    future.cancel()
    print(task.done())
    await asyncio.wait([task])
    print(task.cancelled(), future.cancelled())
    future = loop.create_future()
    task = asyncio.create_task(wait_on(future))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), future.cancelled())


asyncio.run(main())
