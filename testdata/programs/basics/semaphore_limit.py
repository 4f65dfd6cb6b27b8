import asyncio

running = 0
peak = 0


async def work(sem, n):
    global running, peak
    async with sem:
        running += 1
        peak = max(peak, running)
        print("in ", n)
        await asyncio.sleep(0.1 * (n % 3 + 1))
        running -= 1
        print("out", n)


async def main():
    sem = asyncio.Semaphore(3)
    await asyncio.gather(*(work(sem, n) for n in range(8)))
    print("peak", peak, "locked", sem.locked())


asyncio.run(main())
