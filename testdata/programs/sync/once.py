import asyncio


class Once:
    def __init__(self, make):
        self.make = make
        self.task = None

    async def get(self):
        if self.task is None:
            self.task = asyncio.ensure_future(self.make())
        return await asyncio.shield(self.task)


async def expensive():
    print("computing")
    await asyncio.sleep(1)
    return 99


async def main():
    once = Once(expensive)
    print(await asyncio.gather(*(once.get() for _ in range(4))))
    print(await once.get())


asyncio.run(main())
