import asyncio
import heapq
import itertools


class Scheduler:
    def __init__(self):
        self.jobs, self.ids, self.wake = [], itertools.count(1), asyncio.Event()
        self.loop = asyncio.get_running_loop()
        self.begun = self.loop.time()

    def every(self, seconds, f, times):
        heapq.heappush(self.jobs, (self.loop.time() + seconds, next(self.ids), seconds, f, times))
        self.wake.set()

    async def run(self):
        while self.jobs:
            when, ident, every, f, times = self.jobs[0]
            delay = when - self.loop.time()
            if delay > 1e-6:
                self.wake.clear()
                try:
                    await asyncio.wait_for(self.wake.wait(), delay)
                    continue
                except asyncio.TimeoutError:
                    pass
            heapq.heappop(self.jobs)
            print(f"{self.loop.time() - self.begun:5.2f} job {ident}: {f(times)}")
            if times > 1:
                heapq.heappush(self.jobs, (when + every, ident, every, f, times - 1))


async def main():
    s = Scheduler()
    s.every(0.5, lambda n: f"half {n}", 4)
    s.every(0.7, lambda n: f"seven {n}", 2)
    runner = asyncio.create_task(s.run())
    await asyncio.sleep(0.6)
    s.every(0.25, lambda n: "late comer", 1)
    await runner
    print("idle")


asyncio.run(main())
