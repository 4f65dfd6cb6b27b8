"""Timers run in order of their time, cancelled ones not at all."""
import asyncio
import os


async def main():
    print(f"PID: {os.getpid()}")
    loop = asyncio.get_running_loop()
    start = loop.time()

    def tell(text):
        print(f"{loop.time() - start:.1f} {text}")

    loop.call_later(3, tell, "three")
    loop.call_later(1, tell, "one")
    unwanted = loop.call_later(1.5, tell, "unwanted")
    loop.call_at(start + 2.5, tell, "two and a half")
    loop.call_later(0, tell, "zero")
    loop.call_soon(tell, "soon")
    tell("main")
    try:
        await asyncio.sleep(0.5)
        unwanted.cancel()
        tell("main cancelled one")
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        tell("main is cancelled")
        raise
    tell("main is done")


asyncio.run(main())
