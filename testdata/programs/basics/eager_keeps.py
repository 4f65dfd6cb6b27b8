# python: 3.12
"""What an eager first step lets go, and what its failure keeps until the
collection: the traceback leads to the function that makes the task."""
import asyncio
import gc


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  del", self.name, "in", current())


def current():
    try:
        return asyncio.current_task().get_name()
    except RuntimeError:
        return "no task"


async def replace(slots, i, fail):
    slots[i] = Noted(f"second {i}")
    print("  replaced", i)
    if fail:
        raise ValueError(i)
    return i


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: print("  report:", context["message"], repr(context["exception"])))
    loop.set_task_factory(asyncio.eager_task_factory)
    for fail in (False, True):
        print("fails:", fail)
        slots = [Noted(f"first {i}") for i in range(4)]
        task = asyncio.create_task(replace(slots, 0, fail))
        print("  made", task.done())
        task = loop.create_task(replace(slots, 1, fail))
        print("  made", task.done())
        task = asyncio.ensure_future(replace(slots, 2, fail))
        print("  made", task.done())
        task = asyncio.Task(replace(slots, 3, fail), loop=loop, name="alone")
        print("  made", task.done())
        await asyncio.wait([task])
        print("  ", repr(task.exception()))
        del task
        await asyncio.sleep(0)
        print("collect")
        gc.collect()
        print("clear")
        slots.clear()


asyncio.run(main())
print("over")
