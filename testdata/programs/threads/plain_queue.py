import queue
import threading
import time

q = queue.Queue(maxsize=2)


def producer():
    for n in range(5):
        q.put(n)
        time.sleep(0.01)
    q.put(None)


def consumer(out):
    while (item := q.get()) is not None:
        out.append(item)
        q.task_done()


out = []
ts = [threading.Thread(target=producer), threading.Thread(target=consumer, args=(out,))]
[t.start() for t in ts]
[t.join() for t in ts]
print(out)
try:
    q.get(timeout=0.1)
except queue.Empty:
    print("empty")
p = queue.PriorityQueue()
for x in (3, 1, 2):
    p.put(x)
print([p.get() for _ in range(3)], queue.LifoQueue().empty())
try:
    queue.Queue(1).get_nowait()
except queue.Empty as e:
    print(repr(e))
