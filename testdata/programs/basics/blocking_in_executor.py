import asyncio
import threading
import time


def blocking(n):
    time.sleep(0.2 * n)
    return n, threading.current_thread() is threading.main_thread()


async def tick(out):
    while True:
        out.append("tick")
        await asyncio.sleep(0.1)


async def main():
    loop = asyncio.get_running_loop()
    ticks = []
    ticker = asyncio.create_task(tick(ticks))
    results = await asyncio.gather(*(loop.run_in_executor(None, blocking, n) for n in (3, 1, 2)))
    ticker.cancel()
    print(results)
    print("the loop went on:", len(ticks) > 3)


asyncio.run(main())
