"""A pipe within the process: read by a thread, by a loop, and by select."""
import asyncio
import os
import select
import threading
import time

start = time.monotonic()
source, sink = os.pipe()


def at():
    return round(time.monotonic() - start, 1)


threading.Timer(0.2, os.write, (sink, b"one")).start()
print(os.read(source, 10), at())
threading.Timer(0.2, os.write, (sink, b"two")).start()
print(select.select([source], [], [], 0.1), at())
print(select.select([source], [], [])[0] == [source], os.read(source, 10), at())


async def main():
    loop = asyncio.get_running_loop()
    there = asyncio.Event()
    loop.add_reader(source, there.set)
    loop.call_later(0.1, os.write, sink, b"three")
    await there.wait()
    print(os.read(source, 10), at())
    threading.Timer(0.2, loop.call_soon_threadsafe, (there.clear,)).start()
    while there.is_set():
        await asyncio.sleep(0.15)
    print("cleared", at())


asyncio.run(main())
