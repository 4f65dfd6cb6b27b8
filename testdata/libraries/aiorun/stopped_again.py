# signal: SIGINT@1s
import asyncio

from _lines import outcome
from aiorun import run


async def main():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main cancelled")
        asyncio.get_running_loop().stop()
        await asyncio.sleep(1)


loop = asyncio.new_event_loop()
outcome(run, main(), loop=loop)
loop.run_until_complete(asyncio.sleep(2))
print(len(asyncio.all_tasks(loop)))
loop.close()
