import asyncio


async def contender(name, delay):
    try:
        await asyncio.sleep(delay)
        return name
    except asyncio.CancelledError:
        print(name, "lost")
        raise


async def race(*coros):
    tasks = [asyncio.create_task(c) for c in coros]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for t in tasks:
        if t in pending:
            t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return done.pop().result()


async def main():
    print(await race(contender("hare", 0.3), contender("tortoise", 0.2), contender("snail", 9)))


asyncio.run(main())
