"""What programs do with the inside of a queue: look, clear, count, sort, replace."""
import asyncio
import collections


class Peekable(asyncio.Queue):
    def peek(self):
        return self._queue[0]


class Unique(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = collections.OrderedDict()

    def _put(self, item):
        self._queue[item] = True

    def _get(self):
        return self._queue.popitem(last=False)[0]


async def main():
    q = asyncio.Queue(3)
    for x in "abc":
        q.put_nowait(x)
    print(q._queue, type(q._queue).__name__, list(q._queue), q._queue[0], "b" in q._queue)
    late = asyncio.ensure_future(q.put("d"))
    await asyncio.sleep(0)
    q._queue.rotate(1)
    print(q, q.get_nowait(), q.full(), late.done())
    await late
    print(list(q._queue), q.qsize(), q.full())
    q._queue.clear()
    print(q.empty(), q.qsize(), q._unfinished_tasks, q)
    try:
        q.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")
    waiting = asyncio.ensure_future(q.get())
    await asyncio.sleep(0)
    await q.put("e")
    print(await waiting, q.qsize())
    q._queue = collections.deque([1, 2])
    print(q.qsize(), await q.get(), q.full(), sorted(k for k in vars(q) if k == "_queue"))
    p = asyncio.PriorityQueue()
    for x in (3, 1, 2):
        p.put_nowait(x)
    print(p._queue, p.get_nowait(), p._queue)
    p.put_nowait(0)
    print(p._queue, [p.get_nowait() for _ in range(3)])
    l = asyncio.LifoQueue()
    l.put_nowait(1)
    l._queue.append(2)
    print(l.get_nowait(), l.get_nowait(), l.empty())
    k = Peekable()
    await k.put("first")
    await k.put("second")
    print(k.peek(), await k.get(), k.peek(), k)
    u = Unique()
    for x in "aba":
        u.put_nowait(x)
    print(u.qsize(), u, [u.get_nowait() for _ in range(u.qsize())])
    for _ in range(4):
        q.task_done()
    try:
        while True:
            q.task_done()
    except ValueError as e:
        print(e)
    q = asyncio.Queue()
    await q.put("x")
    q._queue.appendleft("y")
    print([await q.get() for _ in range(2)], q._getters, q._putters)


asyncio.run(main())
