# signal: SIGINT@1s
import asyncio


async def worker(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("worker", n, "cancelled")
        raise
    finally:
        print("worker", n, "cleanup")


async def main():
    try:
        await asyncio.gather(*(worker(n) for n in range(3)))
    finally:
        print("main cleanup")


asyncio.run(main())
print("not reached")
