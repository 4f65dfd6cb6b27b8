import asyncio


async def put(q, n):
    await q.put(n)
    print("put", n)


async def main():
    q = asyncio.Queue(maxsize=1)
    tasks = [asyncio.create_task(put(q, n)) for n in range(4)]
    await asyncio.sleep(0.1)
    tasks[1].cancel()
    while True:
        try:
            print("got", await asyncio.wait_for(q.get(), 0.5))
        except asyncio.TimeoutError:
            break
    print([t.cancelled() for t in tasks])


asyncio.run(main())
