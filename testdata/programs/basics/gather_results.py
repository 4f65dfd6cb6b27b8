import asyncio


async def value(v, delay):
    await asyncio.sleep(delay)
    return v


async def main():
    print(await asyncio.gather())
    print(await asyncio.gather(value(1, 0.3), value(2, 0.1), value(3, 0.2)))
    same = asyncio.ensure_future(value("same", 0.1))
    print(await asyncio.gather(same, same, value("other", 0)))
    group = asyncio.gather(value(1, 1), value(2, 2))
    print(group.done())
    nested = await asyncio.gather(group, asyncio.gather(value(3, 0), value(4, 0)))
    print(nested)
    mixed = await asyncio.gather(value(1, 0), asyncio.sleep(0, "slept"), bad(), return_exceptions=True)
    print([repr(m) for m in mixed])


async def bad():
    raise KeyError("k")


asyncio.run(main())
