import sys, inspect
def show(fn):
    try:
        r = fn()
        print(fn.__name__, "->", r)
    except BaseException as e:
        print(fn.__name__, "!", type(e).__name__, e, "| ctx", repr(e.__context__), "| cause", repr(e.__cause__))
def g():
    try:
        x = yield 1
        print("got", x)
        y = yield 2
        print("got", y)
    except GeneratorExit:
        raise
    except ValueError as e:
        print("caught", e); yield "after"
    return "ret"
a = g(); print(next(a), a.send("s"), a.gi_running, a.gi_yieldfrom, a.gi_frame.f_lineno, a.gi_code.co_name, a.__name__, a.__qualname__)
try: a.send("t")
except StopIteration as e: print("stop", e.value)
print(a.gi_frame, list(a))
a = g(); next(a); print(a.throw(ValueError("v"))); a.close()
a = g(); next(a); print(a.throw(ValueError)); del a
a = g()
def s1(): a.send(1)
show(s1)
def s2():
    b = g(); b.throw(KeyError("early"))
show(s2)
def s3():
    b = g(); next(b); b.throw(3)
show(s3)
def s4():
    b = g(); next(b); b.throw(int)
show(s4)
def s5():
    b = g(); next(b); b.throw(ValueError("x"), "y")
show(s5)
import warnings
warnings.simplefilter("ignore")
def s6():
    b = g(); next(b); return b.throw(ValueError, "val")
show(s6)
def s7():
    b = g(); next(b); return b.throw(ValueError, ValueError("inst"), None)
show(s7)
def s8():
    b = g(); next(b); return b.throw(ValueError, "x", 5)
show(s8)
def re():
    me = yield
    next(me)
def s9():
    b = re(); next(b); b.send(b)
show(s9)
def ig():
    try: yield 1
    except GeneratorExit: yield 2
def s10():
    b = ig(); next(b); b.close()
show(s10)
def st():
    yield 1
    raise StopIteration("inner")
show(lambda: list(st()))
def st2():
    yield 1
    next(iter([]))
show(lambda: list(st2()))
def closed():
    b = g(); next(b); print("close ->", b.close()); print(b.close()); next(b)
show(closed)
def retclose():
    def h():
        try: yield 1
        except GeneratorExit: return "closed value"
    b = h(); next(b); return b.close()
show(retclose)
def unstarted(): b = g(); b.close(); return list(b)
show(unstarted)
def exc_in_close():
    def h():
        try: yield 1
        finally: raise KeyError("fin")
    b = h(); next(b); b.close()
show(exc_in_close)
# yield from
def sub():
    try:
        r = yield "sub1"
        print("sub got", r)
        yield "sub2"
    except ValueError as e: print("sub caught", e); return "sub ret exc"
    return "sub ret"
def dele():
    r = yield from sub()
    print("dele got", r); yield r
d = dele(); print(next(d), d.gi_yieldfrom.__name__, d.send("hi"), next(d)); print(list(d))
d = dele(); next(d); print(d.throw(ValueError("tv")))
def yl(): x = yield from [1, 2]; print(x); x = yield from range(2); yield from "ab"
print(list(yl()))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2: raise StopIteration("itret")
        return self.n
def yi(): r = yield from It(); print("r", r)
print(list(yi()))
def y1():
    y = yi(); next(y); y.send(5)
show(y1)
def y2():
    y = yi(); next(y); y.throw(KeyError("to it"))
show(y2)
class It2(It):
    def send(self, v): print("send", v); return 10
    def throw(self, *a): print("throw", a); return 20
    def close(self): print("close")
def y3i(): r = yield from It2(); print("r", r)
y = y3i(); print(next(y), y.send(5), y.throw(KeyError("kk"))); y.close()
def y4(): yield from 3
show(lambda: list(y4()))
def y5():
    def h():
        yield from hh
    hh = h(); next(hh)
show(y5)
class BadIter:
    def __iter__(self): return 3
def y6(): yield from BadIter()
show(lambda: list(y6()))
# genexp
ge = (i * j for i in range(3) for j in range(2) if i != j); print(ge.__name__, ge.gi_code.co_name, list(ge))
print(repr(g)[:12], repr(g())[:25], type(g()))
def deep(n):
    if n: yield from deep(n - 1)
    yield n
print(sum(deep(300)))
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
import itertools
print(list(itertools.islice(fib(), 10)))
def lam(): f = lambda: (yield 5); return list(f())
show(lam)
x = g(); print(inspect.getgeneratorstate(x)); next(x); print(inspect.getgeneratorstate(x), inspect.getgeneratorlocals(x)); x.close(); print(inspect.getgeneratorstate(x))
print(iter(x) is x, hasattr(x, "__next__"), isinstance(x, __import__("collections.abc").abc.Generator))
def ctxgen():
    try: yield
    except Exception as e: raise RuntimeError("new") from e
def cg():
    b = ctxgen(); next(b); b.throw(ValueError("orig"))
show(cg)
def fin_yield():
    try: yield 1
    finally: yield 2
print(list(fin_yield()))
def ret_in_finally():
    try: yield 1; raise ValueError
    finally: return "swallow"
try:
    h = ret_in_finally(); next(h); next(h)
except StopIteration as e: print(e.value)
print([*g.__code__.co_varnames], g.__code__.co_flags & 0x20)
g = (x for x in [1]); print(next(g, "d"), next(g, "d"))
def w(): 
    with open_(): yield
def inj():
    while True:
        try: v = yield
        except KeyError: v = "K"
        print("v", v)
        if v == "stop": return 7
i = inj(); next(i); i.send(1); i.throw(KeyError); 
try: i.send("stop")
except StopIteration as e: print(e.value, e.args)
