"""Pub/sub, async iteration over queues, cancellation of consumers, event bus."""
import asyncio
from collections import defaultdict
from contextlib import asynccontextmanager, suppress
class Bus:
    def __init__(self): self.subs = defaultdict(set)
    @asynccontextmanager
    async def subscribe(self, topic, size=0):
        q = asyncio.Queue(size)
        self.subs[topic].add(q)
        try: yield q
        finally:
            self.subs[topic].discard(q); print("unsubscribed", topic)
    async def publish(self, topic, msg):
        for q in self.subs[topic]:
            await q.put(msg)
async def drain(q):
    while True:
        m = await q.get()
        if m is StopAsyncIteration: return
        yield m
async def listener(bus, topic, n):
    async with bus.subscribe(topic) as q:
        async for m in drain(q):
            print(n, topic, m)
async def main():
    bus = Bus()
    a = asyncio.create_task(listener(bus, "news", "a"))
    b = asyncio.create_task(listener(bus, "sport", "b"))
    await asyncio.sleep(0)
    for i in range(3):
        await bus.publish("news", i); await bus.publish("sport", -i)
        await asyncio.sleep(0.01)
    await bus.publish("news", StopAsyncIteration)
    await a
    b.cancel()
    with suppress(asyncio.CancelledError): await b
    print(dict(bus.subs))
    # back pressure
    q = asyncio.Queue(1)
    async def produce():
        for i in range(4):
            await q.put(i); print("put", i)
        await q.put(None)
    p = asyncio.create_task(produce())
    while (x := await q.get()) is not None:
        print("got", x); await asyncio.sleep(0.01)
    await p
    # get with timeout then item arrives
    q = asyncio.Queue()
    with suppress(asyncio.TimeoutError): await asyncio.wait_for(q.get(), 0.05)
    q.put_nowait("late"); print(await q.get(), q.empty())
    # two getters, first cancelled
    g1, g2 = asyncio.create_task(q.get()), asyncio.create_task(q.get())
    await asyncio.sleep(0); g1.cancel(); q.put_nowait(1)
    print(await g2, g1.cancelled())
    # item not lost if getter cancelled after wake
    g1, g2 = asyncio.create_task(q.get()), asyncio.create_task(q.get())
    await asyncio.sleep(0); q.put_nowait("x"); g1.cancel()
    print(await asyncio.wait_for(g2, 1))
    lock = asyncio.Lock()
    await lock.acquire()
    w = [asyncio.create_task(lock.acquire()) for _ in range(3)]
    await asyncio.sleep(0); w[0].cancel(); lock.release()
    await asyncio.sleep(0); await asyncio.sleep(0)
    print([t.done() for t in w], [t.cancelled() for t in w], lock.locked())
    lock.release(); await w[2]; print(lock.locked())
    ev = asyncio.Event()
    async def setter(): await asyncio.sleep(0.01); ev.set()
    _, r = await asyncio.gather(setter(), ev.wait()); print(r, ev.is_set())
    r = await asyncio.gather(*[asyncio.wait_for(ev.wait(), 1) for _ in range(2)]); print(r)
asyncio.run(main())
