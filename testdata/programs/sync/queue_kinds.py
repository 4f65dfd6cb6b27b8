import asyncio


async def main():
    for cls in (asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue):
        q = cls()
        for item in (3, 1, 2, 5, 4):
            await q.put(item)
        print(cls.__name__, [q.get_nowait() for _ in range(q.qsize())])
        try:
            q.get_nowait()
        except asyncio.QueueEmpty as e:
            print("empty", repr(e))
    q = asyncio.Queue(1)
    q.put_nowait(1)
    try:
        q.put_nowait(2)
    except asyncio.QueueFull as e:
        print("full", repr(e), q.full(), q.maxsize)


asyncio.run(main())
