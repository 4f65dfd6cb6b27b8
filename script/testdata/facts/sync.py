"""Locks, events, conditions, semaphores, barriers and queues: who is next, and what a cancel does."""
import asyncio

from lib import BEFORE, on_loop, outcome, result

log = []


async def settle():
    for _ in range(8):
        await asyncio.sleep(0)


async def worker(name, take, give, rounds=1):
    for _ in range(rounds):
        await take()
        log.append(name)
        await asyncio.sleep(0)
        give()


async def said(label):
    await settle()
    print(label, " ".join(map(str, log)))
    del log[:]


async def locks():
    lock = asyncio.Lock()
    tasks = [asyncio.ensure_future(worker(n, lock.acquire, lock.release, 2)) for n in "abc"]
    await asyncio.gather(*tasks)
    await said("turns")
    await lock.acquire()
    a, b = [asyncio.ensure_future(worker(n, lock.acquire, lock.release)) for n in "ab"]
    await asyncio.sleep(0)
    lock.release()
    print("between", lock.locked())
    a.cancel()
    await said("the woken one is cancelled:")
    print(lock.locked(), repr(lock).split("[")[1])
    async with lock:
        print(lock.locked())


async def events():
    e = asyncio.Event()
    tasks = [asyncio.ensure_future(e.wait()) for _ in range(3)]
    await asyncio.sleep(0)
    e.set()
    e.clear()
    print(await asyncio.gather(*tasks), e.is_set())


async def conditions():
    c = asyncio.Condition()

    async def waiter(name):
        async with c:
            try:
                await c.wait()
                log.append(name)
            except asyncio.CancelledError as e:
                log.append((name, str(e), c.locked()))
                raise

    tasks = [asyncio.ensure_future(waiter(n)) for n in "abcd"]
    await asyncio.sleep(0)
    async with c:
        c.notify(2)
        log.append("notified")
    await said("two")
    async with c:
        c.notify(1)
        tasks[2].cancel()
    await said("notified and cancelled:")
    async with c:
        c.notify_all()
    await said("all")
    print([t.done() for t in tasks])
    ready = []

    async def setter():
        async with c:
            ready.append(1)
            c.notify_all()

    asyncio.ensure_future(setter())
    async with c:
        print(await c.wait_for(lambda: ready))


async def semaphores():
    s = asyncio.Semaphore(2)
    tasks = [asyncio.ensure_future(worker(n, s.acquire, s.release, 2)) for n in "abcd"]
    await asyncio.gather(*tasks)
    await said("turns")
    s = asyncio.Semaphore(0)
    first = asyncio.ensure_future(worker("waiter", s.acquire, s.release))
    await asyncio.sleep(0)
    s.release()
    print("released", s.locked())
    t = asyncio.ensure_future(worker("newcomer", s.acquire, s.release))
    await said("order:")
    await asyncio.gather(first, t)
    async with s:
        print(s.locked())


async def queues():
    for make in asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue:
        q = make()
        for n in 2, 3, 1:
            q.put_nowait(n)
        print(make.__name__, [q.get_nowait() for _ in range(3)], q.empty(), q.qsize(), q.maxsize)
    q = asyncio.Queue(1)

    async def getter(name):
        try:
            log.append((name, await q.get()))
        except asyncio.CancelledError:
            log.append(name + " cancelled")

    async def putter(n):
        await q.put(n)
        log.append("put %d" % n)

    tasks = [asyncio.ensure_future(getter(n)) for n in "abc"]
    await asyncio.sleep(0)
    q.put_nowait(1)
    tasks[0].cancel()
    await said("the woken getter is cancelled:")
    for n in range(4):
        asyncio.ensure_future(putter(n))
    await said("putters:")
    print(q.full(), q.get_nowait())
    await said("one more:")
    q.get_nowait()
    await settle()
    del log[:]
    print(q, q.qsize())
    j = asyncio.ensure_future(q.join())
    await settle()
    print(j.done(), end=" ")
    while True:
        try:
            q.task_done()
        except ValueError as e:
            print(e, end=" ")
            break
    await settle()
    print(j.done())


async def barriers():
    b = asyncio.Barrier(3)

    async def party(name):
        try:
            log.append((name, await b.wait()))
        except asyncio.BrokenBarrierError as e:
            log.append((name, repr(e)))

    tasks = [asyncio.ensure_future(party(n)) for n in "abcde"]
    await said("three of five:")
    print(b.n_waiting, b.parties, b.broken)
    await b.reset()
    await said("reset:")
    t = asyncio.ensure_future(party("f"))
    await settle()
    await b.abort()
    await said("aborted:")
    await party("g")
    await said("afterwards:")
    await asyncio.gather(t, *tasks)


async def shutdowns():
    q = asyncio.Queue(1)
    q.put_nowait("left")
    put = asyncio.ensure_future(q.put("late"))
    await asyncio.sleep(0)
    q.shutdown()
    print(await result(put), await q.get(), await result(q.get()), outcome(q.put_nowait, 1), q)
    q = asyncio.Queue()
    q.put_nowait(1)
    j = asyncio.ensure_future(q.join())
    await asyncio.sleep(0)
    q.shutdown(immediate=True)
    print(await result(j), outcome(q.get_nowait), q.qsize())


for part in locks, events, conditions, semaphores, queues:
    print("--", part.__name__)
    on_loop(part)
if not BEFORE((3, 11)):
    print("-- barriers")
    on_loop(barriers)
if not BEFORE((3, 13)):
    print("-- shutdowns")
    on_loop(shutdowns)
lock = None


async def binds():
    # An uncontended lock belongs to no loop yet.
    global lock
    if lock is None:
        lock = asyncio.Lock()
        await lock.acquire()
    t = asyncio.ensure_future(lock.acquire())
    await asyncio.sleep(0)
    t.cancel()
    text = await result(t)
    return text.split("<")[0] + text.split(">")[-1]


print([on_loop(binds), on_loop(binds)])
