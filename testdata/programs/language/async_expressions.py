# python: 3.11
"""language: async comprehension nesting, async with/for in odd places, await precedence, lambda/await, global in async, try/finally with return in coroutines, async generators with return, decorators on async methods, class with async __call__, slots, callable instances as callbacks; 3.8"""
import asyncio, functools, contextlib, inspect, collections
class Acc:
    def __init__(self): self.log = []
    async def __aenter__(self): self.log.append("in"); await asyncio.sleep(0); return self
    async def __aexit__(self, t, v, tb): self.log.append(("out", t and t.__name__)); return t is KeyError
    def __aiter__(self): self.i = 0; return self
    async def __anext__(self):
        if self.i >= 3: raise StopAsyncIteration
        self.i += 1; await asyncio.sleep(0); return self.i
    async def __call__(self, x): return x * 2
    @property
    async def prop(self): return "prop"
    @staticmethod
    async def st(x): return x
    @classmethod
    async def cl(cls): return cls.__name__
    def __await__(self): return self.st("awaited").__await__()
    async def __getitem__(self, i): return i
    async def gen(self, n):
        for i in range(n):
            got = yield i
            if got: self.log.append(got)
    async def __add__(self, o): return "added"
async def ident(x): await asyncio.sleep(0); return x
async def fin(n):
    for i in range(3):
        try:
            await asyncio.sleep(0)
            if n == 0: return "try"
            if n == 1: raise ValueError
            if n == 2: continue
            if n == 3: break
        except ValueError: return "except"
        finally:
            fin.log.append((n, i))
            if n == 4 and i == 1: return "finally"
    else: return "else"
    return "end"
def logged(f):
    @functools.wraps(f)
    async def inner(*a, **k):
        r = await f(*a, **k); print(f.__name__, a[1:] if a and isinstance(a[0], Svc) else a, "->", r); return r
    return inner
class Svc:
    __slots__ = ("v",)
    def __init__(self, v): self.v = v
    @logged
    async def get(self, k=1): return self.v * k
    @logged
    @staticmethod
    async def s(): return 1
counter = 0
async def bump():
    global counter
    tmp = counter; await asyncio.sleep(0); counter = tmp + 1
async def main():
    a = Acc()
    print([x async for x in a], [x + y async for x in a for y in (10, 20) if x != 2], {await ident(k): v async for k, v in aenum("ab")}, [await ident(i) for i in range(3)], [f async for f in aenum([await ident(1), 2])], {i async for i in a if await ident(i) > 1})
    print(await ident(1) + await ident(2) * 3, -await ident(4), not await ident(0), await ident([1, 2])[0:1] if 0 else (await ident([1, 2]))[0], await a, await a(4), await a.prop, await a.st(1), await a.cl(), await a[7], await (a + 1), 2 ** await ident(3), await ident(1) if await ident(True) else 0, [*await ident([1]), 2], {**await ident({"k": 1})}, f"{await ident('f'):>3}{(await ident(2))!r}", (lambda: ident("lam"))() is None, await (lambda: ident("lam"))())
    async with a as x, Acc() as y:
        assert x is a
    async with Acc() as z:
        raise KeyError("swallowed")
    try:
        async with a: raise ValueError("out")
    except ValueError as e: print(e, a.log, z.log)
    fin.log = []
    print([await fin(n) for n in range(5)], fin.log)
    g = a.gen(3); print(await g.asend(None), await g.asend("sent"), [x async for x in g], a.log[-1])
    await asyncio.gather(*[bump() for _ in range(5)]); print(counter)
    s = Svc(3); await s.get(); await s.get(k=2); m = s.get; print(inspect.iscoroutinefunction(m), m.__name__, asyncio.iscoroutinefunction(functools.partial(ident, 1)), inspect.iscoroutinefunction(a), inspect.isasyncgenfunction(a.gen))
    async for x in a:
        if x == 2: continue
        async for y in Acc():
            if y == 2: break
        else: print("inner else")
        print(x, y)
    else: print("outer else")
    async def nested():
        async def inner(): return [await ident(i) async for i in aenum(range(2))]
        return await asyncio.gather(inner(), inner())
    print(await nested(), sum([x async for x in aenum(range(4))]), list(map(type, [ident(1).close(), aenum([]).aclose().close()])))
    try: print(any(await ident(x) for x in range(3)))
    except TypeError as e: print(e)
    async with contextlib.AsyncExitStack() as st:
        v = await st.enter_async_context(Acc()); st.push_async_callback(ident, 1); st.callback(print, "cb"); st.push_async_exit(v); print(len(v.log))
    print(v.log); it = aenum("xy").__aiter__(); print(await it.__anext__(), await it.__anext__())
    try: await it.__anext__()
    except StopAsyncIteration as e: print("stop", e.args)
    try:
        async for _ in [1]: pass
    except TypeError as e: print(e)
    try:
        async with 5: pass
    except (TypeError, AttributeError) as e: print(type(e).__name__)
    try:
        for _ in aenum("a"): pass
    except TypeError as e: print(e)
async def aenum(xs):
    for x in xs: await asyncio.sleep(0); yield x if not isinstance(x, str) or len(xs) != 2 or xs == "xy" else (x, xs.index(x))
asyncio.run(main())
