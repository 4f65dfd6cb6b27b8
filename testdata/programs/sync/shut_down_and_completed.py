# python: 3.13
import asyncio
async def w(n, d, e=None):
    await asyncio.sleep(d)
    if e: raise e
    return n
async def q():
    for Q in (asyncio.Queue, asyncio.PriorityQueue, asyncio.LifoQueue):
        q = Q(2)
        async def prod():
            for i in range(6):
                try: await q.put(i); print("put", i, q.qsize())
                except asyncio.QueueShutDown as e: print("put shut", i, repr(e)); return
        async def cons(n):
            try:
                while True:
                    x = await q.get(); print("got", n, x); await asyncio.sleep(0.3); q.task_done()
            except asyncio.QueueShutDown: print("cons shut", n)
        ts = [asyncio.create_task(f) for f in (prod(), cons(1), cons(2))]
        await asyncio.sleep(0.4); print(q); q.shutdown(immediate=Q is asyncio.LifoQueue); print(q, q.full(), q.empty())
        try: q.put_nowait(9)
        except asyncio.QueueShutDown as e: print("nowait", repr(e), type(e).__mro__[1].__name__)
        j = asyncio.create_task(q.join()); print(await asyncio.gather(*ts, return_exceptions=True))
        try: q.get_nowait()
        except BaseException as e: print(repr(e))
        print(j.done()); await asyncio.wait([j], timeout=1); print(j.done())
        q.shutdown()
        try: q.task_done()
        except ValueError as e: print(e)
    q = asyncio.Queue(1); await q.put(1); p = asyncio.create_task(q.put(2)); g = asyncio.create_task(q.join()); await asyncio.sleep(0); q.shutdown(True)
    print(await asyncio.gather(p, g, return_exceptions=True), q._unfinished_tasks if hasattr(q, "_unfinished_tasks") else "")
async def ac():
    ts = [asyncio.create_task(w(i, 1 - i / 10), name=f"t{i}") for i in range(4)]
    async for t in asyncio.as_completed(ts): print(t.get_name(), await t, t in ts)
    for c in asyncio.as_completed([w("c", .2), w("d", .1)]): print(type(c).__name__, await c)
    async for c in asyncio.as_completed([w("c", .2), w("d", .1, ValueError("d"))]):
        try: print(type(c).__name__, c.done(), await c)
        except ValueError as e: print(repr(e))
    try:
        async for c in asyncio.as_completed([w("x", 5), w("y", .1)], timeout=1): print(await c)
    except TimeoutError as e: print("timeout", repr(e))
    it = asyncio.as_completed([w("z", .3), w("q", .1)], timeout=0.2)
    for c in it:
        try: print(await c)
        except TimeoutError as e: print("to", repr(e))
    x = asyncio.as_completed([]); print(list(x)); print(hasattr(x, "__aiter__"), hasattr(x, "__next__"))
    a = asyncio.as_completed([w(1, 0)]); print(aiter(a) is a, iter(a) is a); n = await anext(a); print(await n)
    try: await anext(a)
    except StopAsyncIteration: print("SAI")
    try: asyncio.as_completed(w(1, 1))
    except TypeError as e: print(e)
    try: asyncio.as_completed([1, 2])
    except TypeError as e: print(e)
    async for c in asyncio.as_completed([w(1, 1), w(2, 2)]): print("first", await c); break
    await asyncio.sleep(2); print(len(asyncio.all_tasks()))
async def tm():
    loop = asyncio.get_running_loop(); t0 = loop.time()
    el = lambda: round(loop.time() - t0, 2)
    for args in [(None,), (0,), (-1,), (0.5,)]:
        try:
            async with asyncio.timeout(*args) as cm: print(repr(cm).split(" when")[0], cm.expired()); await asyncio.sleep(1)
            print("done", el(), cm.expired(), cm)
        except TimeoutError as e: print("TO", el(), cm.expired(), repr(cm).split(" when")[0], repr(e.__cause__), e.args)
    async with asyncio.timeout(10) as cm:
        print(cm.when() - loop.time()); cm.reschedule(loop.time() + 1); cm.reschedule(None); print(cm.when())
    try: cm.reschedule(5)
    except RuntimeError as e: print(e)
    try:
        async with cm: pass
    except RuntimeError as e: print(e)
    try: asyncio.timeout("x"); await asyncio.timeout("x").__aenter__()
    except TypeError as e: print(e)
    try:
        async with asyncio.timeout(1):
            async with asyncio.timeout(2) as inner:
                try: await asyncio.sleep(5)
                finally: print("fin", el(), inner.expired())
    except TimeoutError: print("outer", inner.expired())
    try:
        async with asyncio.timeout(2) as outer:
            try:
                async with asyncio.timeout(1): await asyncio.sleep(5)
            except TimeoutError: print("inner only", outer.expired()); await asyncio.sleep(5)
    except TimeoutError: print("then outer", el())
    try:
        async with asyncio.timeout(1) as a, asyncio.timeout(1) as b: await asyncio.sleep(3)
    except TimeoutError as e: print(a.expired(), b.expired(), repr(e.__context__), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(1):
            try: await asyncio.sleep(3)
            except asyncio.CancelledError: raise ValueError("swap")
    except Exception as e: print(repr(e), repr(e.__context__), repr(e.__cause__), asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout(1) as z:
            try: await asyncio.sleep(3)
            except asyncio.CancelledError: print("swallow")
            await asyncio.sleep(1); print("went on", z.expired())
    except TimeoutError as e: print("TO", repr(e))
    print(z, asyncio.current_task().cancelling())
    t = asyncio.create_task(w("s", 3)); 
    async def outerc():
        async with asyncio.timeout(1): 
            asyncio.current_task().cancel("by hand"); await asyncio.sleep(0)
    tt = asyncio.create_task(outerc()); print(await asyncio.gather(tt, return_exceptions=True), tt.cancelling())
    async def both():
        async with asyncio.timeout(1):
            try: await asyncio.sleep(2)
            except asyncio.CancelledError: asyncio.current_task().cancel("second"); raise
    tt = asyncio.create_task(both()); print(await asyncio.gather(tt, return_exceptions=True), tt.cancelling())
    for f, a in [(asyncio.wait_for, 0), (asyncio.wait_for, -1), (asyncio.wait_for, None)]:
        try: print(await f(w("wf", 0), a))
        except TimeoutError as e: print("TO", a, repr(e), repr(e.__cause__))
    try: await asyncio.wait_for(asyncio.shield(t), 1)
    except TimeoutError: print("shielded", t.done())
    print(await asyncio.wait_for(t, None), await asyncio.wait_for(t, 0))
    async with asyncio.timeout_at(loop.time() + 1) as m: pass
    print(m.when() > 0, m.expired())
async def main():
    for f in (q, ac, tm):
        print("#", f.__name__)
        await f()
asyncio.run(main())
