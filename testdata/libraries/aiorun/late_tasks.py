# signal: SIGINT@1s
import asyncio

from _lines import outcome
from aiorun import run, shutdown_waits_for


async def late(seconds):
    try:
        await asyncio.sleep(seconds)
        print("late task done")
    except asyncio.CancelledError:
        print("late task cancelled")
        raise


async def main():
    try:
        await shutdown_waits_for(asyncio.sleep(3))
    except asyncio.CancelledError:
        tasks.append(asyncio.create_task(late(1)))
        tasks.append(asyncio.create_task(late(9)))
        raise


tasks = []
loop = asyncio.new_event_loop()
outcome(run, main(), loop=loop)
print([task.done() for task in tasks])
tasks[1].cancel()
loop.run_until_complete(asyncio.wait(tasks))
loop.close()
