import asyncio


class Elevator:
    def __init__(self, floors):
        self.at, self.floors, self.calls = 0, floors, set()
        self.changed = asyncio.Condition()
        self.log = []

    async def call(self, floor):
        async with self.changed:
            self.calls.add(floor)
            self.changed.notify_all()

    async def arrive(self, floor):
        async with self.changed:
            await self.changed.wait_for(lambda: self.at == floor and floor not in self.calls)

    async def run(self):
        direction = 1
        while True:
            async with self.changed:
                await self.changed.wait_for(lambda: self.calls)
                ahead = [f for f in self.calls if (f - self.at) * direction > 0]
                if not ahead:
                    direction = -direction
                    ahead = [f for f in self.calls if (f - self.at) * direction > 0]
                target = min(ahead, key=lambda f: abs(f - self.at)) if ahead else self.at
            while self.at != target:
                await asyncio.sleep(1)
                self.at += direction
            async with self.changed:
                self.calls.discard(target)
                self.log.append(target)
                self.changed.notify_all()
            await asyncio.sleep(0.5)


async def passenger(e, name, delay, start, end):
    await asyncio.sleep(delay)
    await e.call(start)
    await e.arrive(start)
    print(f"{name} in at {start}")
    await e.call(end)
    await e.arrive(end)
    print(f"{name} out at {end}")


async def main():
    e = Elevator(8)
    task = asyncio.create_task(e.run())
    await asyncio.gather(passenger(e, "ann", 0, 3, 7), passenger(e, "bob", 0.5, 5, 1), passenger(e, "cid", 4, 2, 6))
    task.cancel()
    print(e.log)


asyncio.run(main())
