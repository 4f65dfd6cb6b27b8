import asyncio
import time


class Ticker:
    """Counts how often each name ticked."""

    def __init__(self):
        self.counts = {}

    async def tick(self, name, every, times):
        for n in range(times):
            await asyncio.sleep(every)
            self.counts[name] = self.counts.get(name, 0) + 1
            print(f"{name:>6} {n + 1}/{times}")
        return name.upper()


async def main():
    begun = time.monotonic()
    ticker = Ticker()
    names = await asyncio.gather(
        ticker.tick("slow", 0.3, 2),
        ticker.tick("fast", 0.1, 4),
        ticker.tick("middle", 0.2, 3),
    )
    print(names, ticker.counts)
    print(f"took {time.monotonic() - begun:.1f} s")


asyncio.run(main())
