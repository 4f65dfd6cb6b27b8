import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGUSR1, print, "handler ran")
    print("before")
    signal.raise_signal(signal.SIGUSR1)
    print("after raise")
    await asyncio.sleep(0)
    print("one tick")
    await asyncio.sleep(0)
    print("two ticks")
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())
