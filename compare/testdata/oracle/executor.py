"""Jobs of an executor, from a loop and without one. The clock waits for them."""
import asyncio
import concurrent.futures
import time

start = time.monotonic()


def at():
    return round(time.monotonic() - start, 1)


def job(nap):
    time.sleep(nap)
    return nap


def busy():
    total = 0
    for number in range(200000):
        total += number
    return total


async def main():
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(None, job, nap) for nap in (0.3, 0.1, 0.2)]
    for first in asyncio.as_completed(jobs):
        print(await first, at())
    late = asyncio.ensure_future(asyncio.sleep(10))
    print(await loop.run_in_executor(None, busy), at())
    print(late.done())
    late.cancel()
    spins = 0
    waiting = loop.run_in_executor(None, job, 0.1)
    while not waiting.done():
        await asyncio.sleep(0)
        spins += 1
    print(spins > 10)


asyncio.run(main())
start = time.monotonic()
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    futures = [pool.submit(job, nap) for nap in (0.1, 0.3, 0.3)]
    try:
        futures[2].result(timeout=0.2)
    except concurrent.futures.TimeoutError:
        print("timeout", at())
    print([f.result() for f in futures], at())
