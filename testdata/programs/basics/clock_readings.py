# Each reading of the virtual clock moves it by a microsecond, on both sides; what
# the library's modules read while they are imported does not count, nor what a
# log record notes.
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
    logging.getLogger("quiet").setLevel(logging.CRITICAL)
    logging.getLogger("quiet").error("not heard")
    logging.warning("heard")
    loop.call_exception_handler({"message": "heard too"})
    print(loop.time())


asyncio.run(main())
print(time.monotonic())
