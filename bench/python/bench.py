"""The measurements of the Go benchmarks, for asyncio and for uvloop.

Prints one JSON object: nanoseconds per operation by measurement. An operation
is the same work as in the Go benchmark of that name. Runs on CPython 3.8 and
later, without any package; --uvloop needs uvloop.
"""

import argparse
import asyncio
import json
import random
import re
import signal
import subprocess
import sys
import threading
import time

import compute

CALL_SOON_BATCH = 1000
GATHER_SIZE = 100_000
TIMER_COUNT = 1_000_000
TIMER_SPAN = 3600.0
TIMER_SEED = 1
FLOOD_THREADS = 8


def nothing():
    pass


async def at_once():
    pass


# Each measurement takes a fresh loop and returns (seconds, operations).


def sleep_zero(loop, steps=50_000):
    """A step: one sleep(0) of the only task."""

    async def main():
        sleep = asyncio.sleep
        start = time.perf_counter()
        for _ in range(steps):
            await sleep(0)
        return time.perf_counter() - start

    return loop.run_until_complete(main()), steps


def call_soon(loop, batches=200):
    """A callback, queued and run; the last of a batch queues the next batch."""
    left = batches

    def batch():
        nonlocal left
        if not left:
            loop.stop()
            return
        left -= 1
        queue = loop.call_soon
        for _ in range(CALL_SOON_BATCH - 1):
            queue(nothing)
        queue(batch)

    start = time.perf_counter()
    batch()
    loop.run_forever()
    return time.perf_counter() - start, batches * CALL_SOON_BATCH


def create_task_await(loop, tasks=20_000):
    """A task, created and awaited, whose body returns at once."""

    async def main():
        create = loop.create_task
        start = time.perf_counter()
        for _ in range(tasks):
            await create(at_once())
        return time.perf_counter() - start

    return loop.run_until_complete(main()), tasks


def gather_100k(loop):
    """A whole gather of coroutines that return at once."""

    async def main():
        start = time.perf_counter()
        await asyncio.gather(*[at_once() for _ in range(GATHER_SIZE)])
        return time.perf_counter() - start

    return loop.run_until_complete(main()), 1


def timers_1m(loop):
    """A whole pass of past timers: scheduled at random, run in order."""
    source = random.Random(TIMER_SEED)
    ages = [source.uniform(0.0, TIMER_SPAN) for _ in range(TIMER_COUNT)]
    start = time.perf_counter()
    now = loop.time()
    for age in ages:
        loop.call_at(now - age, nothing)
    loop.call_at(now, loop.stop)
    loop.run_forever()
    return time.perf_counter() - start, 1


def threadsafe_flood(loop, calls=5_000):
    """A callback, queued by another thread and run; eight threads at once."""
    total = left = FLOOD_THREADS * calls

    def arrive():
        nonlocal left
        left -= 1
        if not left:
            loop.stop()

    def send():
        queue = loop.call_soon_threadsafe
        for _ in range(calls):
            queue(arrive)

    threads = [threading.Thread(target=send) for _ in range(FLOOD_THREADS)]
    start = time.perf_counter()
    for thread in threads:
        thread.start()
    loop.run_forever()
    elapsed = time.perf_counter() - start
    for thread in threads:
        thread.join()
    return elapsed, total


def signal_to_callback(loop, signals=2_000):
    """A signal to the end of its callback, which sends the next one."""
    left = signals

    def received():
        nonlocal left
        left -= 1
        if left:
            signal.raise_signal(signal.SIGUSR1)
        else:
            loop.stop()

    loop.add_signal_handler(signal.SIGUSR1, received)
    try:
        start = time.perf_counter()
        loop.call_soon(signal.raise_signal, signal.SIGUSR1)
        loop.run_forever()
        return time.perf_counter() - start, signals
    finally:
        loop.remove_signal_handler(signal.SIGUSR1)


def process_start(loop, starts=5):
    """A process that prints through asyncio.run, from its start to its end."""
    program = "import asyncio\nasync def main():\n    print('hi')\nasyncio.run(main())\n"
    start = time.perf_counter()
    for _ in range(starts):
        subprocess.run([sys.executable, "-c", program], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start, starts


def measurements():
    """The measurements this system can run, by the name of the Go benchmark."""
    found = {
        "SleepZero": sleep_zero,
        "CallSoon": call_soon,
        "CreateTaskAwait": create_task_await,
        "Gather100k": gather_100k,
        "ScriptSleepZero": sleep_zero,
        "ScriptGather100k": gather_100k,
        "Timers1M": timers_1m,
        "ProcessStart": process_start,
        "ThreadsafeFlood": threadsafe_flood,
    }
    if hasattr(signal, "SIGUSR1"):
        found["SignalToCallback"] = signal_to_callback
    for name, function in vars(compute).items():
        if callable(function) and not isinstance(function, type):
            found["".join(word.capitalize() for word in name.split("_"))] = plain(function)
    return found


def plain(function, least=0.05):
    """A measurement of a function that needs no loop, run for a while."""

    def measure(loop):
        runs = 0
        start = time.perf_counter()
        while True:
            function()
            runs += 1
            spent = time.perf_counter() - start
            if spent >= least:
                return spent, runs

    return measure


def best(measure, new_loop, repeat, budget):
    """The least nanoseconds per operation of up to repeat runs.

    No run begins after budget seconds; there is always one.
    """
    least = float("inf")
    end = time.perf_counter() + budget
    for _ in range(repeat):
        loop = new_loop()
        try:
            seconds, operations = measure(loop)
        finally:
            loop.close()
        least = min(least, seconds * 1e9 / operations)
        if time.perf_counter() >= end:
            break
    return least


def main():
    parser = argparse.ArgumentParser(description="measure asyncio or uvloop")
    parser.add_argument("--bench", metavar="REGEXP", default="", help="only measurements whose name matches")
    parser.add_argument("--list", action="store_true", help="print the names as a JSON list and measure nothing")
    parser.add_argument("--repeat", type=int, default=5, help="runs of each measurement, of which the best counts")
    parser.add_argument("--budget", type=float, default=3.0, help="seconds after which a measurement is not repeated")
    parser.add_argument("--uvloop", action="store_true", help="measure uvloop in the place of asyncio's loop")
    args = parser.parse_args()

    new_loop = asyncio.new_event_loop
    if args.uvloop:
        try:
            import uvloop
        except ImportError:
            sys.exit("bench.py: uvloop is not installed for " + sys.executable)
        new_loop = uvloop.new_event_loop

    chosen = {name: m for name, m in measurements().items() if re.search(args.bench, name)}
    if args.list:
        print(json.dumps(list(chosen)))
    else:
        print(json.dumps({name: best(m, new_loop, args.repeat, args.budget) for name, m in chosen.items()}))


if __name__ == "__main__":
    main()
