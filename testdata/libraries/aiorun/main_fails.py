import asyncio

from _lines import outcome
from aiorun import run


async def background(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        cancelled.append(n)
        raise


async def main():
    tasks.extend(asyncio.create_task(background(n)) for n in range(10))
    await asyncio.sleep(1)
    raise ValueError("ouch")


tasks, cancelled = [], []
outcome(run, main(), stop_on_unhandled_errors=True)
print(sorted(cancelled))
