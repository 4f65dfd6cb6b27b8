import asyncio


async def worker(lock, name, log):
    for _ in range(3):
        async with lock:
            log.append(name)
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    log = []
    await asyncio.gather(*(worker(lock, n, log) for n in "abc"))
    print("".join(log))
    print(lock.locked())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)


asyncio.run(main())
