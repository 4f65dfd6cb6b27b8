import asyncio

from _lines import outcome
from aiorun import run, shutdown_waits_for


async def job():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("job cancelled")
        raise


async def main():
    waiter = asyncio.create_task(shutdown_waits_for(job()), name="waiter")
    await asyncio.sleep(1)
    for task in asyncio.all_tasks():
        if task not in (waiter, asyncio.current_task()):
            task.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print("waiter cancelled")
    asyncio.get_running_loop().stop()


outcome(run, main())
