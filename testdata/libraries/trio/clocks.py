import time

import trio
from trio.testing import MockClock, Sequencer, wait_all_tasks_blocked


async def manual():
    clock = trio.lowlevel.current_clock()
    print(type(clock).__name__, trio.current_time(), clock.rate, clock.autojump_threshold)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(trio.sleep, 5)
        await wait_all_tasks_blocked()
        clock.jump(4)
        print(trio.current_time(), clock.deadline_to_sleep_time(4) == 0, clock.deadline_to_sleep_time(10) > 1000)
        clock.jump(1)
    try:
        clock.jump(-1)
    except ValueError as e:
        print(e)
    clock.rate = 5
    clock.rate = 0
    print(trio.current_time() >= 5, trio.current_time() < 6)


trio.run(manual, clock=MockClock())


async def jumping():
    start = time.perf_counter()
    for n in range(10):
        await trio.sleep(45)
    print(trio.current_time(), time.perf_counter() - start < 10)
    trio.lowlevel.current_clock().autojump_threshold = float("inf")
    with trio.move_on_after(3):
        async with trio.open_nursery() as nursery:
            nursery.start_soon(trio.sleep, 100)
            await wait_all_tasks_blocked()
            trio.lowlevel.current_clock().jump(2)
            await wait_all_tasks_blocked()
            print(trio.current_time())
            trio.lowlevel.current_clock().autojump_threshold = 0
    print(trio.current_time())


trio.run(jumping, clock=MockClock(autojump_threshold=0))


async def blocked_first():
    record = []

    async def sleeper():
        await trio.sleep(10)
        record.append(("slept", trio.current_time()))

    async with trio.open_nursery() as nursery:
        nursery.start_soon(sleeper)
        await wait_all_tasks_blocked()
        record.append(("blocked", trio.current_time()))
        await wait_all_tasks_blocked(0.01)
        record.append(("blocked", trio.current_time()))
    print(record)


trio.run(blocked_first, clock=MockClock(autojump_threshold=0))


class Fixed(trio.abc.Clock):
    def start_clock(self):
        print("started")

    def current_time(self):
        return 42.0

    def deadline_to_sleep_time(self, deadline):
        return 0


async def own():
    print(trio.current_time(), trio.lowlevel.current_clock() is fixed)


fixed = Fixed()
trio.run(own, clock=fixed)


async def in_sequence():
    seq = Sequencer()
    record = []

    async def odd():
        for n in (1, 3):
            async with seq(n):
                record.append(n)

    async def even():
        for n in (0, 2, 4):
            async with seq(n):
                record.append(n)

    async with trio.open_nursery() as nursery:
        nursery.start_soon(odd)
        nursery.start_soon(even)
    print(record)
    try:
        async with seq(1):
            pass
    except RuntimeError as e:
        print(type(e).__name__)


trio.run(in_sequence)


async def two_clocks():
    """A clock that is not the run's does not move, and moves nothing."""
    other = MockClock(autojump_threshold=0)
    other.start_clock()
    other.jump(7)
    await trio.sleep(5)
    print(trio.current_time(), other.current_time())


trio.run(two_clocks, clock=MockClock(autojump_threshold=0))


async def set_before():
    clock = trio.lowlevel.current_clock()
    print(trio.current_time())
    clock.rate = 0
    clock.jump(10)
    with trio.move_on_after(5) as scope:
        await trio.sleep(10)
    print(trio.current_time(), scope.cancelled_caught)


clock = MockClock()
clock.jump(3)
clock.autojump_threshold = 0
trio.run(set_before, clock=clock)


async def idle_first():
    """Who waits for idleness is woken before the clock jumps, each time."""
    async with trio.open_nursery() as nursery:
        nursery.start_soon(trio.sleep, 1)
        for cushion in (0, 0.002, 0):
            await wait_all_tasks_blocked(cushion)
            print(cushion, trio.current_time())


trio.run(idle_first, clock=MockClock(autojump_threshold=0))
