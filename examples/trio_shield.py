"""A nursery is cancelled, a shielded one within it is not, by trio.

Six workers run for ten seconds. Ctrl-C cancels the three that are in main's
nursery; the other three are in a shielded nursery and finish first.
"""
import os

import trio

SECONDS = 10


async def worker(number):
    print(f"[{number}] Task start!")
    try:
        await trio.sleep(SECONDS)
    except trio.Cancelled:
        print(f"[{number}] Canceled!")
        raise
    print(f"[{number}] Task done!")


async def kept():
    async with trio.open_nursery() as nursery:
        nursery.cancel_scope.shield = True
        for number in range(3):
            nursery.start_soon(worker, number)


async def main():
    print(f"PID: {os.getpid()}")
    try:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(kept)
            for number in range(3, 6):
                nursery.start_soon(worker, number)
    except* KeyboardInterrupt:
        print("Nursery Cancelled!")


trio.run(main)
