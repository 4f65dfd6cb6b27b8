"""What weak references and proxies tell when __del__ has run."""

import weakref


class E:
    def __init__(self, n): self.n = n
    def __del__(self): print("deleting", self.n)
o = E("a"); r = weakref.ref(o); p = weakref.proxy(o)
print(r().n, p.n)
del o
print(r())
try: print(p.n)
except ReferenceError as e: print(e)
o = E("b"); r = weakref.ref(o, lambda r: print("cb")); p = weakref.proxy(o, lambda r: print("pcb"))
o = None
print(r())
def f():
    o = E("c"); global p; p = weakref.proxy(o)
    print(p.n)
f()
try: print(p.n)
except ReferenceError as e: print(e)
l = [E("d")]; r = weakref.ref(l[0]); l.clear(); print(r())
class Z(E):
    def __del__(self): global back; back = self; print("back", self.n)
z = Z("z"); r = weakref.ref(z, lambda r: print("zcb")); z = None
print(r() is back); back = None; print(r())
