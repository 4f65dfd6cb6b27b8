import asyncio, random

async def producer(q, n):
    for i in range(n):
        await asyncio.sleep(0.01)
        await q.put((n, i))
        print("put", n, i, q.qsize(), q.full())
async def consumer(q, name):
    while True:
        item = await q.get()
        print(name, "got", item)
        await asyncio.sleep(0.03)
        q.task_done()
class Unique(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = []
    def _put(self, item):
        if item not in self._queue:
            self._queue.append(item)
    def _get(self):
        return self._queue.pop(0)
class Logged(asyncio.Queue):
    def put_nowait(self, item):
        print("put_nowait", item)
        super().put_nowait(item)
    def get_nowait(self):
        r = super().get_nowait()
        print("get_nowait", r)
        return r
    async def put(self, item):
        print("put", item)
        await super().put(item)
async def main():
    q = asyncio.Queue(maxsize=2)
    cs = [asyncio.create_task(consumer(q, f"c{i}")) for i in range(2)]
    await asyncio.gather(producer(q, 3), producer(q, 4))
    await q.join()
    for c in cs: c.cancel()
    print(await asyncio.gather(*cs, return_exceptions=True))
    u = Unique()
    for x in [1, 2, 1, 3, 2]:
        await u.put(x)
    print(u.qsize(), [u.get_nowait() for _ in range(u.qsize())], u.empty())
    l = Logged(1)
    await l.put(1)
    print(await l.get())
    pq = asyncio.PriorityQueue()
    for p in [(3, "c"), (1, "a"), (2, "b")]:
        await pq.put(p)
    while not pq.empty():
        print(await pq.get())
    try:
        pq.put_nowait(1); pq.put_nowait("a")
    except TypeError as e:
        print(e)
    lq = asyncio.LifoQueue()
    for i in range(3): lq.put_nowait(i)
    print([lq.get_nowait() for _ in range(3)])
    try:
        lq.get_nowait()
    except asyncio.QueueEmpty as e:
        print("empty", repr(e))
    fq = asyncio.Queue(1)
    fq.put_nowait(1)
    try:
        fq.put_nowait(2)
    except asyncio.QueueFull as e:
        print("full", repr(e))
    print(fq, fq.maxsize)
    t = asyncio.create_task(fq.put(5))
    await asyncio.sleep(0)
    print(str(fq))
    print(fq._unfinished_tasks, list(fq._queue))
    t.cancel()
    await asyncio.wait([t])
    fq.task_done()
    try:
        fq.task_done()
    except ValueError as e:
        print(e)
    try:
        await asyncio.wait_for(asyncio.Queue().get(), 0.1)
    except asyncio.TimeoutError:
        print("timed out")
    if hasattr(fq, "shutdown"):
        g = asyncio.create_task(asyncio.Queue().get())
        q2 = asyncio.Queue()
        g = asyncio.create_task(q2.get())
        await asyncio.sleep(0)
        q2.shutdown()
        try:
            await g
        except asyncio.QueueShutDown as e:
            print("shutdown", repr(e))
        try:
            q2.put_nowait(1)
        except asyncio.QueueShutDown: print("no put")
        print(q2)
asyncio.run(main())
