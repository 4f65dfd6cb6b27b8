import asyncio


async def report():
    loop = asyncio.get_running_loop()
    return loop.get_debug()


print(asyncio.run(report()))
print(asyncio.run(report(), debug=True))
print(asyncio.run(report(), debug=False))
