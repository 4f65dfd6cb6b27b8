import asyncio
from contextlib import asynccontextmanager


class Connection:
    count = 0

    def __init__(self):
        Connection.count += 1
        self.id = Connection.count
        self.broken = False

    async def query(self, sql):
        await asyncio.sleep(0.1)
        if "bad" in sql:
            self.broken = True
            raise IOError(f"connection {self.id} lost")
        return f"{self.id}:{sql}"


class Pool:
    def __init__(self, size):
        self.free, self.size, self.made = asyncio.LifoQueue(), size, 0

    @asynccontextmanager
    async def acquire(self):
        if self.free.empty() and self.made < self.size:
            self.made += 1
            c = Connection()
        else:
            c = await self.free.get()
        try:
            yield c
        finally:
            if c.broken:
                self.made -= 1
                print("thrown away", c.id)
            else:
                self.free.put_nowait(c)


async def job(pool, n):
    async with pool.acquire() as c:
        try:
            return await c.query(f"select {n}" if n != 2 else "bad")
        except IOError as e:
            return f"error {e}"


async def main():
    pool = Pool(2)
    print(await asyncio.gather(*(job(pool, n) for n in range(5))))
    print(pool.made, pool.free.qsize(), Connection.count)


asyncio.run(main())
