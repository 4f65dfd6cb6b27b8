# Argument checks as the newest release words them.
import math

import trio
import trio.testing
from _run import outcome


def attempt(fn, *args, **kwargs):
    try:
        print(fn(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


nan = math.nan
attempt(trio.CancelScope, deadline=nan)
attempt(trio.CancelScope, relative_deadline=nan)
attempt(trio.CancelScope, relative_deadline=-1)
attempt(trio.CancelScope, deadline=1, relative_deadline=1)

attempt(trio.move_on_after, -1)
attempt(trio.move_on_after, nan)
attempt(trio.fail_after(-1).__enter__)
attempt(trio.move_on_at, nan)
attempt(lambda: trio.CancelScope(relative_deadline=1).deadline)
attempt(lambda: trio.CancelScope(deadline=1).relative_deadline)
attempt(trio.Cancelled)
attempt(trio.Nursery)
attempt(trio.MemorySendChannel)
attempt(trio.Semaphore, 1.5)
attempt(trio.Semaphore, -1)
attempt(trio.Semaphore, 2, max_value=1)
attempt(trio.CapacityLimiter, 1.5)
attempt(trio.CapacityLimiter, -1)
attempt(trio.Condition, 5)
attempt(trio.open_memory_channel, 1.5)
attempt(trio.open_memory_channel, -1)
attempt(bool, trio.Event())
attempt(trio.lowlevel.ParkingLot().unpark, count=1.5)
attempt(trio.lowlevel.ParkingLot().repark, 5)
attempt(trio.testing.MockClock, rate=-1)
attempt(trio.testing.MockClock().jump, -1)
attempt(trio.from_thread.run, trio.sleep, 0)
attempt(trio.from_thread.check_cancelled)


async def main():
    attempt(trio.open_nursery().__enter__)
    lock = trio.Lock()
    attempt(lock.release)
    await lock.acquire()
    attempt(lock.acquire_nowait)
    condition = trio.Condition()
    attempt(condition.notify)
    try:
        await condition.wait()
    except RuntimeError as e:
        print(e)
    s = trio.Semaphore(1, max_value=1)
    attempt(s.release)
    limiter = trio.CapacityLimiter(1)
    attempt(limiter.release)
    await limiter.acquire()
    attempt(limiter.acquire_nowait)
    attempt(limiter.acquire_on_behalf_of_nowait, "x")
    for seconds in (-1, nan):
        try:
            await trio.sleep(seconds)
        except ValueError as e:
            print(e)
    scope = trio.CancelScope(relative_deadline=5.0)
    print(scope.is_relative, scope.relative_deadline)
    with scope:
        print(scope.is_relative, scope.deadline, scope.relative_deadline)
        scope.relative_deadline = 7
        print(scope.deadline)
        attempt(setattr, scope, "relative_deadline", -1)


outcome(main)
