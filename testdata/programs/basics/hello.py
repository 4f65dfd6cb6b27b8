import asyncio


async def greet(name):
    await asyncio.sleep(0)
    return f"hello, {name}"


async def main():
    print(await greet("world"))
    return 42


print("run gave", asyncio.run(main()))
