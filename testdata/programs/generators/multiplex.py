import asyncio


async def emitter(name, every, times):
    for n in range(times):
        await asyncio.sleep(every)
        yield f"{name}{n}"


async def merge(*generators):
    queue = asyncio.Queue()
    done = object()

    async def pump(g):
        async for item in g:
            await queue.put(item)
        await queue.put(done)

    tasks = [asyncio.create_task(pump(g)) for g in generators]
    left = len(tasks)
    while left:
        item = await queue.get()
        if item is done:
            left -= 1
        else:
            yield item


async def main():
    out = []
    async for item in merge(emitter("a", 0.3, 3), emitter("b", 0.2, 4), emitter("c", 0.5, 1)):
        out.append(item)
    print(out)


asyncio.run(main())
