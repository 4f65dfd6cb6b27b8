import asyncio


async def precious():
    for n in range(5):
        await asyncio.sleep(0.1)
        print("precious", n)
    return "treasure"


async def main():
    inner = asyncio.create_task(precious())
    outer = asyncio.shield(inner)
    asyncio.get_running_loop().call_later(0.25, outer.cancel)
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled, inner", inner.cancelled(), inner.done())
    print(await inner)


asyncio.run(main())
