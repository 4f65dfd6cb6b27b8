import asyncio
import sys


async def leave():
    await asyncio.sleep(0.1)
    sys.exit(4)


async def stay():
    try:
        await asyncio.sleep(10)
    finally:
        print("stay ends")


async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(stay())
            tg.create_task(leave())
    finally:
        print("main ends")


asyncio.run(main())
