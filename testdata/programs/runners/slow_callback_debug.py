import asyncio
import logging
import sys
import time

logging.basicConfig(stream=sys.stdout, format="%(levelname)s %(name)s %(message).18s")


def blocking():
    time.sleep(0.5)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    loop.slow_callback_duration = 0.2
    loop.call_soon(blocking)
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())
