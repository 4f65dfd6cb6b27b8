"""Runs until it is interrupted from outside; then it takes its time."""
import asyncio
import time

start = time.monotonic()


async def main():
    try:
        await asyncio.sleep(60)
    finally:
        print("interrupted after", round(time.monotonic() - start, 1))
        await asyncio.sleep(0.2)
        print("over after", round(time.monotonic() - start, 1))


asyncio.run(main())
