import asyncio


async def philosopher(n, forks, log):
    first, second = sorted((n, (n + 1) % len(forks)))
    for meal in range(2):
        await asyncio.sleep(0.01 * n)
        async with forks[first]:
            async with forks[second]:
                log.append((n, meal))
                await asyncio.sleep(0.1)


async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    log = []
    await asyncio.gather(*(philosopher(n, forks, log) for n in range(5)))
    print(log)


asyncio.run(main())
