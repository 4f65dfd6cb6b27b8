# signal: SIGINT@2s
import asyncio

from _lines import outcome
from aiorun import run


async def main():
    asyncio.get_running_loop().call_later(1, asyncio.get_running_loop().stop)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(5)
        print("never")


loop = asyncio.new_event_loop()
outcome(run, main(), loop=loop)
for task in asyncio.all_tasks(loop):
    task.cancel()
loop.call_later(1, loop.stop)
loop.run_forever()
loop.close()
