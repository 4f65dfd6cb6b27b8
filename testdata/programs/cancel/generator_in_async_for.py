import asyncio


async def numbers():
    n = 0
    try:
        while True:
            await asyncio.sleep(0.1)
            yield n
            n += 1
    finally:
        print("generator closed at", n)


async def reader():
    async for n in numbers():
        print("read", n)


async def main():
    task = asyncio.create_task(reader())
    await asyncio.sleep(0.35)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("reader cancelled")
    await asyncio.sleep(0)
    print("end")


asyncio.run(main())
