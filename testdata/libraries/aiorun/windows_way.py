# signal: SIGINT@2s
import asyncio
import signal

import aiorun
from _lines import outcome

aiorun.WINDOWS = True
signal.SIGBREAK = signal.SIGTERM


async def main():
    print(sorted(task.get_coro().__name__ for task in asyncio.all_tasks()))
    await asyncio.sleep(10)


def interrupt():
    raise KeyboardInterrupt


async def interrupted():
    asyncio.get_running_loop().call_soon(interrupt)
    await asyncio.sleep(10)


outcome(aiorun.run, main())
outcome(aiorun.run, interrupted())
