import asyncio
import random


async def fetch(n, delay):
    await asyncio.sleep(delay)
    return n, round(delay, 4)


async def main():
    for i, next_one in enumerate(asyncio.as_completed([fetch(n, random.uniform(0.1, 1)) for n in range(6)])):
        n, delay = await next_one
        print(i, "->", n, delay)
    try:
        for next_one in asyncio.as_completed([asyncio.sleep(d, d) for d in (0.1, 5)], timeout=1):
            print("got", await next_one)
    except asyncio.TimeoutError:
        print("too slow")


asyncio.run(main())
