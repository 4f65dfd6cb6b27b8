# python: 3.11
import asyncio, contextvars, threading, concurrent.futures, functools
v = contextvars.ContextVar("v", default="dflt")
w = contextvars.ContextVar("w")
def show(tag): print(tag, v.get(), w.get("none"))
async def child(n):
    show(f"child{n} in"); v.set(f"c{n}"); await asyncio.sleep(0.1); show(f"child{n} out")
    return v.get()
async def agen():
    v.set("agen")
    try:
        for i in range(2):
            yield i
            show(f"ag{i}")
    finally:
        show("agfin")
def work(tag):
    show(tag); v.set("thread"); return v.get()
class CM:
    def __init__(self, val): self.val = val
    def __enter__(self): self.t = v.set(self.val); return self
    def __exit__(self, *a): v.reset(self.t)
async def main():
    loop = asyncio.get_running_loop()
    show("start"); tok = v.set("main"); print(tok.old_value, tok.var is v, tok.old_value is contextvars.Token.MISSING)
    t = w.set(1); print(t.old_value is contextvars.Token.MISSING)
    loop.call_soon(show, "soon"); v.set("main2")
    ctx = contextvars.copy_context(); ctx.run(v.set, "inctx")
    loop.call_soon(functools.partial(show, "soon ctx"), context=ctx)
    loop.call_later(0.05, show, "later")
    r = await asyncio.gather(*(child(i) for i in range(3))); print(r); show("after")
    async for i in agen(): show(f"main saw {i}")
    show("after agen")
    print(await loop.run_in_executor(None, work, "executor"))
    show("x")
    if hasattr(asyncio, "to_thread"):
        print(await asyncio.to_thread(work, "to_thread"))
    with CM("cm"):
        show("in cm")
        await child(9)
        show("in cm after")
    show("out cm")
    f = loop.create_future()
    f.add_done_callback(lambda f: show("cb1"))
    f.add_done_callback(lambda f: show("cb2"), context=ctx)
    v.set("before set"); f.set_result(1); await asyncio.sleep(0)
    try: v.reset(tok)
    except Exception as e: print(type(e), e)
    show("reset")
    try: v.reset(tok)
    except RuntimeError as e: print(str(e).split(" at ")[0].split(" var=")[0])
    def other():
        try: v.reset(t)
        except ValueError as e: print(str(e)[:20])
        try: w.reset(t)
        except ValueError as e: print(str(e).split(" at ")[0].split(" var=")[0])
    contextvars.Context().run(other)
    try: ctx.run(ctx.run, print)
    except RuntimeError as e: print("rec", str(e).split(":")[0])
    print(len(ctx), v in ctx, ctx[v], ctx.get(w), sorted(x.name for x in ctx))
    try: ctx["v"]
    except Exception as e: print(type(e), e)
    e = contextvars.Context()
    try: e[v]
    except KeyError as ex: print("KeyError", ex.args[0] is v)
    try: e.run(w.get)
    except LookupError as ex: print("LookupError", type(ex))
    th = threading.Thread(target=show, args=("thread",)); th.start(); th.join()
    th = threading.Thread(target=contextvars.copy_context().run, args=(show, "thread ctx")); th.start(); th.join()
    with concurrent.futures.ThreadPoolExecutor(1) as ex:
        print(ex.submit(work, "pool").result()); print(ex.submit(work, "pool2").result())
        print(list(ex.map(lambda x: (v.get(), x), range(2))))
    try: contextvars.ContextVar(1)
    except TypeError as e: print(e)
    try: ctx.run()
    except TypeError as e: print(e)
    try: class_ = type("X", (contextvars.ContextVar,), {})
    except TypeError as e: print(e)
    print(contextvars.copy_context() == contextvars.copy_context(), ctx == ctx.copy())
    loop.call_soon_threadsafe(show, "ts", context=ctx) if True else 0
    await asyncio.sleep(0)
    coro = child(7)
    try:
        task = asyncio.create_task(coro, context=ctx)
        await task; print(ctx[v])
    except TypeError as e: coro.close(); print(e)
asyncio.run(main())
show("end")
