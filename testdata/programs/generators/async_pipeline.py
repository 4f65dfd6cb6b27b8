import asyncio


async def source(n):
    for i in range(n):
        await asyncio.sleep(0.01)
        yield i


async def only_even(items):
    async for i in items:
        if i % 2 == 0:
            yield i


async def batched(items, size):
    batch = []
    async for i in items:
        batch.append(i)
        if len(batch) == size:
            yield tuple(batch)
            batch.clear()
    if batch:
        yield tuple(batch)


async def main():
    async for b in batched(only_even(source(15)), 3):
        print(b)
    print([b async for b in batched(source(5), 2)])


asyncio.run(main())
