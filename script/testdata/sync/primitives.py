import asyncio

async def worker(name, lock, log):
    log.append(f"{name} wants")
    async with lock:
        log.append(f"{name} has")
        await asyncio.sleep(0.1)
    log.append(f"{name} done")

class Counter(asyncio.Lock):
    def __init__(self):
        super().__init__()
        self.count = 0
    async def acquire(self):
        self.count += 1
        return await super().acquire()
    def release(self):
        print("releasing", self.count)
        super().release()

async def main():
    log = []
    lock = asyncio.Lock()
    await asyncio.gather(*(worker(n, lock, log) for n in "abc"))
    print("\n".join(log))
    c = Counter()
    async with c:
        print(c.locked())
    r = await c.acquire()
    print(r, c.count)
    try:
        lock.release()
    except RuntimeError as e:
        print(type(e).__name__, e)
    t = asyncio.create_task(c.acquire())
    await asyncio.sleep(0)
    print(repr(c).split("[")[1], type(t.get_coro()).__name__, t.get_coro().__qualname__)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("cancelled", c.locked())
    c.release()
    # event
    ev = asyncio.Event()
    async def w(i):
        print("wait", i, await ev.wait())
    ts = [asyncio.create_task(w(i)) for i in range(3)]
    await asyncio.sleep(0)
    print(repr(ev).split("[")[1])
    ev.set()
    await asyncio.gather(*ts)
    print(ev.is_set())
    ev.clear()
    try:
        await asyncio.wait_for(ev.wait(), 0.5)
    except asyncio.TimeoutError as e:
        print("timeout", repr(e), type(e).__module__)
    try:
        with lock:
            pass
    except (TypeError, RuntimeError, AttributeError) as e:
        print("with lock fails")
    s = asyncio.Semaphore(2)
    peak = now = 0
    async def job(i):
        nonlocal peak, now
        async with s:
            now += 1
            peak = max(peak, now)
            await asyncio.sleep(0.01 * i)
            now -= 1
    await asyncio.gather(*(job(i) for i in range(6)))
    print("peak", peak, s._value)
    try:
        asyncio.Semaphore(-1)
    except ValueError as e:
        print(e)
    b = asyncio.BoundedSemaphore(1)
    try:
        b.release()
    except ValueError as e:
        print(e)
    print(isinstance(b, asyncio.Semaphore), repr(b).split("[")[1])
    cond = asyncio.Condition()
    items = []
    async def consumer(n):
        async with cond:
            await cond.wait_for(lambda: items)
            print(n, "got", items.pop(0))
    cs = [asyncio.create_task(consumer(i)) for i in range(2)]
    await asyncio.sleep(0.01)
    for x in "xy":
        async with cond:
            items.append(x)
            cond.notify()
        await asyncio.sleep(0.01)
    await asyncio.gather(*cs)
    try:
        cond.notify()
    except RuntimeError as e:
        print(e)
    try:
        await cond.wait()
    except RuntimeError as e:
        print(e)
    print(repr(cond).split("[")[1])
asyncio.run(main())
