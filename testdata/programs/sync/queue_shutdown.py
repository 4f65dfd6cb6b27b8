import asyncio


async def getter(q):
    got = []
    try:
        while True:
            got.append(await q.get())
            q.task_done()
    except asyncio.QueueShutDown:
        return got


async def main():
    q = asyncio.Queue()
    task = asyncio.create_task(getter(q))
    for n in range(3):
        await q.put(n)
    q.shutdown()
    print(await task)
    try:
        await q.put(9)
    except asyncio.QueueShutDown:
        print("no more puts")
    q = asyncio.Queue()
    q.put_nowait("lost")
    q.shutdown(immediate=True)
    try:
        q.get_nowait()
    except asyncio.QueueShutDown:
        print("nothing left")


asyncio.run(main())
