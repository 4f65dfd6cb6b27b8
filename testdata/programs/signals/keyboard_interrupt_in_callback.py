# signal: SIGINT@0.5s
import asyncio
import time


def blocking():
    try:
        time.sleep(2)
    except KeyboardInterrupt:
        print("cut short in the callback")
        raise


async def main():
    asyncio.get_running_loop().call_later(0.1, blocking)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main cancelled")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("KeyboardInterrupt came out")
