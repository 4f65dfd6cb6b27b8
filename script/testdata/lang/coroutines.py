import sys, types, asyncio, inspect
import warnings
warnings.simplefilter("ignore", RuntimeWarning)
def show(fn):
    try:
        r = fn()
        print(fn.__name__, "->", r)
    except BaseException as e:
        print(fn.__name__, "!", type(e).__name__, e, "| ctx", repr(e.__context__), "| cause", repr(e.__cause__))
def run(c):
    try:
        while True: print("yielded", c.send(None))
    except StopIteration as e: return e.value
class Aw:
    def __init__(self, v): self.v = v
    def __await__(self): r = yield self.v; return r
@types.coroutine
def tc(v): r = yield v; return r
async def c1(): 
    a = await Aw(1); b = await tc(2); return a, b
c = c1(); print(c.cr_running, c.cr_await, c.cr_frame.f_lineno, c.cr_code.co_name, inspect.getcoroutinestate(c))
print(c.send(None), c.cr_await is not None, c.send("x"), inspect.getcoroutinestate(c))
try: c.send("y")
except StopIteration as e: print(e.value)
print(c.cr_frame, inspect.getcoroutinestate(c))
def a1(): c.send(None)
show(a1)
def a2(): c = c1(); c.send(1)
show(a2)
async def c2(): await 3
show(lambda: run(c2()))
class BadAw:
    def __await__(self): return 3
async def c3(): await BadAw()
show(lambda: run(c3()))
class BadAw2:
    def __await__(self): return c1()
async def c4(): await BadAw2()
show(lambda: run(c4()))
async def c5():
    x = c1(); await x
    await x
show(lambda: run(c5()))
async def c6(): 
    me = await tc("me")
    await me
def a3():
    x = c6(); x.send(None); x.send(x)
show(a3)
def a4():
    for i in c1(): pass
show(a4)
def a5(): return list(c1())
show(a5)
def a6(): next(c1())
show(a6)
async def sleeper(): await tc("z")
def a7():
    x = sleeper(); x.send(None)
    async def o(): await x
    o().send(None)
show(a7)
def a8():
    x = sleeper(); x.send(None); x.close(); print(x.cr_frame); x.send(None)
show(a8)
def a9():
    x = sleeper(); x.throw(ValueError("early"))
show(a9)
def a10():
    x = sleeper(); x.close(); x.throw(ValueError("late"))
show(a10)
async def st(): raise StopIteration(3)
show(lambda: run(st()))
async def sta(): raise StopAsyncIteration(3)
show(lambda: run(sta()))
# async for/with
class AI:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n <= 0: raise StopAsyncIteration
        self.n -= 1; return self.n
async def af():
    out = []
    async for x in AI(3): out.append(x)
    else: out.append("else")
    return out, [y async for y in AI(3) if y], {y: 1 async for y in AI(2)}, {y async for y in AI(1)}, [z for z in [await tc(0)]], [await tc(k) for k in range(2)]
print(run(af()))
async def af2():
    async for x in 3: pass
show(lambda: run(af2()))
class AI2:
    def __aiter__(self): return 3
async def af3():
    async for x in AI2(): pass
show(lambda: run(af3()))
class AI3:
    def __aiter__(self): return self
    def __anext__(self): return 3
async def af4():
    async for x in AI3(): pass
show(lambda: run(af4()))
class AC:
    async def __aenter__(self): print("aenter"); return "v"
    async def __aexit__(self, t, v, tb): print("aexit", t); return True
async def aw():
    async with AC() as v, AC() as w: print(v, w); raise ValueError
    return "suppressed"
print(run(aw()))
async def aw2():
    async with 3: pass
show(lambda: run(aw2()))
class AC2:
    def __aenter__(self): return 3
    def __aexit__(self, *a): return 4
async def aw3():
    async with AC2(): pass
show(lambda: run(aw3()))
class AC3:
    async def __aenter__(self): return 3
    def __aexit__(self, *a): return 4
async def aw4():
    async with AC3(): pass
show(lambda: run(aw4()))
async def aw5():
    async with open: pass
show(lambda: run(aw5()))
class SC:
    def __enter__(self): pass
    def __exit__(self, *a): pass
