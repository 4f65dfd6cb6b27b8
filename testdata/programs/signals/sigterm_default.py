# signal: SIGTERM@1s
import asyncio


async def main():
    try:
        print("flushed or not?")
        await asyncio.sleep(10)
    finally:
        print("never")


asyncio.run(main())
