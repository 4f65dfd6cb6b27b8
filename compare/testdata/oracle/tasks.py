"""Tasks that sleep side by side, a timeout and a wait_for."""
import asyncio
import time


async def worker(name, nap):
    await asyncio.sleep(nap)
    print(name, round(time.monotonic() - start, 1))
    return name


async def main():
    print(await asyncio.gather(worker("slow", 0.3), worker("fast", 0.1), worker("mid", 0.2)))
    try:
        await asyncio.wait_for(worker("never", 5), 0.2)
    except asyncio.TimeoutError:
        print("timeout", round(time.monotonic() - start, 1))
    done, pending = await asyncio.wait(
        [asyncio.ensure_future(worker(n, n / 10)) for n in (1, 4)], timeout=0.2)
    print(len(done), len(pending), round(time.monotonic() - start, 1))
    for task in pending:
        task.cancel()


start = time.monotonic()
asyncio.run(main())
