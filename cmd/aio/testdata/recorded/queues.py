import threading, time, queue
q=queue.Queue(maxsize=2)
def prod():
    for i in range(6):
        q.put(i); print("put",i)
    q.put(None)
def cons():
    while (x:=q.get()) is not None:
        time.sleep(0.1); print("got",x); q.task_done()
    q.task_done()
a=threading.Thread(target=prod); b=threading.Thread(target=cons)
a.start(); b.start(); q.join(); a.join(); b.join()
try: q.get(timeout=0.5)
except queue.Empty as e: print("empty", repr(e))
q.put(1);q.put(2)
try: q.put(3, timeout=0.2)
except queue.Full as e: print("full", repr(e))
try: q.put_nowait(3)
except queue.Full as e: print("full")
pq=queue.PriorityQueue(); [pq.put(x) for x in (3,1,2)]; print([pq.get() for _ in range(3)])
lq=queue.LifoQueue(); [lq.put(x) for x in (3,1,2)]; print([lq.get() for _ in range(3)])
sq=queue.SimpleQueue()
def sp():
    for i in range(3): time.sleep(0.1); sq.put(i)
t=threading.Thread(target=sp); t.start(); print([sq.get() for _ in range(3)], sq.empty(), sq.qsize())
try: sq.get(timeout=0.1)
except queue.Empty: print("sq empty")
n=0
def inc():
    global n
    for _ in range(20000):
        n+=1
ts=[threading.Thread(target=inc) for _ in range(4)]
[t.start() for t in ts]; [t.join() for t in ts]; print(n>20000)
