"""A cancelled wait_for leaves a failure that nobody takes: when is it reported?"""
import asyncio


async def fails_when_cancelled():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError("instead")


async def outer():
    return await asyncio.wait_for(fails_when_cancelled(), 1)


async def outcome(awaitable):
    try:
        print("result", await awaitable)
    except BaseException as e:
        print(type(e).__name__, e, repr(e.__context__))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print("report:", context["message"], repr(context["exception"])))
    task = asyncio.ensure_future(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    await outcome(task)
    print("dropping", task.cancelled())
    task = None
    print("dropped")
    await asyncio.sleep(0)
    print("an iteration later")
    await asyncio.sleep(0)
    print("two later")


asyncio.run(main())
