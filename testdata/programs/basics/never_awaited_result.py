import asyncio


async def background(results, n):
    await asyncio.sleep(n / 10)
    results.append(n)


async def main():
    results = []
    kept = {asyncio.create_task(background(results, n)) for n in range(5)}
    for t in kept:
        t.add_done_callback(lambda t: None)
    await asyncio.sleep(0.25)
    print(results)
    await asyncio.gather(*kept)
    print(results)


asyncio.run(main())
