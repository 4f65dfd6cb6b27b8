# python: 3.10
import asyncio
from contextlib import aclosing


async def ticks():
    try:
        n = 0
        while True:
            yield n
            n += 1
            await asyncio.sleep(0.1)
    finally:
        print("ticks closed")


async def main():
    async with aclosing(ticks()) as t:
        async for n in t:
            print(n)
            if n == 2:
                break
    print("outside")


asyncio.run(main())
