import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

from _lines import outcome
from aiorun import run


def blocking():
    time.sleep(3)
    print("thread done")


async def main():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, blocking)
    await asyncio.sleep(1)
    loop.stop()


outcome(run, main(), executor_workers=1)
executor = ThreadPoolExecutor()
outcome(run, main(), executor=executor)
outcome(executor.submit, print)
