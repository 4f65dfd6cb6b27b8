import asyncio


class UniqueQueue(asyncio.Queue):
    def _init(self, maxsize):
        self.seen = set()
        super()._init(maxsize)

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            super()._put(item)


async def main():
    q = UniqueQueue()
    for word in "the cat and the dog and the bird".split():
        q.put_nowait(word)
    print(q.qsize(), [q.get_nowait() for _ in range(q.qsize())])
    print(sorted(q.seen))


asyncio.run(main())
