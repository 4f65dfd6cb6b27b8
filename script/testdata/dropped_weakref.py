import weakref, gc
class B:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"B({self.n})"
    def hi(self): return "hi", self.n
b = B(1)
r = weakref.ref(b)
print(r() is b, weakref.getweakrefcount(b), weakref.ref(b) is r)
p = weakref.proxy(b)
print(p.n, p.hi(), isinstance(p, weakref.ProxyType))
del b
print(r(), "dead" in repr(r))
try: p.n
except ReferenceError as e: print("RE", e)
s = weakref.WeakSet()
x, y = B(2), B(3)
s.add(x); s.add(y)
print(len(s))
del x
print(len(s), list(s))
d = weakref.WeakValueDictionary()
d["y"] = y
z = B(4); d["z"] = z
print(sorted(d))
z = None
print(sorted(d))
k = weakref.WeakKeyDictionary()
k[y] = 5
print(len(k))
del y
print(len(k), len(d), len(s))
def fin(*a): print("finalize", a)
o = B(5)
f = weakref.finalize(o, fin, 1, 2)
print(f.alive)
del o
print(f.alive)
o = B(6)
m = weakref.WeakMethod(o.hi)
print(m()())
a, c = B(7), B(8)
a.o, c.o = c, a
ra = weakref.ref(a, lambda r: print("cb", r is ra))
del a, c
print(ra() is None)
gc.collect()
print(ra() is None)
for bad in (1, "s", [], {}, (), None):
    try: weakref.ref(bad)
    except TypeError as e: print(e)
def gen():
    try: yield 1
    finally: print("gen closed")
g = gen(); next(g)
rg = weakref.ref(g)
del g
print(rg())
class S: __slots__ = ("a",)
try: weakref.ref(S())
except TypeError as e: print(e)
r2 = weakref.ref(B(9))
print(r2())
lst = [B(i) for i in range(20)]
refs = [weakref.ref(q) for q in lst]
del lst[5:10]
print([q() for q in refs].count(None))
lst.clear()
print([q() for q in refs].count(None))
