"""What a tick queues from within, from threads' way in and for signals keeps its order."""

import asyncio
import signal


def told(loop, what, *then):
    print(what)
    for kind, word in then:
        getattr(loop, kind)(told, loop, word)


async def main():
    loop = asyncio.get_running_loop()
    loop.add_signal_handler(signal.SIGTERM, told, loop, "signal", ("call_soon", "after the signal"))
    loop.add_signal_handler(signal.SIGINT, told, loop, "interrupt")
    loop.call_soon(signal.raise_signal, signal.SIGTERM)
    # The self-pipe is read in the next tick, after this has queued more.
    loop.call_soon(told, loop, "one", ("call_soon_threadsafe", "two"), ("call_soon", "three"))
    await asyncio.sleep(0)
    loop.call_soon_threadsafe(told, loop, "four", ("call_soon_threadsafe", "five"))
    loop.call_later(-1, told, loop, "late", ("call_soon_threadsafe", "later"), ("call_soon", "latest"))
    signal.raise_signal(signal.SIGINT)
    loop.call_soon_threadsafe(told, loop, "six")
    await asyncio.sleep(0)
    print("main")
    await asyncio.sleep(0.1)


asyncio.run(main())
