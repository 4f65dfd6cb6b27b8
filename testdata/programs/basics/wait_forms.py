import asyncio


async def work(name, seconds, fail=False):
    await asyncio.sleep(seconds)
    if fail:
        raise RuntimeError(name)
    return name


def names(tasks):
    return sorted(t.get_name() for t in tasks)


async def main():
    def fresh():
        return [
            asyncio.create_task(work("a", 0.1), name="a"),
            asyncio.create_task(work("b", 0.2, fail=True), name="b"),
            asyncio.create_task(work("c", 0.3), name="c"),
        ]

    tasks = fresh()
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print("first", names(done), names(pending))
    done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_EXCEPTION)
    print("exception", names(done), names(pending))
    done, pending = await asyncio.wait(tasks)
    print("all", names(done), names(pending))
    print([str(t.exception()) if t.exception() else t.result() for t in tasks])
    tasks = fresh()
    done, pending = await asyncio.wait(tasks, timeout=0.15)
    print("timeout", names(done), names(pending))
    done, pending = await asyncio.wait(tasks, timeout=0)
    print("zero", names(done), names(pending))
    for t in tasks:
        t.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*tasks, return_exceptions=True)])


asyncio.run(main())
