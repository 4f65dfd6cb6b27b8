# What an exception is raised in the handling of, where one that was raised
# before is raised again, and how long a task that failed is in use.
import asyncio
import gc


async def bad():
    raise ValueError(1)


async def outcomes(loop):
    def failed():
        f = loop.create_future()
        f.set_exception(ValueError(2))
        return f

    def cancelled(f):
        f.cancel()
        return f

    for make in (failed, lambda: asyncio.gather(bad()), lambda: asyncio.create_task(bad()),
                 lambda: asyncio.shield(bad()), lambda: cancelled(loop.create_future()),
                 lambda: cancelled(asyncio.gather(asyncio.sleep(1))), lambda: cancelled(asyncio.create_task(asyncio.sleep(1)))):
        for pause in False, True:
            f = make()
            for outer in KeyError, OSError:
                try:
                    raise outer
                except outer:
                    if pause:
                        await asyncio.sleep(0)
                        await asyncio.sleep(0)
                    try:
                        await f
                    except BaseException as e:
                        print(repr(e), repr(e.__context__))
            try:
                raise IndexError
            except IndexError:
                try:
                    f.result()
                except BaseException as e:
                    print(repr(e), repr(e.__context__))


async def grouped(event):
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(event.wait())
    except asyncio.CancelledError as e:
        print("group", repr(e), repr(e.__context__))


async def late():
    await asyncio.wait_for(asyncio.Event().wait(), 0.01)


async def own_late():
    async with asyncio.timeout(0.01):
        await asyncio.Event().wait()


async def main():
    loop = asyncio.get_running_loop()
    await outcomes(loop)
    error = asyncio.wrap_future(asyncio.run_coroutine_threadsafe(late(), loop))
    try:
        await error
    except TimeoutError as e:
        print("chained", repr(e), repr(e.__cause__))
    # A Timeout's frame is in the traceback and has the task: a ring.
    loop.set_exception_handler(lambda loop, context: print("report", repr(context["exception"])))
    for fail in late, own_late, bad:
        task = asyncio.create_task(fail())
        await asyncio.wait([task])
        print("forgotten", fail.__name__)
        del task
        print("collected")
        gc.collect()
    # Tasks that have not begun have one frame.
    tasks = [asyncio.create_task(late()), asyncio.create_task(asyncio.sleep(0))]
    print([len(t.get_stack()) for t in tasks])
    await asyncio.wait(tasks)
    tasks[0].exception()
    event = asyncio.Event()
    event.set()
    kept.append(asyncio.create_task(grouped(event)))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    raise asyncio.CancelledError("main")


kept = []
try:
    asyncio.run(main())
except asyncio.CancelledError as e:
    print("over", repr(e))
