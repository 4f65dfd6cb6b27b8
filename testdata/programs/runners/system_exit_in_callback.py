import asyncio
import sys


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.5, sys.exit, "told to stop")
    try:
        await asyncio.sleep(10)
    finally:
        print("main leaves")


asyncio.run(main())
