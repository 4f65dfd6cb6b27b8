import asyncio

cut = []


async def slow(n):
    try:
        await asyncio.sleep(n)
        print("finished", n)
    except asyncio.CancelledError:
        cut.append(n)
        raise


async def main():
    try:
        async with asyncio.timeout(0.5):
            async with asyncio.TaskGroup() as tg:
                for n in (0.2, 0.4, 2, 3):
                    tg.create_task(slow(n))
    except TimeoutError as e:
        print("TimeoutError", repr(e.__cause__), sorted(cut))


asyncio.run(main())
