import asyncio
import time


async def main():
    loop = asyncio.get_running_loop()
    t0, m0 = loop.time(), time.monotonic()
    await asyncio.sleep(3600)
    print("an hour:", round(loop.time() - t0), round(time.monotonic() - m0))
    time.sleep(2.5)
    print("blocking too:", round(loop.time() - t0, 1))
    for delay in (0.5, 0.25, 0.125):
        begun = loop.time()
        await asyncio.sleep(delay)
        print(f"{loop.time() - begun:.3f}")


asyncio.run(main())
