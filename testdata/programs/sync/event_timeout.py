import asyncio


async def main():
    e = asyncio.Event()
    print(e.is_set())
    for delay in (0.5, 1.5):
        e.clear()
        asyncio.get_running_loop().call_later(delay, e.set)
        try:
            print(await asyncio.wait_for(e.wait(), 1))
        except asyncio.TimeoutError:
            print("not in time")
            await e.wait()
            print("at last")


asyncio.run(main())
