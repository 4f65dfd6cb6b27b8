import queue
import threading


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


q = queue.Queue(2)
print(q.empty(), q.full(), q.qsize(), q.maxsize)
q.put(1); q.put(2); print(q.full(), q.qsize())
attempt("put", q.put_nowait, 3); attempt("put", q.put, 3, False); attempt("put", q.put, 3, timeout=0.01)
print(q.get(), q.get())
attempt("get", q.get_nowait); attempt("get", q.get, timeout=0.01); attempt("get", q.get, timeout=-1); attempt("put", queue.Queue(1).put, 1, timeout=-1)
q.task_done(); q.task_done(); attempt("done", q.task_done); q.join(); print(q.unfinished_tasks)
p = queue.PriorityQueue()
for x in (3, 1, 2): p.put(x)
print([p.get() for _ in range(3)])
l = queue.LifoQueue()
for x in (3, 1, 2): l.put(x)
print([l.get() for _ in range(3)])
s = queue.SimpleQueue(); s.put("a"); s.put("b"); print(s.qsize(), s.empty(), s.get(), s.get_nowait()); attempt("simple", s.get_nowait); attempt("simple", s.get, timeout=0.01); attempt("simple", s.get, True, -1)
work, done = queue.Queue(), []
def worker():
    while True:
        item = work.get()
        if item is None: break
        done.append(item * item); work.task_done()
t = threading.Thread(target=worker); t.start()
for i in range(10): work.put(i)
work.join(); work.put(None); t.join(); print(done)
b = queue.Queue(1); got = []
def producer():
    for i in range(5): b.put(i)
    b.put(None)
t = threading.Thread(target=producer); t.start()
while (x := b.get()) is not None: got.append(x)
t.join(); print(got)
z = queue.Queue(); z.put(1); z.put(2); z.shutdown(); print(z.get()); attempt("put", z.put, 1); print(z.get()); attempt("get", z.get)
z = queue.Queue(); z.put(1); z.shutdown(immediate=True); attempt("get", z.get); attempt("nowait", z.get_nowait); print(z.qsize())
w = queue.Queue(); res = []
def blocked():
    try: w.get()
    except queue.ShutDown: res.append("shut")
t = threading.Thread(target=blocked); t.start(); w.shutdown(); t.join(); print(res)
print(issubclass(queue.Empty, Exception), queue.Full.__name__, queue.Empty.__module__ in ("_queue", "queue"))
class Mine(queue.Queue):
    def _put(self, item): super()._put(("mine", item))
m = Mine(); m.put(1); print(m.get())
