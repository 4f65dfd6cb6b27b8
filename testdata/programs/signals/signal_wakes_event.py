# signal: SIGUSR1@0.5s
# signal: SIGUSR1@1s
# signal: SIGTERM@1.5s
import asyncio
import signal


async def main():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    for s in (signal.SIGUSR1, signal.SIGTERM):
        loop.add_signal_handler(s, queue.put_nowait, s)
    begun = loop.time()
    while True:
        s = await queue.get()
        print(f"{loop.time() - begun:.1f}", s.name)
        if s is signal.SIGTERM:
            break


asyncio.run(main())
