# signal: SIGINT@1s
import asyncio


async def main():
    n = 0
    try:
        while True:
            await asyncio.sleep(0.3)
            n += 1
            print("beat", n)
    except asyncio.CancelledError:
        print("cancelled after", n)
        return "clean"


try:
    print(asyncio.run(main()))
except KeyboardInterrupt:
    print("KeyboardInterrupt")
