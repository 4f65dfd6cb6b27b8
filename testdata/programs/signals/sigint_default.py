# signal: SIGINT@1s
import asyncio

log = []


async def worker(n):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log.append(f"{n} cancelled")
        raise
    finally:
        log.append(f"{n} cleanup")


async def main():
    try:
        await asyncio.gather(*(worker(n) for n in range(3)))
    finally:
        print("main cleanup", sorted(log))


asyncio.run(main())
print("not reached")
