import asyncio


async def agen(name):
    try:
        yield name
        yield "more"
    finally:
        print("finally", name)


async def use(name):
    g = agen(name)
    async for x in g:
        print("use", x)
        await asyncio.sleep(0.1)
        if x == "a":
            raise ValueError("in the loop")


async def main():
    for name in "ab":
        try:
            await use(name)
        except ValueError as e:
            print("caught", e)
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
