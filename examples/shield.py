"""Keep some tasks alive through SIGINT and SIGTERM.

Six workers run for ten seconds. A signal cancels the three that main does not
wait for; main and the other three are spared and end in their own time.
"""
import asyncio
import os
import signal

SECONDS = 10


async def worker(number):
    print(f"[{number}] Task start!")
    try:
        await asyncio.sleep(SECONDS)
    except asyncio.CancelledError:
        print(f"[{number}] Canceled!")
    else:
        print(f"[{number}] Task done!")


def cancel_all_but(spared, name):
    print(f"Received {name}")
    alive = asyncio.all_tasks()
    doomed = alive.difference(spared)
    for task in doomed:
        task.cancel()
    print(f"Cancelling {len(doomed)} out of {len(alive)}")


async def main():
    print(f"PID: {os.getpid()}")
    loop = asyncio.get_running_loop()
    spared = {asyncio.current_task()}
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, cancel_all_but, spared, signal.Signals(number).name)
    kept = [asyncio.create_task(worker(number)) for number in range(3)]
    spared.update(kept)
    # Held only to keep them from being collected.
    others = [asyncio.create_task(worker(number)) for number in range(3, 6)]
    await asyncio.gather(*kept)
    del others


asyncio.run(main())
