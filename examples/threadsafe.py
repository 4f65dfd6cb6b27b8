"""Another thread feeds the loop through call_soon_threadsafe."""
import asyncio
import os
import threading


def count(loop, arrived, last):
    for number in range(1, last + 1):
        loop.call_soon_threadsafe(arrived.put_nowait, number)


async def main():
    print(f"PID: {os.getpid()}")
    loop = asyncio.get_running_loop()
    arrived = asyncio.Queue()
    thread = threading.Thread(target=count, args=(loop, arrived, 3))
    thread.start()
    for _ in range(3):
        print(f"main: got {await arrived.get()}")
    thread.join()
    print("main: the thread is over")
    try:
        await asyncio.sleep(3)
    except asyncio.CancelledError:
        print("main: cancelled")
        raise
    print("main: done")


asyncio.run(main())
