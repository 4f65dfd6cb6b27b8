"""Jobs of an executor that end when the loop is closed already."""
import asyncio
import logging
import sys
import time
from concurrent.futures import ThreadPoolExecutor

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s: %(message).27s")
logging.Formatter.formatException = lambda self, info: repr(info[1])


def job(n):
    time.sleep(0.5 * n)
    print("job", n, "is over")


async def main():
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(pool, job, n) for n in (1, 2, 3)]
    jobs[1].cancel()
    await asyncio.sleep(0.1)
    print("leaving", [f.done() for f in jobs])


pool = ThreadPoolExecutor(3)
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
pool.shutdown()
print("over")
