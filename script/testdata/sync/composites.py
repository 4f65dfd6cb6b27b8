import asyncio, sys
async def v(x, d=0): 
    await asyncio.sleep(d); return x
class Aw:
    def __init__(self, x): self.x = x
    def __await__(self):
        yield from asyncio.sleep(0.01).__await__()
        return self.x
async def main():
    print(await asyncio.gather(Aw(1), v(2), asyncio.ensure_future(v(3)), asyncio.create_task(v(4))))
    print(await asyncio.wait_for(Aw(5), 1), await asyncio.wait_for(Aw(5), None), await asyncio.shield(Aw(6)))
    c = v(7)
    print(await asyncio.gather(c, c, v(8)))
    f = asyncio.get_running_loop().create_future()
    f.set_result("done")
    print(await asyncio.wait_for(f, 0), await asyncio.wait_for(f, 1), await asyncio.wait_for(f, -1))
    for bad in (1, "x", None, [v]):
        for fn in (lambda: asyncio.wait_for(bad, 1), lambda: asyncio.wait_for(bad, None), lambda: asyncio.wait_for(bad, 0), lambda: asyncio.gather(bad), lambda: asyncio.shield(bad), lambda: asyncio.ensure_future(bad)):
            try:
                await fn()
            except BaseException as e:
                print(type(e).__name__, e)
    for d in ("x", None, [1], object):
        try:
            await asyncio.sleep(d)
        except TypeError as e:
            print(e)
    print(await asyncio.sleep(True, "t"), await asyncio.sleep(-5, "neg"), await asyncio.sleep(0.01, result="kw"))
    try: await asyncio.sleep()
    except TypeError as e: print(e)
    try: await asyncio.sleep(1, 2, 3)
    except TypeError as e: print(e)
    try: asyncio.wait_for(f)
    except TypeError as e: print(e)
    r = await asyncio.gather(v(1), v(2), return_exceptions=True); print(r)
    async def boom(n): 
        await asyncio.sleep(n); raise ValueError(n)
    r = await asyncio.gather(boom(.01), v(2), boom(.02), return_exceptions=True); print(r)
    try:
        await asyncio.gather(boom(.02), boom(.01), v(3, .5))
    except ValueError as e: print("first", e)
    # context chaining
    try:
        try:
            raise KeyError("outer")
        except KeyError:
            await asyncio.wait_for(v(1, 5), 0.01)
    except asyncio.TimeoutError as e:
        x, chain = e, []
        while x is not None:
            chain.append(repr(x)); x = x.__cause__ or x.__context__
        print(chain[:2])
    try:
        try:
            raise KeyError("outer")
        except KeyError:
            await asyncio.gather(boom(0.01))
    except ValueError as e:
        print(sys.version_info < (3, 9) or repr(e.__context__))
    q = asyncio.Queue()
    try:
        try:
            raise KeyError("outer")
        except KeyError:
            q.get_nowait()
    except asyncio.QueueEmpty as e:
        print(repr(e.__context__))
    # as_completed
    async def src(): return [v(i, 0.01*(3-i)) for i in range(3)]
    out = []
    for c in asyncio.as_completed(await src()):
        out.append(await c)
    print(out)
    try:
        for c in asyncio.as_completed(v(1)): pass
    except TypeError as e: print(e)
    got = []
    for c in asyncio.as_completed([v(1, .01), boom(.02), v(3, 1)], timeout=0.1):
        try: got.append(await c)
        except BaseException as e: got.append(repr(e))
    print(got)
    # wait forms
    a, b = asyncio.create_task(v(1, .1)), asyncio.create_task(boom(.05))
    d, p = await asyncio.wait({a, b}, return_when=asyncio.FIRST_EXCEPTION); print(len(d), len(p), b in d)
    d, p = await asyncio.wait({a, b}, timeout=0); print(len(d), len(p))
    try:
        d, p = await asyncio.wait((x for x in (a, b))); print(len(d), len(p))
    except TypeError as e: print(e)
    try: await asyncio.wait({a: 1}, timeout="x")
    except TypeError as e: print("type error")
    # wait_for cancel by outside
    async def outer():
        try: await asyncio.wait_for(v(1, 5), 10)
        except asyncio.CancelledError: print("outer cancelled"); raise
    t = asyncio.create_task(outer()); await asyncio.sleep(.01); t.cancel()
    try: await t
    except asyncio.CancelledError as e: print(repr(e))
    # task from native coroutines
    print(await asyncio.create_task(asyncio.sleep(0.01, "task of sleep")))
    t = asyncio.ensure_future(asyncio.wait([asyncio.create_task(v(9))])); d, p = await t; print(d.pop().result())
    print(await asyncio.run_coroutine_threadsafe(v(1), asyncio.get_running_loop()) if False else "-")
asyncio.run(main())
