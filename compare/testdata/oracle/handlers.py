"""Signals that a program sends itself: from timers, threads and the loop."""
import asyncio
import os
import signal
import threading
import time

start = time.monotonic()


def say(*words):
    print(*words, round(time.monotonic() - start, 1))


signal.signal(signal.SIGUSR1, lambda *_: say("usr1", threading.current_thread().name))
threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGUSR1)).start()
signal.pause()
say("paused")
signal.raise_signal(signal.SIGUSR1)


async def main():
    loop = asyncio.get_running_loop()
    told = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, told.set)
    threading.Timer(0.2, os.kill, (os.getpid(), signal.SIGTERM)).start()
    await told.wait()
    say("term")
    loop.call_later(0.1, signal.raise_signal, signal.SIGINT)
    try:
        await asyncio.sleep(5)
    finally:
        say("last words")


try:
    asyncio.run(main())
except KeyboardInterrupt:
    say("interrupted")
thread = threading.Thread(target=time.sleep, args=(0.3,))
thread.start()
threading.Timer(0.1, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    thread.join()
except KeyboardInterrupt:
    say("join is cut")
