"""What is thrown into an asynchronous generator keeps it, by its traceback, until a collection:
run then closes it in a task of its own, which the numbers of later tasks show."""
import asyncio
import gc


async def numbers():
    try:
        yield 1
        yield 2
    finally:
        print("left")


async def outcome(awaitable):
    try:
        print("result", await awaitable)
    except BaseException as e:
        print(type(e).__name__, e)


def name():
    task = getattr(asyncio, "current_task")()
    return task.get_name()


async def main(collect):
    print(name())
    g = numbers()
    await g.__anext__()
    await outcome(g.athrow(ValueError("thrown in")))
    g = numbers()
    await outcome(g.asend(None))
    await outcome(g.aclose())
    await outcome(g.__anext__())
    del g
    if collect:
        gc.collect()


async def after():
    print("after:", name())


asyncio.run(main(False))
asyncio.run(after())
asyncio.run(main(True))
asyncio.run(after())
