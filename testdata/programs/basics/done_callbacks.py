import asyncio
from functools import partial


def report(tag, task):
    if task.cancelled():
        print(tag, "cancelled")
    elif task.exception():
        print(tag, "failed:", task.exception())
    else:
        print(tag, "result", task.result())


async def ok():
    return "fine"


async def bad():
    raise ValueError("broken")


async def slow():
    await asyncio.sleep(100)


async def main():
    tasks = []
    for f in (ok, bad, slow):
        t = asyncio.create_task(f())
        t.add_done_callback(partial(report, f.__name__))
        tasks.append(t)
    extra = partial(report, "removed")
    tasks[0].add_done_callback(extra)
    print("removed", tasks[0].remove_done_callback(extra))
    await asyncio.sleep(0.01)
    tasks[2].cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))
    tasks[0].add_done_callback(partial(report, "after the fact"))
    print("added")
    await asyncio.sleep(0)


asyncio.run(main())
