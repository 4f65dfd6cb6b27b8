import asyncio


class Progress:
    def __init__(self, total, width=20):
        self.total, self.done, self.width = total, 0, width

    def step(self):
        self.done += 1

    def __str__(self):
        full = self.width * self.done // self.total
        return f"[{'=' * full}{' ' * (self.width - full)}] {self.done / self.total:4.0%}"


async def download(n, p):
    await asyncio.sleep(0.1 * ((n * 7) % 5 + 1))
    p.step()


async def report(p):
    while p.done < p.total:
        print(p)
        await asyncio.sleep(0.15)
    print(p, "finished")


async def main():
    p = Progress(10)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(report(p))
        for n in range(10):
            tg.create_task(download(n, p))


asyncio.run(main())
