# python: 3.13
class A:
    def hi(self): return "A"
    def __init__(self, *a): self.a = a
class B(A):
    def v(*args): return super().hi()
    def k(self, *, x=1): return super().hi()
    def d(self):
        del self
        return super().hi()
    def cl(self):
        f = lambda: self
        return super().hi(), f() is self
    def co(self): return [super().hi() for _ in [1]], {super().hi(): super().hi() for _ in [1]}
    def al(self):
        s = super
        return s().hi()
    def par(self, super): return super()
    def resets(self):
        self = B()
        return super().hi()
    def nested(self):
        def g(x): return super().hi()
        return g(self), (lambda s: super().hi())(self)
    def nested2(self):
        def g(): return super().hi()
        return g()
    async def aco(self): return super().hi()
    def gen(self): yield from super().hi()
    def kw(self): return super(a=1)
    def many(self): return super(1,2,3)
    def cm(self): return super().__init__.__self__ is self, super().__class__, super().__repr__()[:8]
    @classmethod
    def __class_getitem__(cls, k): return super().__name__ if 0 else k
    def __getattr__(self, n): return super().__getattribute__(n)
    def none(self): return super(B, None), super(B)
b = B()
for n in ("v", "k", "d", "cl", "co", "al", "resets", "nested", "nested2", "gen", "kw", "many", "cm", "zzz","none"):
    try: 
        r = getattr(b, n)(); print(n, list(r) if n == "gen" else r)
    except Exception as e: print(n, type(e).__name__, e)
print(b.par(lambda: 5))
class M(type):
    def __new__(m, *a): c = super().__new__(m, *a); return c
    def __init__(cls, *a): super().__init__(*a)
    def __call__(cls, *a): return super().__call__(*a)
class C(metaclass=M): pass
print(type(C()).__name__)
def mk():
    class D(A):
        def __init__(self): super().__init__(1); self.z = __class__
        def early(x=1): return super()
    return D
print(mk()().z.__name__)
try: super()
except RuntimeError as e: print(e)
class E:
    try: super().x
    except RuntimeError as e: print(e)
class F(type):
    def __new__(m, n, b, ns):
        ns["f"](1) if "f" in ns else 0
        return super().__new__(m, n, b, ns)
try:
    class G(metaclass=F):
        def f(self): return super().x
except RuntimeError as e: print(e)
