# python: 3.11
import asyncio


async def items():
    for n in (4, 2, 0, 1):
        yield n


async def main():
    try:
        print([8 // n async for n in items()])
    except ZeroDivisionError as e:
        print("division", e)
    print([n async for n in items() if n], [[m async for m in items()] for _ in range(2)])
    print({n: await asyncio.sleep(0, n * n) async for n in items()})
    print(any([n > 3 async for n in items()]))


asyncio.run(main())
