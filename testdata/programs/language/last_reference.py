# python: 3.12
"""Objects say when they go: wherever the last reference to one is dropped."""
import collections
import contextlib
import contextvars
import functools


class R:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n, end="; ")


class Shop:
    counter = R("class attribute")
    shelves = [R("shelf 1"), R("shelf 2")]


keep = [R(f"k{i}") for i in range(12)]
x = max([R("x1"), R("x2")], key=lambda r: r.n); print("max", x.n)
ctx = contextvars.ContextVar("v", default=R("ctxdefault"))
tok = ctx.set(R("ctxval")); print("ctx")
ctx.reset(tok); del tok; print("reset")
a, *b = [R("u0"), R("u1"), R("u2")]; print("unpacked"); del b; print("-")
q = collections.deque([R("dq0"), R("dq1")], maxlen=1); print("deque")
with contextlib.ExitStack() as st:
    st.callback(lambda x: None, R("cb"))
print("stack")
s = {R("s")}; s.clear(); print("set")
d = {1: R("d")}; d.update({1: R("d2")}); print("dict update")
d[1] = None; print("d")
l = [R("l1"), R("l2"), R("l3")]; l.pop(); print("pop"); l.remove(l[0]); print("remove"); l[0] = 1; print("set")
def f(x, *a, **k): return len(a)
f(R("x"), R("a1"), R("a2"), k=R("k")); print("call")
t = (R("t1"), [R("t2")]); t = None; print("tuple")
for v in [R("v0"), R("v1")]: pass
print("loop"); del v; print("v")
try: raise ValueError(R("exc"))
except ValueError as e: print(e.args[0].n)
print("exc")
def g():
    yield R("y1"); yield R("y2")
for v in g(): print(v.n)
v = None; print("gen")
z = [R(f"c{i}") for i in range(3)]; z = [w for w in z if w.n != "c1"]; print("filter"); z.sort(key=lambda r: r.n); print("sort")
z += [R("c3")]; z = z[1:]; print("slice")
m = {R(i): R(i + "v") for i in "ab"}; m.popitem(); print("popitem"); m.clear(); print("cleared")
class Box: pass
o = Box(); o.r = R("attr"); o.r = R("attr2"); print("attr"); del o.r; print("deleted"); o.__dict__["z"] = R("viadict"); o.__dict__.clear(); print("dict clear")
setattr(o, "q", R("setattr")); delattr(o, "q"); print("delattr")
it = iter([R("i1"), R("i2")]); next(it); print("next"); del it; print("it")
y = functools.partial(print, R("part")); del y; print("partial")
y = lambda x=R("deflt"): x; del y; print("lambda")
y = map(lambda r: r, [R("m1")]); list(y); print("map"); del y; print("map gone")
st = {"a": {"b": [R("deep")]}}; st["a"]["b"] = None; print("deep")
st = {"a": {"b": [R("deep")]}}; del st["a"]; print("deep")
q.append(R("dq2")); print("rotated out"); q.clear(); print("q")
print(Shop.counter.n, len(Shop.shelves))
