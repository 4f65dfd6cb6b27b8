import asyncio
import signal


async def coro():
    pass


async def main():
    loop = asyncio.get_running_loop()
    for bad in (signal.SIGKILL, 0, 1000, "SIGINT"):
        try:
            loop.add_signal_handler(bad, print)
        except Exception as e:
            print(type(e).__name__, e)
    try:
        loop.add_signal_handler(signal.SIGINT, coro)
    except TypeError as e:
        print(e)


asyncio.run(main())
