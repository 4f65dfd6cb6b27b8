import asyncio
import inspect


async def sleeper():
    await asyncio.sleep(0.1)


async def main():
    coro = sleeper()
    print(inspect.iscoroutine(coro), inspect.iscoroutinefunction(sleeper), asyncio.iscoroutine(coro))
    print(inspect.getcoroutinestate(coro), coro.__name__, coro.__qualname__)
    task = asyncio.create_task(coro)
    await asyncio.sleep(0.05)
    print(inspect.getcoroutinestate(coro), coro.cr_frame is not None)
    await task
    print(inspect.getcoroutinestate(coro), coro.cr_frame)
    try:
        await coro
    except RuntimeError as e:
        print(e)


asyncio.run(main())
