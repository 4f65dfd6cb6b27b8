import asyncio
import time
from concurrent.futures import ThreadPoolExecutor


def job(n, log):
    time.sleep(0.3)
    log.append(n)


async def main():
    loop = asyncio.get_running_loop()
    log = []
    with ThreadPoolExecutor(1) as pool:
        a, b, c = (loop.run_in_executor(pool, job, n, log) for n in range(3))
        await asyncio.sleep(0.1)
        print(b.cancel(), a.cancel())
        await asyncio.wait([a, b, c])
        print([f.cancelled() for f in (a, b, c)])
    print(log)


asyncio.run(main())
