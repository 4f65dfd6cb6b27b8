import asyncio


async def runner(barrier, n):
    await asyncio.sleep(n / 10)
    print("at the line", n)
    place = await barrier.wait()
    print("go", n)
    return place


async def main():
    barrier = asyncio.Barrier(3)
    places = await asyncio.gather(*(runner(barrier, n) for n in range(3)))
    print(sorted(places), barrier.n_waiting, barrier.parties, barrier.broken)
    async with asyncio.timeout(1):
        try:
            t = asyncio.create_task(runner(barrier, 1))
            await asyncio.sleep(0.3)
            await barrier.abort()
            await t
        except asyncio.BrokenBarrierError:
            print("broken", barrier.broken)
    await barrier.reset()
    print(barrier.broken)


asyncio.run(main())
