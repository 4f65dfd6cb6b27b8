# signal: SIGUSR1@0.5s
import asyncio
import signal


def bad():
    raise ValueError("in the handler")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("reported:", c["message"].split("(")[0], repr(c["exception"])))
    loop.add_signal_handler(signal.SIGUSR1, bad)
    await asyncio.sleep(1)
    print("still here")


asyncio.run(main())
