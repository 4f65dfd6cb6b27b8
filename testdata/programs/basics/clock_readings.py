# Each reading of the virtual clock moves it by a microsecond, on both sides; what
# the library's modules read while they are imported does not count.
import time

print(time.monotonic())
import asyncio
import logging

print(time.monotonic())


async def main():
    loop = asyncio.get_running_loop()
    print(loop.time())
    await asyncio.sleep(0)
    print(loop.time())
    handle = loop.call_later(0.5, print, "due")
    print(handle.when())
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.25)
    except asyncio.TimeoutError:
        print("late", loop.time())
    await asyncio.sleep(1)
    print(loop.time())


asyncio.run(main())
print(time.monotonic())
