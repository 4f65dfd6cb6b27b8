# signal: SIGINT@1s
import asyncio
import signal


async def critical():
    for n in range(4):
        await asyncio.sleep(0.5)
        print("step", n)


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGINT, lambda: print("not now"))
    await critical()
    loop.remove_signal_handler(signal.SIGINT)
    print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)


asyncio.run(main())
