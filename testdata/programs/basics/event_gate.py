import asyncio


async def waiter(event, name):
    print(name, "waits")
    await event.wait()
    print(name, "goes")


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(waiter(event, n)) for n in ("x", "y")]
    await asyncio.sleep(0.1)
    print("set", event.is_set())
    event.set()
    await asyncio.gather(*tasks)
    await waiter(event, "z")
    event.clear()
    try:
        await asyncio.wait_for(event.wait(), 0.1)
    except asyncio.TimeoutError:
        print("cleared")


asyncio.run(main())
