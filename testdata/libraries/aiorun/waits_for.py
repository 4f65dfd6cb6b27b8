# signal: SIGTERM@9s
import asyncio

from _lines import outcome
from aiorun import run, shutdown_waits_for


async def job(value, seconds=1):
    await asyncio.sleep(seconds)
    if isinstance(value, Exception):
        raise value
    print("job gives", value)
    return value


async def with_child():
    try:
        await asyncio.create_task(asyncio.sleep(10))
    except asyncio.CancelledError:
        print("the job's child was cancelled")


async def main():
    print(await shutdown_waits_for(job(42)))
    try:
        await shutdown_waits_for(job(KeyError("k")))
    except KeyError as e:
        print(repr(e))
    waiter = asyncio.create_task(shutdown_waits_for(job("late", 2)))
    await asyncio.sleep(1)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print("waiter cancelled at once")
    await asyncio.sleep(2)
    try:
        await asyncio.wait_for(shutdown_waits_for(job(ValueError("lost"), 2)), 1)
    except asyncio.TimeoutError:
        print("timed out")
    await asyncio.sleep(2)
    print("before the end:", len(asyncio.all_tasks()))
    shutdown = asyncio.gather(shutdown_waits_for(job("kept", 5)), shutdown_waits_for(with_child()))
    print("alive:", len(asyncio.all_tasks()))
    await shutdown


loop = asyncio.new_event_loop()
early = loop.create_task(shutdown_waits_for(job("early"), loop))
outcome(run, main(), loop=loop)
print(early.result())
loop.close()
