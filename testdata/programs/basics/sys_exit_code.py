import asyncio
import sys


async def cleanup():
    try:
        await asyncio.sleep(60)
    finally:
        print("cleanup")


async def main():
    asyncio.create_task(cleanup())
    await asyncio.sleep(0.1)
    print("leaving")
    sys.exit(3)


asyncio.run(main())
