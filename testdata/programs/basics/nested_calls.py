import asyncio


async def leaf(depth):
    await asyncio.sleep(0.01)
    return depth


async def branch(depth):
    if depth == 0:
        return await leaf(0)
    left = await branch(depth - 1)
    right = await branch(depth - 1)
    return left + right + depth


async def main():
    loop = asyncio.get_running_loop()
    begun = loop.time()
    print(await branch(4))
    print(round(loop.time() - begun, 2))


asyncio.run(main())
