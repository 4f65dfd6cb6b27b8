import asyncio


class Countdown:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        await asyncio.sleep(0.01)
        self.n -= 1
        return self.n


async def squares(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i * i


async def main():
    async for n in Countdown(3):
        print(n, end=" ")
    else:
        print("lift-off")
    print([x async for x in squares(6) if x % 2 == 0])
    print({x: str(x) async for x in squares(3)}, sum([x async for x in squares(4)]))
    print(sorted({x % 3 async for x in squares(5)}))
    gen = (x + 1 async for x in squares(3))
    print(await gen.__anext__(), await gen.asend(None), [x async for x in gen])
    print([await asyncio.sleep(0, i) for i in range(3)])


asyncio.run(main())
