import asyncio

log = []


async def background(name, delay):
    try:
        while True:
            await asyncio.sleep(delay)
            print(name, "beats")
    except asyncio.CancelledError:
        log.append(name + " stops")
        await asyncio.sleep(delay)
        log.append(name + " stopped")


async def main():
    asyncio.create_task(background("a", 0.2))
    asyncio.create_task(background("b", 0.3))
    await asyncio.sleep(0.7)
    print("main ends")


asyncio.run(main())
print("after run", sorted(log))
