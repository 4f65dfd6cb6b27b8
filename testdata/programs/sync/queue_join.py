import asyncio


async def worker(name, queue):
    while True:
        delay = await queue.get()
        await asyncio.sleep(delay)
        queue.task_done()
        print(f"{name} slept {delay:.2f}")


async def main():
    queue = asyncio.Queue()
    for n in range(9):
        queue.put_nowait((n % 4 + 1) / 10)
    tasks = [asyncio.create_task(worker(f"w{i}", queue)) for i in range(3)]
    begun = asyncio.get_running_loop().time()
    await queue.join()
    print(f"joined after {asyncio.get_running_loop().time() - begun:.2f}")
    for t in tasks:
        t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    try:
        queue.task_done()
    except ValueError as e:
        print(e)


asyncio.run(main())
