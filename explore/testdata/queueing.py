import asyncio
order = []

async def worker(name, lock):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        async with lock:
            order.append(name)
            await asyncio.sleep(0)

async def main():
    lock = asyncio.Lock()
    tasks = {asyncio.create_task(worker(n, lock)) for n in "abc"}
    await asyncio.sleep(0)
    for t in tasks:
        t.cancel()
    await asyncio.wait(tasks)
    print("".join(order))

asyncio.run(main())
