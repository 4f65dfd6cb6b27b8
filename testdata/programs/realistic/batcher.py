import asyncio


class Batcher:
    def __init__(self, handle, size, delay):
        self.handle, self.size, self.delay = handle, size, delay
        self.items, self.timer = [], None

    def submit(self, item):
        loop = asyncio.get_running_loop()
        f = loop.create_future()
        self.items.append((item, f))
        if len(self.items) >= self.size:
            self.flush()
        elif self.timer is None:
            self.timer = loop.call_later(self.delay, self.flush)
        return f

    def flush(self):
        if self.timer:
            self.timer.cancel()
            self.timer = None
        batch, self.items = self.items, []
        if batch:
            asyncio.ensure_future(self.process(batch))

    async def process(self, batch):
        try:
            results = await self.handle([i for i, _ in batch])
        except Exception as e:
            for _, f in batch:
                f.set_exception(e)
        else:
            for (_, f), r in zip(batch, results):
                f.set_result(r)


async def square_all(xs):
    print("batch", xs)
    await asyncio.sleep(0.05)
    if 13 in xs:
        raise ValueError("unlucky")
    return [x * x for x in xs]


async def client(b, n, delay):
    await asyncio.sleep(delay)
    try:
        return await b.submit(n)
    except ValueError as e:
        return str(e)


async def main():
    b = Batcher(square_all, 3, 0.1)
    print(await asyncio.gather(*(client(b, n, n * 0.04) for n in range(8)), client(b, 13, 1), client(b, 14, 1.05)))


asyncio.run(main())
