import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    for name in ("SIGINT", "SIGTERM", "SIGUSR1"):
        loop.add_signal_handler(getattr(signal, name), print, "got", name)
    await asyncio.sleep(0.1)
    print(loop.remove_signal_handler(signal.SIGINT), loop.remove_signal_handler(signal.SIGINT))


asyncio.run(main())
