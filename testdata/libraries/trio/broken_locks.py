import re

import trio
from _run import outcome, told
from trio.lowlevel import ParkingLot, add_parking_lot_breaker, current_task, remove_parking_lot_breaker
from trio.testing import wait_all_tasks_blocked


def plain(text):
    return re.sub(r" at 0x\w+", "", str(text))


async def parked(lot, name):
    try:
        await lot.park()
        print(name, "unparked")
    except trio.BrokenResourceError as e:
        print(name, plain(e), "from", plain(repr(e.__cause__)))


async def by_hand():
    lot = ParkingLot()
    async with trio.open_nursery() as nursery:
        for name in "abc":
            nursery.start_soon(parked, lot, name)
            await wait_all_tasks_blocked()
        lot.unpark()
        await wait_all_tasks_blocked()
        lot.break_lot()
        print(plain(lot.broken_by), len(lot))
    await parked(lot, "late")
    lot.break_lot()
    print(plain(lot.broken_by))
    other = []

    async def child():
        other.append(current_task())

    async with trio.open_nursery() as nursery:
        nursery.start_soon(child)
    lot.break_lot(other[0])
    print(plain(lot.broken_by))
    await parked(lot, "later")


outcome(by_hand)


async def breakers():
    lot = ParkingLot()
    tasks = {}

    async def member(name, times, taken_back):
        task = tasks[name] = current_task()
        for _ in range(times):
            add_parking_lot_breaker(task, lot)
        for _ in range(taken_back):
            remove_parking_lot_breaker(task, lot)
        await events[name].wait()
        print(name, "leaves")

    events = {name: trio.Event() for name in "abc"}
    async with trio.open_nursery() as nursery:
        nursery.start_soon(parked, lot, "waiter")
        nursery.start_soon(member, "a", 1, 1)
        nursery.start_soon(member, "b", 2, 1)
        nursery.start_soon(member, "c", 1, 0)
        for name in "abc":
            await wait_all_tasks_blocked()
            events[name].set()
            await wait_all_tasks_blocked()
            print("broken by", plain(lot.broken_by))
    for task in (tasks["a"], current_task()):
        try:
            remove_parking_lot_breaker(task, lot)
        except RuntimeError as e:
            print(plain(e))
    try:
        add_parking_lot_breaker(tasks["a"], ParkingLot())
    except trio.BrokenResourceError as e:
        print(plain(e))
    add_parking_lot_breaker(current_task(), lot)


outcome(breakers)


async def dead_owner(make, how):
    lock = make()

    async def owner():
        await lock.acquire()
        await trio.sleep(2)
        if how == "cancelled":
            with trio.CancelScope() as scope:
                scope.cancel()
                await trio.sleep(1)
        if how == "raises":
            raise ValueError("owner")

    async def wants(name):
        try:
            await lock.acquire()
            print(name, "has it")
        except trio.BrokenResourceError as e:
            print(name, plain(e))

    try:
        async with trio.open_nursery() as outer:
            outer.cancel_scope.shield = True
            async with trio.open_nursery() as nursery:
                nursery.start_soon(owner)
                await wait_all_tasks_blocked()
                for name in "ab":
                    nursery.start_soon(wants, name)
                    await wait_all_tasks_blocked()
                print(plain(repr(lock)))
    except BaseException as e:
        print(told(e))
    await wants("late")
    try:
        lock.acquire_nowait()
    except (trio.BrokenResourceError, trio.WouldBlock) as e:
        print(type(e).__name__, plain(e))
    print(lock.locked(), plain(lock.statistics().owner))


outcome(dead_owner, trio.Lock, "returns")
outcome(dead_owner, trio.StrictFIFOLock, "raises")
outcome(dead_owner, trio.Lock, "cancelled")


async def condition_of_dead_owner():
    condition = trio.Condition()

    async def owner():
        await condition.acquire()

    async def waits():
        async with condition:
            await condition.wait()

    async with trio.open_nursery() as nursery:
        nursery.start_soon(owner)
    try:
        await waits()
    except trio.BrokenResourceError as e:
        print(plain(e))


outcome(condition_of_dead_owner)


async def no_tokens():
    limiter = trio.CapacityLimiter(0)
    print(limiter.available_tokens, limiter.borrowed_tokens)

    async def user():
        async with limiter:
            print("in at", trio.current_time())

    async with trio.open_nursery() as nursery:
        for _ in range(2):
            nursery.start_soon(user)
        await trio.sleep(3)
        limiter.total_tokens = 1
        await wait_all_tasks_blocked()
        limiter.total_tokens = 0
        print(limiter.statistics().tasks_waiting, limiter.total_tokens)


outcome(no_tokens)
