"""What the interpreter runs beside CPython's asyncio: n operations each."""

import asyncio

GATHER_SIZE = 100_000


async def at_once():
    return None


async def sleep_zero(n):
    for _ in range(n):
        await asyncio.sleep(0)


async def gather_100k(n):
    for _ in range(n):
        await asyncio.gather(*[at_once() for _ in range(GATHER_SIZE)])
