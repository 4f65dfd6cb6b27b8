"""Keep some tasks alive through SIGINT and SIGTERM, by aiorun.

Six workers run for ten seconds. A signal cancels the three that are plain tasks;
aiorun's shutdown waits for the other three.
"""
import asyncio
import os

from aiorun import run, shutdown_waits_for

SECONDS = 10


async def worker(number):
    print(f"[{number}] Task start!")
    try:
        await asyncio.sleep(SECONDS)
    except asyncio.CancelledError:
        print(f"[{number}] Canceled!")
    else:
        print(f"[{number}] Task done!")


async def main():
    print(f"PID: {os.getpid()}")
    kept = [asyncio.create_task(shutdown_waits_for(worker(number))) for number in range(3)]
    others = [asyncio.create_task(worker(number)) for number in range(3, 6)]
    await asyncio.gather(*kept, *others)
    # aiorun goes on when main ends; only this, or a signal, ends it.
    asyncio.get_running_loop().stop()


run(main())
