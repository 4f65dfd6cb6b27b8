# python: 3.11
"""What an exception holds by its context and its traceback is reported when it goes."""
import asyncio
import gc
import warnings

gc.disable()
warnings.simplefilter("always")
warnings.showwarning = lambda message, *rest: print("warned:", message)


async def impatient(queue):
    await asyncio.wait_for(queue.get(), 0)


def reported(loop, context):
    print("reported:", context["message"], repr(context.get("exception")))


async def replaced(pause, queue):
    """The deadline's CancelledError stands behind another exception."""
    asyncio.get_running_loop().set_exception_handler(reported)
    async with asyncio.timeout(0):
        try:
            await asyncio.wait([asyncio.ensure_future(impatient(queue))], return_when=asyncio.FIRST_COMPLETED)
        except asyncio.CancelledError:
            raise KeyError("k")
        finally:
            if pause:
                await asyncio.sleep(-1)


async def nested():
    """A wait_for that never began holds what it was to wait for."""
    event = asyncio.Event()
    task = asyncio.create_task(asyncio.wait_for(asyncio.wait_for(event.wait(), 0.3), 0))
    await asyncio.sleep(0.1)
    print(repr(task.exception()))
    del task
    print("task gone")


async def grouped():
    """A group raises the CancelledError it was left by, in a ring with its frame."""
    event = asyncio.Event()
    try:
        async with asyncio.timeout(0):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(asyncio.sleep(0.3))
                await asyncio.gather(asyncio.ensure_future(asyncio.sleep(0.1)), asyncio.wait_for(event.wait(), 0.5))
    except TimeoutError:
        print("late")


async def waiting(future):
    """A task whose limit refers to it."""
    try:
        await asyncio.wait_for(future, 60)
    finally:
        print("not waiting any more")


def run(name, coro):
    try:
        asyncio.run(coro)
    except Exception as e:
        print("failed:", repr(e), "in", repr(e.__context__))
    print(name, "forgotten")
    gc.collect()
    print(name, "collected")


for pause in (False, True):
    run("replaced", replaced(pause, asyncio.Queue(1)))
run("nested", nested())
run("grouped", grouped())
loop = asyncio.new_event_loop()
loop.set_exception_handler(reported)
task = loop.create_task(waiting(loop.create_future()))
loop.run_until_complete(asyncio.sleep(0))
loop.close()
del loop, task
print("closed")
gc.collect()
print("collected")
