"""Blocking work goes to a pool of threads."""
import asyncio
import concurrent.futures
import os


def squares(limit):
    return sum(number * number for number in range(limit))


def fail():
    raise ValueError("no such work")


async def main():
    print(f"PID: {os.getpid()}")
    loop = asyncio.get_running_loop()
    print(f"default pool: {await loop.run_in_executor(None, squares, 10)}")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        jobs = [loop.run_in_executor(pool, squares, limit) for limit in (100, 1000)]
        print(f"own pool: {await asyncio.gather(*jobs)}")
        try:
            await loop.run_in_executor(pool, fail)
        except ValueError as error:
            print(f"failed: {error}")
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        print("main: cancelled")
        raise
    print("main: done")


asyncio.run(main())
