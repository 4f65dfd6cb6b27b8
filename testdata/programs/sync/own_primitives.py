"""Synchronisation primitives of one's own: RW lock, latch, countdown, monitor, fair semaphore, once, rendezvous. 3.8 syntax."""
import asyncio
import collections
import contextlib
import functools
import itertools
import random


class RWLock:
    def __init__(self):
        self.cond = asyncio.Condition()
        self.readers = 0
        self.writer = False
        self.waiting = 0

    @contextlib.asynccontextmanager
    async def read(self):
        async with self.cond:
            await self.cond.wait_for(lambda: not self.writer and not self.waiting)
            self.readers += 1
        try:
            yield
        finally:
            async with self.cond:
                self.readers -= 1
                self.cond.notify_all()

    @contextlib.asynccontextmanager
    async def write(self):
        async with self.cond:
            self.waiting += 1
            try:
                await self.cond.wait_for(lambda: not self.writer and not self.readers)
                self.writer = True
            finally:
                self.waiting -= 1
                self.cond.notify_all()
        try:
            yield
        finally:
            async with self.cond:
                self.writer = False
                self.cond.notify_all()


class Latch:
    def __init__(self, n):
        self.n, self.ev = n, asyncio.Event()

    def hit(self):
        self.n -= 1
        if self.n <= 0:
            self.ev.set()

    def __await__(self):
        return self.ev.wait().__await__()


class Once:
    def __init__(self, fn):
        self.fn, self.lock, self.calls = fn, asyncio.Lock(), 0

    async def __call__(self, *a):
        async with self.lock:
            if not hasattr(self, "value"):
                self.calls += 1
                self.value = await self.fn(*a)
        return self.value


class FairSem:
    def __init__(self, n):
        self.n = n
        self.q = collections.deque()

    def locked(self):
        return self.n == 0

    async def acquire(self, k=1):
        if self.n >= k and not self.q:
            self.n -= k
            return
        f = asyncio.get_event_loop().create_future()
        self.q.append((k, f))
        try:
            await f
        except asyncio.CancelledError:
            if f.cancelled():
                self.q.remove((k, f))
            else:
                self.release(k)
            raise

    def release(self, k=1):
        self.n += k
        while self.q and self.q[0][0] <= self.n:
            k, f = self.q.popleft()
            if not f.done():
                self.n -= k
                f.set_result(None)


class Channel:
    """rendezvous"""
    def __init__(self):
        self.puts, self.gets = collections.deque(), collections.deque()

    async def send(self, x):
        while self.gets:
            g = self.gets.popleft()
            if not g.done():
                return g.set_result(x)
        f = asyncio.get_event_loop().create_future()
        self.puts.append((f, x))
        await f

    async def recv(self):
        while self.puts:
            f, x = self.puts.popleft()
            if not f.done():
                f.set_result(None)
                return x
        g = asyncio.get_event_loop().create_future()
        self.gets.append(g)
        return await g


async def select(*chans, timeout=None):
    ts = {asyncio.ensure_future(c.recv()): i for i, c in enumerate(chans)}
    done, rest = await asyncio.wait(ts, timeout=timeout, return_when=asyncio.FIRST_COMPLETED)
    for t in rest:
        t.cancel()
    await asyncio.gather(*rest, return_exceptions=True)
    return sorted((ts[t], t.result()) for t in done)


log = []


def at(*a):
    log.append((round(asyncio.get_event_loop().time() - T0, 3),) + a)


async def rw():
    l = RWLock()

    async def reader(i, start, hold):
        await asyncio.sleep(start)
        async with l.read():
            at("r%d in" % i, l.readers)
            await asyncio.sleep(hold)
        at("r%d out" % i)

    async def writer(i, start, hold):
        await asyncio.sleep(start)
        async with l.write():
            at("w%d in" % i)
            await asyncio.sleep(hold)
        at("w%d out" % i)
    await asyncio.gather(reader(1, 0, 0.03), reader(2, 0.01, 0.03), writer(1, 0.02, 0.02), reader(3, 0.025, 0.01), writer(2, 0.03, 0.01), return_exceptions=True)


async def main():
    global T0
    T0 = asyncio.get_event_loop().time()
    await rw()
    for row in log:
        print(row)
    latch = Latch(3)
    loop = asyncio.get_event_loop()
    for i in range(3):
        loop.call_later(0.01 * i, latch.hit)
    print(await asyncio.wait_for(latch, 1))

    async def init(x):
        await asyncio.sleep(0.01)
        return x
    o = Once(init)
    print(await asyncio.gather(*[o(i) for i in range(4)]), o.calls)
    s = FairSem(3)
    order = []

    async def user(i, k):
        await s.acquire(k)
        order.append((i, k))
        await asyncio.sleep(0.01)
        s.release(k)
    us = [asyncio.ensure_future(user(i, k)) for i, k in enumerate([2, 2, 1, 3, 1, 1])]
    await asyncio.sleep(0.005)
    us[3].cancel()
    print([type(r).__name__ for r in await asyncio.gather(*us, return_exceptions=True)], order, s.n, len(s.q), s.locked())
    a, b = Channel(), Channel()

    async def sender(c, xs, d):
        for x in xs:
            await asyncio.sleep(d)
            await c.send(x)
    t = [asyncio.ensure_future(sender(a, "xyz", 0.01)), asyncio.ensure_future(sender(b, "12", 0.015))]
    for _ in range(6):
        print(await select(a, b, timeout=0.02))
    await asyncio.gather(*t)
    lock = asyncio.Lock()
    await lock.acquire()
    w = [asyncio.ensure_future(lock.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    w[0].cancel()
    lock.release()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([x.done() for x in w], lock.locked(), w[0].cancelled())
    lock.release()
    await w[2]
    lock.release()
    for f in (lock.release, asyncio.Semaphore(0).locked, asyncio.BoundedSemaphore(1).release, asyncio.Condition().notify):
        try:
            print(f())
        except (RuntimeError, ValueError) as e:
            print(type(e).__name__, e)
    ev = asyncio.Event()
    try:
        await asyncio.wait_for(ev.wait(), 0.01)
    except asyncio.TimeoutError as e:
        print("timeout", repr(str(e)), ev.is_set())
    q = asyncio.PriorityQueue()
    for x in [(3, "c"), (1, "a"), (2, "b")]:
        q.put_nowait(x)
    print([q.get_nowait() for _ in range(3)], q.empty(), q.maxsize, q.full())
    try:
        q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e))
    q = asyncio.LifoQueue(2)
    q.put_nowait(1); q.put_nowait(2)
    try:
        q.put_nowait(3)
    except asyncio.QueueFull as e:
        print(repr(e), q.qsize())
    p = asyncio.ensure_future(q.put(9))
    await asyncio.sleep(0)
    print(q.get_nowait(), p.done())
    await p
    print(q.get_nowait(), q.get_nowait())
    for _ in range(3):
        q.task_done()
    try:
        q.task_done()
    except ValueError as e:
        print(e)
    await q.join()
    c = asyncio.Condition()

    async def waiter(i, out):
        async with c:
            await c.wait()
            out.append(i)
    out = []
    ws = [asyncio.ensure_future(waiter(i, out)) for i in range(4)]
    await asyncio.sleep(0)
    async with c:
        c.notify(2)
    await asyncio.sleep(0.001)
    print(out)
    ws[2].cancel()
    async with c:
        c.notify_all()
    print([type(x).__name__ for x in await asyncio.gather(*ws, return_exceptions=True)], out)


asyncio.run(main())
