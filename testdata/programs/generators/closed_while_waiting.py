# python: 3.10
"""A coroutine that waits in an asynchronous generator is closed or cancelled:
what is raised where, and after what."""
import asyncio


def chain(error):
    names = []
    while error is not None:
        names.append(type(error).__name__)
        error = error.__context__
    return " after ".join(names)


async def source():
    try:
        raise KeyError
    except KeyError:
        try:
            yield 1
            await asyncio.sleep(10)
        except BaseException as error:
            print("  source:", chain(error))
            raise
        finally:
            print("  source is over")


async def by_loop():
    async for item in source():
        print("  item", item)


async def by_anext():
    items = source()
    await anext(items)
    await anext(items)


async def by_asend():
    items = source()
    await items.asend(None)
    await items.asend("again")


async def by_comprehension():
    return [item async for item in source()]


async def consumer(run):
    try:
        await run()
    except BaseException as error:
        print("  consumer:", chain(error))
        raise
    finally:
        print("  consumer is over")


async def main(run):
    by_hand = consumer(run)
    by_hand.send(None)
    try:
        raise ValueError
    except ValueError:
        by_hand.close()
    print("  closed")
    task = asyncio.create_task(consumer(run))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        print("  task:", chain(error))


for run in by_loop, by_anext, by_asend, by_comprehension:
    print(run.__name__)
    asyncio.run(main(run))
