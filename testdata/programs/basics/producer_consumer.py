import asyncio


async def producer(queue, n):
    for i in range(n):
        await queue.put(f"item-{i}")
        print("put", i, "size", queue.qsize())
        await asyncio.sleep(0.05)
    await queue.put(None)


async def consumer(queue):
    seen = []
    while True:
        item = await queue.get()
        if item is None:
            break
        await asyncio.sleep(0.12)
        seen.append(item)
        print("took", item)
    return seen


async def main():
    queue = asyncio.Queue(maxsize=2)
    _, seen = await asyncio.gather(producer(queue, 5), consumer(queue))
    print(seen, queue.empty())


asyncio.run(main())
