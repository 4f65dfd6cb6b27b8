import asyncio


async def consumer(cond, store, name):
    async with cond:
        await cond.wait_for(lambda: store)
        print(name, "takes", store.pop())


async def main():
    cond = asyncio.Condition()
    store = []
    tasks = [asyncio.create_task(consumer(cond, store, n)) for n in "xy"]
    await asyncio.sleep(0.1)
    for thing in ("first", "second"):
        async with cond:
            store.append(thing)
            print("added", thing)
            cond.notify()
        await asyncio.sleep(0.1)
    await asyncio.gather(*tasks)
    try:
        cond.notify()
    except RuntimeError as e:
        print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
