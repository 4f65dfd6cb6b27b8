# signal: SIGINT@1s
# signal: SIGINT@2s
import asyncio


async def slow_cleanup():
    try:
        await asyncio.sleep(100)
    finally:
        print("cleanup begins")
        await asyncio.sleep(5)
        print("cleanup ends")


async def main():
    await slow_cleanup()


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("out")
