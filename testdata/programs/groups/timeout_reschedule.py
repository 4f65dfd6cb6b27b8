import asyncio


async def main():
    loop = asyncio.get_running_loop()
    begun = loop.time()
    try:
        async with asyncio.timeout(1) as t:
            await asyncio.sleep(0.5)
            t.reschedule(loop.time() + 2)
            print("now until", round(t.when() - begun, 2), t.expired())
            await asyncio.sleep(5)
    except TimeoutError:
        print("after", round(loop.time() - begun, 2), t.expired())
    async with asyncio.timeout(None) as t:
        print(t.when())
    try:
        t.reschedule(1)
    except RuntimeError as e:
        print(e)
    try:
        async with asyncio.timeout(-1):
            print("body runs")
            await asyncio.sleep(0)
            print("no")
    except TimeoutError:
        print("past deadline")


asyncio.run(main())
