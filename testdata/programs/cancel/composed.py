"""as_completed, wait in all modes, shield trees, gather nesting, future chains, timeouts racing; 3.8"""
import asyncio, itertools, time
T0 = None
def at(): return round(asyncio.get_event_loop().time() - T0, 2)
async def w(n, d, exc=None):
    try:
        await asyncio.sleep(d)
        if exc: raise exc
        return n
    except asyncio.CancelledError: print("  cancel", n, at()); raise
async def main():
    global T0; T0 = asyncio.get_event_loop().time(); loop = asyncio.get_event_loop()
    for f in asyncio.as_completed([w("a", 0.03), w("b", 0.01), w("c", 0.02, ValueError("c"))]):
        try: print(await f, at())
        except ValueError as e: print("err", e, at())
    try:
        for f in asyncio.as_completed([w("d", 0.01), w("e", 5)], timeout=0.02): print(await f)
    except asyncio.TimeoutError: print("as_completed timeout", at())
    for mode in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        ts = [loop.create_task(w(i, d, x)) for i, d, x in ((1, 0.03, None), (2, 0.01, None), (3, 0.02, KeyError(3)))]
        done, pend = await asyncio.wait(ts, return_when=mode)
        print(mode, sorted(ts.index(t) for t in done), sorted(ts.index(t) for t in pend), at())
        r = await asyncio.gather(*ts, return_exceptions=True); print(r)
    ts = [loop.create_task(w("p", 1))]; print([len(x) for x in await asyncio.wait(ts, timeout=0.01)]); ts[0].cancel()
    try: await asyncio.wait([])
    except ValueError as e: print(e)
    inner = asyncio.gather(w("g1", 0.02), w("g2", 0.01, OSError("g2")))
    outer = asyncio.gather(inner, w("g3", 0.03), return_exceptions=True)
    print(await outer, at())
    g = asyncio.gather(w("h1", 1), w("h2", 1)); loop.call_later(0.01, lambda: g.cancel())
    try: await g
    except asyncio.CancelledError: print("gather cancelled", g.cancelled(), at())
    g = asyncio.gather(w("i1", 0.01, ValueError("first")), w("i2", 0.02, ValueError("second")), w("i3", 0.03))
    try: await g
    except ValueError as e: print(e, g.done(), at())
    await asyncio.sleep(0.03)
    inner = loop.create_task(w("s", 0.03)); sh = asyncio.shield(inner)
    try: await asyncio.wait_for(sh, 0.01)
    except asyncio.TimeoutError: print("shield timeout", sh.cancelled(), inner.done(), at())
    print(await inner)
    async def outer_task():
        try: return await asyncio.shield(w("t", 0.02))
        except asyncio.CancelledError: print("outer cancelled", at()); raise
    t = loop.create_task(outer_task()); await asyncio.sleep(0); t.cancel()
    print(await asyncio.gather(t, return_exceptions=True)); await asyncio.sleep(0.03)
    async def stubborn():
        while True:
            try: await asyncio.sleep(0.02); return "late"
            except asyncio.CancelledError: print("ignored", at())
    try: print(await asyncio.wait_for(stubborn(), 0.01), at())
    except asyncio.TimeoutError: print("wf timeout", at())
    async def fails_on_cancel():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: raise ZeroDivisionError("on cancel")
    try: await asyncio.wait_for(fails_on_cancel(), 0.01)
    except (ZeroDivisionError, asyncio.TimeoutError) as e: print(type(e).__name__, e)
    for to in (0, -1, None):
        try: print(await asyncio.wait_for(w("z", 0), to))
        except asyncio.TimeoutError: print("timeout", to)
    f = loop.create_future(); f.set_result("ready"); print(await asyncio.wait_for(f, 0), await asyncio.shield(f), await asyncio.gather(f, f))
    def chain(a, b): a.add_done_callback(lambda x: b.cancel() if x.cancelled() else b.set_exception(x.exception()) if x.exception() else b.set_result(x.result() + 1))
    fs = [loop.create_future() for _ in range(4)]
    for a, b in zip(fs, fs[1:]): chain(a, b)
    fs[0].set_result(1); print(await fs[3]); fs = [loop.create_future() for _ in range(3)]
    for a, b in zip(fs, fs[1:]): chain(a, b)
    fs[0].cancel()
    try: await fs[2]
    except asyncio.CancelledError: print("chain cancelled", [f.cancelled() for f in fs])
    for op in (lambda: fs[0].set_result(1), lambda: fs[0].result(), lambda: loop.create_future().result(), lambda: loop.create_future().exception(), lambda: loop.create_future().set_exception(StopIteration), lambda: loop.create_future().set_exception(5), lambda: fs[0].cancel()):
        try: print(op())
        except BaseException as e: print(type(e).__name__, e)
    r = []; f = loop.create_future(); cb = lambda f: r.append(1); f.add_done_callback(cb); f.add_done_callback(cb); f.add_done_callback(lambda f: r.append(2)); print(f.remove_done_callback(cb)); f.set_result(0); f.add_done_callback(lambda f: r.append(3)); await asyncio.sleep(0); print(r)
    async def rec(n): return 0 if n == 0 else 1 + await rec(n - 1)
    print(await rec(200)); t = asyncio.current_task(); t.cancel()
    try: await asyncio.sleep(0)
    except asyncio.CancelledError: print("self cancelled", at() > 0)
    print(len(asyncio.all_tasks()))
asyncio.run(main())
