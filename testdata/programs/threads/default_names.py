"""The names that threads get, and what they are called by."""

import asyncio
import functools
import threading


def work():
    print("in", threading.current_thread().name)


class Callable:
    def __call__(self):
        work()


for target in (work, lambda: work(), Callable(), functools.partial(work), print):
    thread = threading.Thread(target=target)
    print("made", thread.name)
    thread.start()
    thread.join()


class Named(threading.Thread):
    def run(self):
        work()


for thread in (Named(), Named(name="given"), threading.Timer(0, work), Named(target=work)):
    thread.start()
    thread.join()


async def main():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, lambda: print(threading.current_thread().name[:7]))


asyncio.run(main())
