import asyncio
from collections import OrderedDict


class AsyncLRU:
    def __init__(self, f, size):
        self.f, self.size, self.cache, self.pending = f, size, OrderedDict(), {}
        self.hits = self.misses = 0

    async def __call__(self, key):
        if key in self.cache:
            self.hits += 1
            self.cache.move_to_end(key)
            return self.cache[key]
        if key in self.pending:
            self.hits += 1
            return await self.pending[key]
        self.misses += 1
        task = self.pending[key] = asyncio.ensure_future(self.f(key))
        try:
            value = await task
        finally:
            del self.pending[key]
        self.cache[key] = value
        while len(self.cache) > self.size:
            print("evict", self.cache.popitem(last=False)[0])
        return value


async def slow_square(n):
    await asyncio.sleep(0.1)
    print("computed", n)
    return n * n


async def main():
    sq = AsyncLRU(slow_square, 3)
    print(await asyncio.gather(*(sq(n) for n in (1, 2, 1, 3))))
    for n in (4, 2, 1, 4):
        print(n, await sq(n))
    print(sq.hits, sq.misses, list(sq.cache))


asyncio.run(main())
