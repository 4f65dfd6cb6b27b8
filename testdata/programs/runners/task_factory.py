import asyncio

made = []


def factory(loop, coro, **kw):
    made.append(coro.__qualname__)
    return asyncio.Task(coro, loop=loop, **kw)


async def child(n):
    await asyncio.sleep(0)
    return n


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_task_factory())
    loop.set_task_factory(factory)
    print(await asyncio.gather(child(1), child(2)))
    await loop.create_task(child(3))
    print(made)
    loop.set_task_factory(None)


asyncio.run(main())
