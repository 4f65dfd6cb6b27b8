import sys
def show(fn):
    try:
        r = fn()
        print(fn.__name__, "->", r)
    except BaseException as e:
        print(fn.__name__, "!", type(e).__name__, e)
def call(f, *a, **k):
    try: print("ok", f(*a, **k))
    except TypeError as e: print("TE", e)
def f0(): return 0
def f1(a): return a
def f2(a, b=2): return a, b
def f3(a, b, c): return a
def f4(a, /, b, *, c, d=4): return a, b, c, d
def f5(*a, **k): return a, k
def f6(a, b=1, /, c=2): return a, b, c
def f7(*, x, y): return x
def f8(a, *args, k=1, **kw): return a, args, k, kw
call(f0, 1); call(f0, x=1); call(f1); call(f1, 1, 2); call(f1, b=1); call(f1, 1, a=2); call(f2, 1, 2, 3); call(f2)
call(f3); call(f3, 1); call(f3, 1, 2); call(f4); call(f4, 1, 2); call(f4, 1, 2, 3); call(f4, a=1, b=2, c=3); call(f4, 1, b=2, c=3)
call(f4, 1, 2, 3, c=4); call(f5, 1, a=2); call(f6, a=1); call(f6, 1, b=3); call(f7); call(f7, x=1); call(f7, 1, x=1, y=2); call(f8, 1, 2, 3, k=4, z=5)
call(f2, 1, 2, 3, c=5); call(f4, 1, 2, 3, 4, c=5, d=6); call(f6); call(f8); call(f2, 1, foo=2); call(f2, 1, bar=2, b=3); call(f2, aa=1)
class C:
    def m(self, a): return a
    @classmethod
    def cm(cls, a): return a
    @staticmethod
    def sm(a): return a
    def nos(): pass
    def __call__(self, x): return x
call(C().m); call(C().m, 1, 2); call(C.m); call(C.m, 1); call(C.cm); call(C.sm); call(C().nos); call(C()); call(C, 1); call(lambda x: x)
def g1(): return f1(*[1, 2])
show(g1)
def g2(): return f2(**{"a": 1, "zz": 2})
show(g2)
def g3(): return f2(**{1: 2})
show(g3)
def g4(): return f2(1, **{"a": 1})
show(g4)
def g5(): return f2(a=1, **{"a": 1})
show(g5)
def g6(): return f5(*"ab", *[1], **{"x": 1}, **{"y": 2}, z=3)
show(g6)
def g7(): return f5(**{"x": 1}, **{"x": 2})
show(g7)
def g8(): return f5(*3)
show(g8)
def g9(): return f5(**3)
show(g9)
def g10(): return len(1, 2)
show(g10)
def g12(): return 3()
show(g12)
def g13(): return None()
show(g13)
# defaults
def d(a, l=[]): l.append(a); return l
print(d(1), d(2), d.__defaults__)
d.__defaults__ = ([9],); print(d(3))
def kd(*, a=1): return a
print(kd.__kwdefaults__); kd.__kwdefaults__ = {"a": 5}; print(kd())
# closures
def outer():
    x = 1
    def inc():
        nonlocal x
        x += 1
        return x
    def get(): return x
    return inc, get
i, g = outer(); i(); print(i(), g(), i.__closure__[0].cell_contents, i.__code__.co_freevars, outer.__code__.co_cellvars)
fs = [lambda: k for k in range(3)]; print([f() for f in fs])
fs = [lambda k=k: k for k in range(3)]; print([f() for f in fs])
def un():
    def inner(): return yy
    if 0: yy = 1
    return inner()
show(un)
def un2():
    print(zz); zz = 1
show(un2)
def un3():
    del zq; zq = 1
show(un3)
G = 1
def gl():
    global G, NEW
    G += 1; NEW = 5
gl(); print(G, NEW)
def nl():
    def a():
        def b():
            nonlocal v; v = 3
        b()
    v = 1; a(); return v
show(nl)
# attrs
def fa(x: int, y: "str" = "q") -> float:
    """docs"""
fa.attr = 1
print(fa.__name__, fa.__qualname__, fa.__doc__, fa.__module__, fa.__dict__, fa.__annotations__, fa.__defaults__, fa.__closure__, fa.__globals__ is globals())
c = fa.__code__
print(c.co_name, c.co_argcount, c.co_varnames, c.co_flags, c.co_firstlineno, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_freevars, c.co_cellvars)
fa.__name__ = "nn"; fa.__qualname__ = "QQ"; print(fa.__name__, repr(fa)[:14])
def e1(): fa.__name__ = 3
show(e1)
def e2(): fa.__defaults__ = 3
show(e2)
def e3(): fa.__code__ = 3
show(e3)
def e4(): fa.__closure__ = 3
show(e4)
def e5(): fa.__globals__ = 3
show(e5)
def e6(): del fa.nope
show(e6)
def e7(): fa.nope
show(e7)
def e8(): fa.__dict__ = 3
show(e8)
fa.__doc__ = None; print(fa.__doc__)
def e9(): fa.__annotations__ = 3
show(e9)
fa.__code__ = f1.__code__; print(fa(7))
print((lambda a, *b, c=1, **d: 0).__code__.co_varnames)
# decorators
def deco(*a):
    print("deco", a)
    def w(f): print("wrap", f.__name__); return f
    return w
@deco(1)
@deco(2)
def decd(): pass
@deco("c")
class DC: pass
@(lambda f: "replaced")
def rep(): pass
print(rep)
# recursion
def rec(n): return rec(n + 1)
try: rec(0)
except RecursionError as e: print(type(e).__name__, e)
def depth(n=0):
    try: return depth(n + 1)
    except RecursionError: return n
print(depth() > 900)
class RE:
    def __eq__(self, o): return self == o
    def __repr__(self): return repr(self)
    def __getattr__(self, n): return getattr(self, n)
    def __lt__(self, o): return sorted([self, o]) 
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __iter__(self): return iter(self)
    def __str__(self): return str(self)
    def __add__(self, o): return self + o
    def __call__(self): return self()
    def __contains__(self, x): return x in self
    def __getitem__(self, k): return self[k]
    def __format__(self, s): return format(self, s)
    def __setattr__(self, n, v): self.x = v
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    def __index__(self): return [1, 2][self]
    def __int__(self): return int(self)
r = RE()
for name, fn in [("eq", lambda: r == 1), ("repr", lambda: repr(r)), ("ga", lambda: r.foo), ("lt", lambda: r < r), ("hash", lambda: {r: 1}), ("len", lambda: len(r)), ("bool", lambda: not r), ("iter", lambda: list(r)), ("str", lambda: str(r)), ("add", lambda: r + 1), ("call", lambda: r()), ("in", lambda: 1 in r), ("item", lambda: r[0]), ("fmt", lambda: f"{r:x}"), ("sa", lambda: setattr(r, "a", 1)), ("with", lambda: r.__enter__()), ("idx", lambda: "ab"[r]), ("int", lambda: int(r)), ("map", lambda: list(map(lambda x: r == x, [1]))), ("sort", lambda: sorted([r, r], key=lambda x: hash(r)))]:
    try: fn(); print(name, "no error")
    except RecursionError as e: print(name, "RecursionError", str(e)[:32])
def genrec(n): 
    yield from genrec(n + 1)
try: list(genrec(0))
except RecursionError as e: print("gen", str(e)[:32])
l = []; l.append(l); print(l); d = {}; d["d"] = d; print(d)
t = ([],); t[0].append(t); print(t)
sys.setrecursionlimit(200)
try: rec(0)
except RecursionError as e: print(e)
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)
