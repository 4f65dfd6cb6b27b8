import asyncio

print("never printed")


async def main(:
    pass
