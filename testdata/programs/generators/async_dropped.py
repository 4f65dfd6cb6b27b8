# python: 3.13
import asyncio


async def rows(name):
    print("connect", name)
    try:
        for n in range(5):
            await asyncio.sleep(0.01)
            yield n
    finally:
        print("disconnect", name)
        await asyncio.sleep(0.01)
        print("disconnected", name)


async def main():
    async for n in rows("a"):
        if n == 2:
            break
    print("left the loop")
    await asyncio.sleep(0.1)
    print("later")
    keep = rows("b")
    print(await keep.__anext__())
    print("main ends")


asyncio.run(main())
