"""Class-based services with lifecycles; inheriting sync primitives."""
import asyncio
class Service:
    def __init__(self, name, deps=()):
        self.name, self.deps = name, deps
        self.ready, self.stopped = asyncio.Event(), asyncio.Event()
        self.task = None
    async def start(self):
        self.task = asyncio.create_task(self._run(), name=self.name)
        await self.ready.wait()
    async def _run(self):
        await asyncio.gather(*(d.ready.wait() for d in self.deps))
        print(self.name, "starting")
        await asyncio.sleep(0.05)
        self.ready.set()
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            await asyncio.sleep(0.01)
            print(self.name, "stopped")
            raise
        finally:
            self.stopped.set()
    async def stop(self):
        self.task.cancel()
        await asyncio.wait([self.task])
class CountingSemaphore(asyncio.Semaphore):
    def __init__(self, n):
        super().__init__(n); self.waited = 0
    async def acquire(self):
        if self.locked(): self.waited += 1
        return await super().acquire()
class LoudEvent(asyncio.Event):
    def set(self): print("set!"); super().set()
    def clear(self): print("clear!"); super().clear()
class Gate(asyncio.Condition):
    def __init__(self): super().__init__(); self.open = False
    async def lift(self):
        async with self:
            self.open = True; self.notify_all()
    async def enter(self):
        async with self:
            await self.wait_for(lambda: self.open)
class Stack(asyncio.LifoQueue):
    def peek(self): return self._queue[-1]
class Delayed(asyncio.PriorityQueue):
    async def put(self, prio, item): await super().put((prio, item))
    async def get(self): return (await super().get())[1]
async def main():
    db = Service("db"); cache = Service("cache", [db]); web = Service("web", [db, cache])
    await asyncio.gather(web.start(), cache.start(), db.start())
    for s in (web, cache, db): await s.stop(); print(s.stopped.is_set(), s.task.cancelled())
    sem = CountingSemaphore(1)
    async def use():
        async with sem: await asyncio.sleep(0.01)
    await asyncio.gather(use(), use(), use()); print("waited", sem.waited)
    ev = LoudEvent(); ev.set(); print(await ev.wait()); ev.clear()
    g = Gate(); t = [asyncio.create_task(g.enter()) for _ in range(2)]
    await asyncio.sleep(0.01); print([x.done() for x in t]); await g.lift(); await asyncio.gather(*t); print("in")
    s = Stack(); s.put_nowait(1); s.put_nowait(2); print(s.peek(), s.get_nowait(), s.qsize())
    d = Delayed(); await d.put(2, "b"); await d.put(1, "a"); print(await d.get(), await d.get())
    print(isinstance(sem, asyncio.Semaphore), issubclass(Stack, asyncio.Queue), Stack.__mro__[1].__name__)
asyncio.run(main())
