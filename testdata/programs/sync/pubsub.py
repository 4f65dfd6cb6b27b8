import asyncio


class Topic:
    def __init__(self):
        self.queues = []

    def publish(self, message):
        for q in self.queues:
            q.put_nowait(message)

    async def subscribe(self):
        q = asyncio.Queue()
        self.queues.append(q)
        try:
            while (message := await q.get()) is not None:
                yield message
        finally:
            self.queues.remove(q)


async def listen(topic, name, most):
    n = 0
    async for message in topic.subscribe():
        n += 1
        print(name, "heard", message)
        if n == most:
            break
    return n


async def main():
    topic = Topic()
    tasks = [asyncio.create_task(listen(topic, n, m)) for n, m in (("a", 2), ("b", 9))]
    await asyncio.sleep(0)
    for text in ("one", "two", "three", None):
        topic.publish(text)
        await asyncio.sleep(0.1)
    print(await asyncio.gather(*tasks))


asyncio.run(main())
