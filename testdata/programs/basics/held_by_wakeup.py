"""A future that wakes a task is in use until the task's step is over, whoever
lets go of it in between; what the step got from other places goes at once."""
import asyncio


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        try:
            task = asyncio.current_task()
        except RuntimeError:
            task = None
        print("  del", self.name, "in", task and task.get_name())


async def make(name):
    return Noted(name)


async def fail(name):
    noted = Noted(name)
    raise ValueError(noted.name)


async def tick(what):
    print(what, "gone")
    await asyncio.sleep(0)
    print("next step")


async def main():
    loop = asyncio.get_running_loop()
    waited = loop.create_future()
    loop.call_soon(waited.set_result, Noted("result"))
    await waited
    del waited
    await tick("future")
    waited = asyncio.create_task(make("task's result"))
    await waited
    del waited
    await tick("task")
    waited = asyncio.gather(make("gathered"), make("gathered too"))
    await waited
    del waited
    await tick("gather")
    waited = asyncio.gather(fail("failed in gather"), return_exceptions=True)
    await waited
    del waited
    await tick("gather with an exception")
    waited = asyncio.shield(make("shielded"))
    await waited
    del waited
    await tick("shield")
    waited = asyncio.ensure_future(fail("failed"))
    try:
        await waited
    except ValueError:
        pass
    del waited
    await tick("failed task")
    queue = asyncio.Queue()
    loop.call_soon(queue.put_nowait, Noted("item"))
    item = await queue.get()
    del item
    await tick("item")
    value = await asyncio.wait_for(make("in time"), 1)
    del value
    await tick("wait_for's")
    for one in asyncio.as_completed([make("completed")]):
        value = await one
        del value
    del one
    await tick("as_completed's")
    value = await asyncio.sleep(0.01, Noted("slept"))
    del value
    await tick("sleep's")


asyncio.run(main())
print("over")
