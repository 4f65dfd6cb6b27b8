import asyncio


async def child(n):
    try:
        await asyncio.sleep(n)
        return n
    except asyncio.CancelledError:
        print("child", n, "cancelled")
        raise


async def main():
    tasks = [asyncio.create_task(child(n)) for n in (1, 2, 3)]
    asyncio.get_running_loop().call_later(0.5, tasks[1].cancel)
    try:
        await asyncio.gather(*tasks)
    except asyncio.CancelledError:
        print("gather was cancelled by its child")
    print([t.done() for t in tasks])
    print(await asyncio.gather(*tasks, return_exceptions=True) and [t.cancelled() for t in tasks])


asyncio.run(main())