async def aw6():
    async with SC(): pass
show(lambda: run(aw6()))
def aw7():
    with AC(): pass
show(aw7)
def aw8():
    with 3: pass
show(aw8)
class OnlyEnter:
    def __enter__(self): pass
def aw9():
    with OnlyEnter(): pass
show(aw9)
# async gens
async def ag(n=3):
    try:
        for i in range(n):
            r = yield i
            if r: print("ag got", r)
    except ValueError as e: print("ag caught", e); yield "exc"
    finally: pass
async def u1():
    out = [x async for x in ag()]
    a = ag(); print(await a.__anext__(), await a.asend("s"), await a.athrow(ValueError("av"))); print(await a.aclose())
    print(a.ag_running, a.ag_frame, a.ag_await, a.ag_code.co_name)
    try: await a.__anext__()
    except StopAsyncIteration as e: print("SAI", e.args)
    print(await anext(ag(0), "default"))
    try: await anext(ag(0))
    except StopAsyncIteration: print("SAI2")
    return out
print(run(u1()))
def b1(): ag().asend(1).send(None)
show(b1)
KEEP = []
def b2():
    KEEP.append(ag()); x = KEEP[0].asend(None)
    try: x.send(None)
    except StopIteration as e: print("v", e.value)
    x.send(None)
show(b2)
async def agst():
    yield 1
    raise StopAsyncIteration
async def u2():
    async for x in agst(): pass
show(lambda: run(u2()))
async def agst2():
    yield 1
    raise StopIteration
async def u3():
    async for x in agst2(): pass
show(lambda: run(u3()))
async def agig():
    try: yield 1
    except GeneratorExit: yield 2
async def u4():
    a = agig(); await anext(a); await a.aclose()
show(lambda: run(u4()))
async def agaw():
    yield await tc("in")
async def u5():
    a = agaw()
    s1 = a.__anext__(); s1.send(None)
    s2 = a.__anext__(); 
    try: s2.send(None)
    except RuntimeError as e: print(e)
    try: a.aclose().send(None)
    except RuntimeError as e: print(e)
    try: a.athrow(ValueError).send(None)
    except RuntimeError as e: print(e)
    try: s1.send("val")
    except StopIteration as e: print("done", e.value)
show(lambda: run(u5()))
def b3(): return list(ag())
show(b3)
def b4(): return iter(ag())
show(b4)
def b5(): return aiter(3)
show(b5)
def b6(): return anext(3)
show(b6)
def b7(): 
    async def f(): return [x for x in ag()]
    run(f())
show(b7)
async def gx():
    g = (x async for x in ag()); print(type(g).__name__, repr(g)[:30])
    return [y async for y in g]
print(run(gx()))
g2 = (await_ for await_ in [1]); print(type(g2))
async def ge2():
    g = (await tc(i) for i in range(2)); print(type(g).__name__)
    return [y async for y in g]
print(run(ge2()))
print(type(c1()), repr(c1())[:25], type(ag()), repr(ag())[:30])
import collections.abc as abc
x = c1(); print(isinstance(x, abc.Coroutine), isinstance(x, abc.Awaitable), isinstance(ag(), abc.AsyncGenerator), isinstance(ag(), abc.AsyncIterator), isinstance(Aw(1), abc.Awaitable), inspect.isawaitable(tc(1)), inspect.iscoroutine(x)); x.close()
@types.coroutine
def notgen(): return Aw(1)
async def ng(): return await notgen()
print(run(ng()))
def lst(): yield 1
async def ng2(): return await lst()
show(lambda: run(ng2()))
class CW:
    def __init__(self, c): self.c = c
    def __await__(self): return self.c.__await__()
async def cw(): return await CW(c1())
print(run(cw()))
async def fin():
    try: await tc(1)
    finally: print("fin await"); await tc(2); print("after")
f = fin(); f.send(None)
try: print(f.throw(KeyError("x")))
except KeyError: print("K")
try: f.send(None)
except KeyError as e: print("K", e)
async def ret(): return 5
w = ret().__await__(); print(type(w).__name__)
try: next(w)
except StopIteration as e: print(e.value)
