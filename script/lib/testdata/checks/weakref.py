import gc
import weakref
from weakref import *


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


class O:
    def __init__(self, n): self.n = n
    def m(self): return self.n
    def __repr__(self): return "O%s" % self.n


a = O(1); r = ref(a); print(r() is a, r == ref(a), hash(r) == hash(a), getweakrefcount(a) >= 1, r in getweakrefs(a))
events = []
r2 = ref(a, lambda x: events.append(x is r2))
del a; gc.collect(); print(r(), r2(), events)
p_target = O(2); p = proxy(p_target); print(p.n, p.m()); del p_target; gc.collect(); attempt("proxy", lambda: p.n)
attempt("int", ref, 3)
d = WeakValueDictionary(); x, y = O("x"), O("y"); d["x"] = x; d["y"] = y
print(sorted(d), len(d), d["x"], "y" in d, d.get("zz", 5), sorted(map(repr, d.values())), sorted(d.keys()))
del y; gc.collect(); print(list(d.items()), len(d), "y" in d); attempt("gone", lambda: d["y"])
print(d.pop("x"), len(d), d.setdefault("k", x), d.pop("none", 1)); attempt("pop", d.pop, "q")
k = WeakKeyDictionary(); x, y = O("x"), O("y"); k[x] = 1; k[y] = 2
print(len(k), k[x], y in k, sorted(k.values()), k.get(O(5), "dflt")); del y; gc.collect(); print(list(k.items()), 3 in k); del k[x]; print(len(k))
s = WeakSet(); u, v = O("u"), O("v"); s.add(u); s.add(v); s.add(u); print(len(s), u in s, 3 in s); del v; gc.collect(); print(list(s)); s.discard(u); print(len(s)); attempt("pop", s.pop)
w = WeakSet([u]); print(list(w | [u]), list(w & {u}), list(w - {u}), w == WeakSet([u]), list(w.copy()), w.issubset({u}))
wm = WeakMethod(u.m); print(wm()(), wm == WeakMethod(u.m)); del u; w = None; gc.collect(); print(wm()); attempt("wm", WeakMethod, len)
t = O("t"); f = finalize(t, lambda *a, **k: print("finalized", a, k) or "ret", 1, b=2); print(f.alive, f.atexit, f.peek()[2:]); del t; gc.collect(); print(f.alive, f())
t = O("t2"); f = finalize(t, print, "early"); print(f()); print(f(), f.alive, f.detach())
t = O("t3"); f = finalize(t, print, "never"); print(f.detach()[2]); del t; gc.collect()
keep = O("keep"); finalize(keep, print, "at exit 1"); finalize(keep, print, "at exit 2"); no = finalize(keep, print, "not at exit"); no.atexit = False
class Sub(ref):
    __slots__ = ("extra",)
sr = Sub(keep); sr.extra = 1; print(sr().n, sr.extra, isinstance(sr, ref), ref is ReferenceType)
