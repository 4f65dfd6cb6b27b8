import asyncio


async def main(n):
    return n * 2


print(asyncio.run(main(21)))
print([asyncio.run(main(n)) for n in range(3)])
