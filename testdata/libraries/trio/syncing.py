import re

import trio
from _run import outcome
from trio.testing import wait_all_tasks_blocked

ADDRESS = re.compile(r"0x[0-9a-f]+")


def show(x):
    print(ADDRESS.sub("0x", repr(x)))


async def events():
    event = trio.Event()
    woken = []

    async def waiter(n):
        await event.wait()
        woken.append(n)

    async with trio.open_nursery() as nursery:
        for n in range(3):
            nursery.start_soon(waiter, n)
        await wait_all_tasks_blocked()
        print(event.is_set(), event.statistics())
        event.set()
        event.set()
    await event.wait()
    return sorted(woken), event.is_set()


outcome(events)


async def fifo(make):
    lock = make()
    record = []

    async def loop(n):
        for _ in range(3):
            async with lock:
                record.append(n)
                await trio.sleep(1)

    async with trio.open_nursery() as nursery:
        for n in range(3):
            nursery.start_soon(loop, n)
            await wait_all_tasks_blocked()
        show(lock)
        print(lock.statistics() == lock.statistics(), lock.statistics().tasks_waiting)
    show(lock)
    return record


outcome(fifo, trio.Lock)
outcome(fifo, trio.StrictFIFOLock)
outcome(fifo, lambda: trio.Semaphore(1))
outcome(fifo, lambda: trio.CapacityLimiter(1))


async def cancelled_acquire():
    lock = trio.Lock()
    async with lock:
        async with trio.open_nursery() as nursery:

            async def want():
                with trio.move_on_after(1) as scope:
                    async with lock:
                        print("never")
                print("gave up", scope.cancelled_caught, lock.locked())

            nursery.start_soon(want)
    print(lock.locked())


outcome(cancelled_acquire)


async def limits():
    limiter = trio.CapacityLimiter(2)
    show(limiter)
    order = []

    async def user(n):
        async with limiter:
            order.append(n)
            await trio.sleep(1)

    async with trio.open_nursery() as nursery:
        for n in range(4):
            nursery.start_soon(user, n)
            await wait_all_tasks_blocked()
        print(limiter.borrowed_tokens, limiter.available_tokens, limiter.statistics().tasks_waiting)
        limiter.total_tokens = 3
        await wait_all_tasks_blocked()
        print(order)
        limiter.total_tokens = 1
        print(limiter.available_tokens)
        try:
            limiter.acquire_nowait()
        except trio.WouldBlock as e:
            print(repr(e))
    limiter.total_tokens = 5
    limiter.acquire_on_behalf_of_nowait("me")
    print(limiter.statistics().borrowers)
    limiter.release_on_behalf_of("me")
    return order, trio.current_time()


outcome(limits)


async def semaphores():
    s = trio.Semaphore(2, max_value=3)
    show(s)
    show(trio.Semaphore(5))
    s.acquire_nowait()
    await s.acquire()
    try:
        s.acquire_nowait()
    except trio.WouldBlock:
        print("would block")
    async with trio.open_nursery() as nursery:
        nursery.start_soon(s.acquire)
        await wait_all_tasks_blocked()
        print(s.value, s.statistics())
        s.release()
    s.release()
    s.release()
    s.release()
    print(s.value, s.max_value)


outcome(semaphores)


async def conditions():
    condition = trio.Condition()
    woken = []

    async def waiter(n):
        async with condition:
            await condition.wait()
            woken.append(n)

    async with trio.open_nursery() as nursery:
        for n in range(5):
            nursery.start_soon(waiter, n)
            await wait_all_tasks_blocked()
        print(condition.statistics().tasks_waiting)
        async with condition:
            condition.notify()
        await wait_all_tasks_blocked()
        print(woken)
        async with condition:
            condition.notify(2)
        await wait_all_tasks_blocked()
        print(woken)
        async with condition:
            condition.notify_all()
        await wait_all_tasks_blocked()
        print(woken)
        with trio.move_on_after(1) as scope:
            async with condition:
                try:
                    await condition.wait()
                finally:
                    print("holds the lock again:", condition.locked())
        print(scope.cancelled_caught, condition.locked())


outcome(conditions)


async def parking():
    lot, other = trio.lowlevel.ParkingLot(), trio.lowlevel.ParkingLot()
    record = []
    scopes = {}

    async def park(n):
        with trio.CancelScope() as scopes[n]:
            await lot.park()
            record.append(n)

    async with trio.open_nursery() as nursery:
        for n in range(8):
            nursery.start_soon(park, n)
            await wait_all_tasks_blocked()
        print(len(lot), bool(lot), bool(other), lot.statistics())
        lot.unpark()
        await wait_all_tasks_blocked()
        lot.unpark(count=2)
        await wait_all_tasks_blocked()
        print(record)
        scopes[4].cancel()
        await wait_all_tasks_blocked()
        lot.repark(other)
        lot.repark(other, count=1)
        print(len(lot), len(other))
        other.unpark_all()
        await wait_all_tasks_blocked()
        print(record)
        lot.repark_all(other)
        scopes[6].cancel()
        await wait_all_tasks_blocked()
        print(len(other), other.unpark(count=5)[0].name)
        other.unpark(count=5)
    return record


outcome(parking)
