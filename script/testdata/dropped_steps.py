# What a task that fails lets go of, and when: the generator it goes over, the
# exception it was woken with, steps of generators that nobody awaits, and what a
# shutdown cancels.
import asyncio
import gc
import warnings

gc.disable()
warnings.simplefilter("always")


def who():
    try:
        task = asyncio.current_task()
    except RuntimeError:
        return "nobody"
    return task.get_name() if task else "the loop"


def warned(message, *rest, **more):
    print("warning", message, "to", who())


warnings.showwarning = warned


class Through:
    def __init__(self, inner):
        self.inner = inner

    def __await__(self):
        try:
            return (yield from self.inner.__await__())
        finally:
            print("through is over")


async def items():
    try:
        yield 1
    finally:
        print("items over in", who())


async def waits_through(f):
    async for x in items():
        await asyncio.wait_for(Through(f), 0.02)


async def waits(f):
    async for x in items():
        await asyncio.wait_for(f, 0.02)


async def fails(f):
    async for x in items():
        1 / 0


async def plain():
    pass


async def loops():
    async for x in plain():
        pass


async def failing():
    for work in waits_through, waits, fails:
        for cancels in True, False:
            task = asyncio.create_task(work(asyncio.Future()))
            await asyncio.sleep(0)
            if cancels:
                task.cancel()
            await asyncio.wait([task], timeout=1)
            print(work.__name__, task.cancelled() or repr(task.exception()))
    for name in "first", "second":
        try:
            await asyncio.create_task(loops(), name=name)
        except TypeError as e:
            print(e)


async def cancelled():
    task = asyncio.create_task(asyncio.wait_for(asyncio.Event().wait(), 1))
    task.cancel("m")
    try:
        await task
    except asyncio.CancelledError as e:
        print(repr(e))
    print("behind")
    del task
    await asyncio.sleep(0)


async def steps():
    it = items()
    it.asend(None)
    it.athrow(ValueError)
    it.aclose()
    print("no step")
    step = it.__anext__()
    print(await step)
    del step
    step = it.aclose()
    step.close()
    del step
    print("closed")


async def threads(loop):
    made = plain()
    await loop.run_in_executor(None, int)
    print("thread done")


async def held():
    f = asyncio.Future()
    f.set_exception(ValueError("held"))
    await asyncio.wait_for(asyncio.gather(asyncio.Event().wait(), asyncio.Event().wait()), 0)


async def keeps():
    made = plain()
    made.missing


async def gathers(other):
    await asyncio.gather(keeps(), other)


async def gathered():
    other = asyncio.create_task(keeps())
    task = asyncio.create_task(gathers(other))
    await asyncio.wait([task, other])
    print("gathered", repr(task.exception()))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("report", context["message"], repr(context.get("exception"))))
    await failing()
    await cancelled()
    await steps()
    await threads(loop)
    await gathered()
    tasks.extend([asyncio.create_task(held()), asyncio.create_task(plain())])
    await asyncio.sleep(0)


tasks = []
asyncio.run(main())
print("over")
del tasks[:]
print("collecting")
gc.collect()


async def breaks():
    async for x in items():
        break


loop = asyncio.new_event_loop()
loop.run_until_complete(breaks())
loop.close()
print("end")
