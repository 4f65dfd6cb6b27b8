# signal: SIGTERM@1s
# signal: SIGINT@4s
# signal: SIGTERM@7s
# signal: SIGINT@10s
import asyncio
import warnings

from _lines import outcome
from aiorun import run, shutdown_waits_for

warnings.simplefilter("ignore", RuntimeWarning)


async def job(way):
    print(way, "begins")
    await asyncio.sleep(2)
    print(way, "is through")


async def by_create_task():
    asyncio.create_task(shutdown_waits_for(job("create_task")))
    await asyncio.sleep(5)


async def by_ensure_future():
    asyncio.ensure_future(shutdown_waits_for(job("ensure_future")))
    await asyncio.sleep(5)


async def by_await():
    try:
        await shutdown_waits_for(job("await"))
    except asyncio.CancelledError:
        print("the waiter is cancelled")
        raise


async def by_call():
    shutdown_waits_for(job("a call"))
    await asyncio.sleep(5)


outcome(run, by_create_task())
outcome(run, by_ensure_future())
outcome(run, by_await())
outcome(run, by_call())
