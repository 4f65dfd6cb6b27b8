import asyncio


async def getter(queue, name):
    try:
        print(name, "got", await queue.get())
    except asyncio.CancelledError:
        print(name, "gives up")
        raise


async def main():
    queue = asyncio.Queue()
    a, b = (asyncio.create_task(getter(queue, n)) for n in "ab")
    await asyncio.sleep(0)
    a.cancel()
    queue.put_nowait("thing")
    await asyncio.wait([a, b])
    print(queue.qsize(), b.done(), b.cancelled())


asyncio.run(main())
