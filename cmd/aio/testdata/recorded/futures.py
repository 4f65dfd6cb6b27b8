import concurrent.futures as cf, time, threading
t0=time.time()
def log(*a): print(f"{time.time()-t0:.1f}", threading.current_thread().name, *a, flush=True)
def work(n):
    time.sleep(n/10)
    if n==3: raise ValueError(n)
    log("did", n)
    return n*n
with cf.ThreadPoolExecutor(max_workers=2) as ex:
    fs=[ex.submit(work,n) for n in (4,3,2,1)]
    print(fs[0].running(), fs[3].cancel(), fs[3].cancelled(), fs[3].done())
    for f in cf.as_completed(fs):
        if f.cancelled(): log("cancelled"); continue
        log(f.exception() or f.result())
with cf.ThreadPoolExecutor(3, thread_name_prefix="pool", initializer=log, initargs=("init",)) as ex:
    print(list(ex.map(work,[1,2,1,0],[])), list(ex.map(work,[1,2,1,0])))
    try:
        for r in ex.map(work,[2,5], timeout=0.3): log(r)
    except TimeoutError as e: log("timeout", repr(e))
    fs=[ex.submit(work,n) for n in (1,3,5)]
    d,n=cf.wait(fs, return_when=cf.FIRST_COMPLETED); log(len(d),len(n))
    d,n=cf.wait(fs, return_when=cf.FIRST_EXCEPTION); log(len(d),len(n))
    d,n=cf.wait(fs, timeout=0.1); log(len(d),len(n))
    r=cf.wait(fs); log(len(r.done),len(r.not_done))
    try:
        for f in cf.as_completed([ex.submit(work,9)], timeout=0.2): pass
    except cf.TimeoutError as e: log(e)
try: ex.submit(work,1)
except RuntimeError as e: print(e)
f=cf.Future(); print(str(f)[-15:]); f.add_done_callback(lambda f: log("cb", f.result())); f.set_running_or_notify_cancel(); f.set_result(3)
try: f.set_result(4)
except cf.InvalidStateError as e: print(str(e)[:8], type(e).__module__)
f=cf.Future(); f.cancel()
try: f.result()
except cf.CancelledError as e: print("cancelled", type(e).__mro__)
ex=cf.ThreadPoolExecutor(1)
fs=[ex.submit(work,2) for _ in range(3)]; time.sleep(0.1)
ex.shutdown(wait=False, cancel_futures=True); print([f.cancelled() for f in fs])
try: cf.ThreadPoolExecutor(0)
except ValueError as e: print(e)
try: fs[0].result(timeout=0.01)
except TimeoutError as e: print(repr(e))
ex=cf.ThreadPoolExecutor(1)
ex.submit(work, 7)
log("end of main")
