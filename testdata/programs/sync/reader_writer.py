import asyncio
from contextlib import asynccontextmanager


class ReadWriteLock:
    def __init__(self):
        self.readers = 0
        self.gate = asyncio.Lock()
        self.no_readers = asyncio.Condition()

    @asynccontextmanager
    async def reading(self):
        async with self.gate:
            self.readers += 1
        try:
            yield
        finally:
            async with self.no_readers:
                self.readers -= 1
                self.no_readers.notify_all()

    @asynccontextmanager
    async def writing(self):
        async with self.gate:
            async with self.no_readers:
                await self.no_readers.wait_for(lambda: self.readers == 0)
            yield


async def reader(lock, n, page):
    await asyncio.sleep(n * 0.05)
    async with lock.reading():
        print("reader", n, "reads", page["text"])
        await asyncio.sleep(0.2)


async def writer(lock, page):
    await asyncio.sleep(0.12)
    async with lock.writing():
        page["text"] = "new"
        print("written")


async def main():
    lock, page = ReadWriteLock(), {"text": "old"}
    await asyncio.gather(writer(lock, page), *(reader(lock, n, page) for n in range(5)))


asyncio.run(main())
