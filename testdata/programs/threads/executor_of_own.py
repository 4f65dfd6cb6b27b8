import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def job(n):
    time.sleep(0.1)
    return n, threading.current_thread().name.split("_")[0]


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(max_workers=2, thread_name_prefix="pool") as pool:
        begun = loop.time()
        print(await asyncio.gather(*(loop.run_in_executor(pool, job, n) for n in range(4))))
        print(round(loop.time() - begun, 1))
    loop.set_default_executor(ThreadPoolExecutor(1, thread_name_prefix="default"))
    print(await loop.run_in_executor(None, job, 9))


asyncio.run(main())
