import threading, time, queue
t0=time.time()
def log(*a): print(f"{time.time()-t0:.1f}", threading.current_thread().name, *a, flush=True)
def worker(n, q, lock):
    for i in range(3):
        time.sleep(0.1*n)
        with lock:
            log("work", n, i)
    q.put(n)
q=queue.Queue(); lock=threading.Lock()
ts=[threading.Thread(target=worker,args=(i,q,lock), name=f"w{i}" if i%2 else None) for i in range(1,4)]
for t in ts: t.start()
log("started", threading.active_count())
for t in ts: t.join()
print([q.get() for _ in ts], q.empty())
print([t.name for t in ts])
ev=threading.Event()
def waiter():
    log("wait", ev.wait(0.25)); log("wait2", ev.wait())
t=threading.Thread(target=waiter); t.start(); time.sleep(0.5); ev.set(); t.join()
tm=threading.Timer(0.3, log, args=("timer",)); tm.start(); log(tm.is_alive()); tm.join(); log(tm.is_alive())
tm=threading.Timer(5, log, args=("timer",)); tm.start(); tm.cancel(); tm.join(); log('cancelled')
b=threading.Barrier(3, action=lambda: log("all here"))
def bar(n):
    time.sleep(n/10); i=b.wait(); log("passed", i)
ts=[threading.Thread(target=bar,args=(n,)) for n in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]
s=threading.Semaphore(2)
def sem(n):
    with s:
        log("in", n); time.sleep(0.2)
    log("out", n)
ts=[threading.Thread(target=sem,args=(n,)) for n in range(5)]
[t.start() for t in ts]; [t.join() for t in ts]
c=threading.Condition()
items=[]
def cons():
    with c:
        while not items: c.wait()
        log("got", items.pop(0))
ts=[threading.Thread(target=cons) for n in range(3)]
[t.start() for t in ts]
for i in range(3):
    time.sleep(0.1)
    with c: items.append(i); c.notify()
[t.join() for t in ts]
loc=threading.local(); loc.x=1
def lf():
    log(hasattr(loc,'x')); loc.x=2; log(loc.x)
t=threading.Thread(target=lf);t.start();t.join();log(loc.x)
def boom(): raise ValueError("boom")
t=threading.Thread(target=boom); t.start(); t.join()
def ex(): raise SystemExit(3)
t=threading.Thread(target=ex); t.start(); t.join(); log(t.is_alive())
threading.excepthook=lambda a: log("hook", a.exc_type.__name__, a.exc_value, a.thread.name)
t=threading.Thread(target=boom); t.start(); t.join()
class My(threading.Thread):
    def __init__(self, n): super().__init__(daemon=True); self.n=n; self.result=None
    def run(self): time.sleep(self.n); self.result=self.n*2
m=My(0.2); m.start(); m.join(0.1); log(m.result, m.is_alive(), m.daemon); m.join(); log(m.result)
class L(threading.local):
    def __init__(self, v): self.v=[v]
l=L(5); l.v.append(1)
def lf(): log(l.v, l.__dict__)
t=threading.Thread(target=lf);t.start();t.join();log(l.v)
try: t.start()
except RuntimeError as e: print(e)
def late(): time.sleep(1); log("late")
threading.Thread(target=late).start()
def d(): time.sleep(3); log("never")
threading.Thread(target=d, daemon=True).start()
log("main done")
