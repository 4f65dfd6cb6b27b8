import asyncio


async def gen():
    try:
        while True:
            yield 1
    finally:
        print("generator finalised")


async def background():
    try:
        await asyncio.sleep(100)
    except asyncio.CancelledError:
        print("background cancelled")
        raise


keep = []


async def main():
    g = gen()
    keep.append(g)
    await g.__anext__()
    keep.append(asyncio.create_task(background()))
    await asyncio.sleep(0)
    keep.append(asyncio.get_running_loop().run_in_executor(None, print, "in the executor"))
    await keep[-1]
    print("main ends")


asyncio.run(main())
print("after")
