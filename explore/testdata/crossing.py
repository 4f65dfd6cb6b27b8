import asyncio

async def takes(go, first, second, patience):
    try:
        await go.wait()
    except asyncio.CancelledError:
        pass
    async with first:
        for _ in range(patience):
            await asyncio.sleep(0)
        async with second:
            pass

async def main():
    go, a, b = asyncio.Event(), asyncio.Lock(), asyncio.Lock()
    tasks = {asyncio.create_task(takes(go, a, b, 0)), asyncio.create_task(takes(go, b, a, 1))}
    await asyncio.sleep(0)
    for t in tasks:
        t.cancel()
    await asyncio.gather(*tasks)
    print("both went through")

asyncio.run(main())
