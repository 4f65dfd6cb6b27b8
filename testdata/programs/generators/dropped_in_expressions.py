# python: 3.12
"""Where the last reference goes, in expressions and statements of all kinds."""
import contextlib
import gc
import itertools
import weakref

keepers = []


class R:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print(f"[del {self.n}]", end=" ")


for i in range(10): keepers.append(R(f"keep{i}"))
def gen(name, n=3):
    try:
        for i in range(n): yield i
    finally:
        print(f"[closed {name}]", end=" ")
next(gen("next")); print("next")
any(x == 1 for x in gen("any")); print("any")
for x in gen("break"):
    if x == 1: break
print("break")
a, *b = gen("star"); print("star")
try: a, b = gen("unpack", 3)
except ValueError as e: print(e)
list(zip(range(2), gen("zip"))); print("zip")
list(zip(gen("zip2"), range(2))); print("zip2")
list(itertools.islice(gen("islice"), 2)); print("islice")
list(itertools.takewhile(lambda x: x < 1, gen("takewhile"))); print("takewhile")
print(next(x for x in gen("genexp") if x == 1), "genexp")
print([*map(lambda x: x + 1, gen("map"))], "map")
print(dict(enumerate(gen("enum"))), "enumerate")
def deleg():
    yield from gen("delegated")
next(deleg()); print("delegated")
g = gen("g"); next(g); g2 = g; del g; print("still"); g2 = None; print("gone")
def f():
    g = gen("local"); next(g)
    h = gen("local2"); next(h)
    return 1
f(); print("f")
def raises():
    g = gen("in raising"); next(g)
    raise KeyError("x")
try: raises()
except KeyError as e: print("caught", end=" ")
print("after")
try: raises()
except KeyError: pass
print("after2")
s = contextlib.ExitStack()
s.callback(print, "exit stack")
s.push(lambda *a: print("pushed"))
s.close(); print("closed")
@contextlib.contextmanager
def cm(n):
    r = R(n)
    print("enter", end=" ")
    yield r
    print("exit", end=" ")
with cm("cm") as x: pass
print("with"); del x; print("x")
w = weakref.ref(R("weak")); print(w() is None)
r = R("cb"); w = weakref.ref(r, lambda w: print("[callback]", end=" ")); r = None; print("cb")
r = R("fin"); weakref.finalize(r, print, "[finalize]", end=" "); del r; print("fin")
ws = weakref.WeakSet(); x = R("ws"); ws.add(x); ws.add(R("temp")); print(len(ws)); del x; print(len(ws))
wk = weakref.WeakKeyDictionary(); x = R("wk"); wk[x] = R("value"); print(len(wk)); x = 1; print(len(wk))
class P:
    __slots__ = ("a", "__weakref__")
    def __del__(self): print("[slots]", end=" ")
p = P(); p.a = R("slot"); del p; print("p")
p = P(); p.a = R("slot1"); p.a = R("slot2"); print("set"); del p.a; print("del"); p = 0; print("p")
l = [R(1)]; l.append(l); del l; print("ring"); print(gc.collect() > 0, "collected")
def outer():
    r = R("cell")
    def inner(): return r
    return inner
i = outer(); print("inner"); i = None; print("cell")
d = {}; d["r"] = R("dict"); d["r2"] = d["r"]; del d["r"]; print("one"); d.pop("r2"); print("two")
print(R("arg").n, R("arg2").n)
x = R("a") if False else R("b"); x = x and 1; print("cond")
x = [R("l")] + [R("m")]; x = x[:1]; print("slice"); x *= 2; x.pop(); print("pop"); x.clear(); print("clear")
t = (R("tt"),) * 2; t = t[0]; print("t0"); t = None; print("t")
assert R("assert"), "no"; print("assert")
f"{R('fstr').n}"; print("fstr")
R("stmt"); print("stmt")
R("attr").n; print("attr")
R("cmp") == R("cmp2"); print("cmp")
x = y = R("xy"); x = None; print("x"); y = None; print("y")
(x := R("walrus")); print("w"); x = 0; print("w2")
[R(i) for i in "pq"]; print("comp")
{k: R(k) for k in "rs"}; print("dcomp")
sorted([R("s2"), R("s1")], key=lambda r: r.n)[0].n; print("sorted")
for x in [R("for1"), R("for2")]: print("it", end=" ")
else: print("else", end=" ")
print("loop"); x = None; print("x")
while R("while").n == 0: pass
print("while")
try: raise ValueError(R("raised"))
except ValueError: print("in", end=" ")
print("exc")
try:
    try: raise ValueError(R("inner"))
    except ValueError as e: raise KeyError(R("outer")) from e
except KeyError as e: print("chained", end=" ")
print("done")
class C:
    r = R("classattr")
C.r = 1; print("classattr")
class C: r = R("class2")
C = None; print("C", end=" "); gc.collect(); print("collected")
setattr(keepers[0], "x", R("sa")); delattr(keepers[0], "x"); print("sa")
keepers[1].__dict__["y"] = R("y"); del keepers[1].__dict__["y"]; print("dd")
keepers.pop(3); print("pop3"); del keepers[0]; print("del0"); keepers[0] = None; print("set0"); keepers[1:3] = []; print("slice"); keepers.remove(keepers[-1]); print("remove"); keepers.reverse(); keepers = keepers[:2]; print("cut")
