class Meta(type):
    def __new__(m, name, bases, ns, **kw):
        c = super().__new__(m, name, bases, ns)
        c.tag = kw.get("tag")
        return c
    def __init__(c, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
    def __call__(c, *a):
        print("making", c.__name__)
        return super().__call__(*a)

class Base(metaclass=Meta, tag="t"):
    registry = []
    def __init_subclass__(cls, /, **kw):
        super().__init_subclass__()
        Base.registry.append(cls.__name__)

class Desc:
    def __set_name__(self, owner, name): self.name = name
    def __get__(self, obj, cls=None):
        if obj is None: return self
        return obj.__dict__.get(self.name, "unset")
    def __set__(self, obj, v): obj.__dict__[self.name] = v * 2

class Child(Base, tag="c"):
    d = Desc()
    __slots__ = ()
    def __len__(self): return 3
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
    def __contains__(self, x): return x == 7
    def __call__(self, *a, **k): return a, k
    def __eq__(self, o): return isinstance(o, Child)
    def __hash__(self): return 1
    def __add__(self, o): return "add"
    def __radd__(self, o): return "radd"
    def __iadd__(self, o): return self
    def __lt__(self, o): return True
    def __bool__(self): return False
    def __getattr__(self, n):
        if n.startswith("x"): return n
        raise AttributeError(n)
    def __format__(self, spec): return f"<{spec}>"

print(Base.tag, Child.tag, Base.registry)
c = Child()
print(c.d); c.d = 4; print(c.d, c.__dict__)
print(len(c), list(c), 7 in c, c(1, a=2), c == Child(), c + 1, 1 + c, bool(c), c.xyz, f"{c:abc}")
try: c.nope
except AttributeError as e: print("AE", e)
class P:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
p = P()
try: p.c = 1
except AttributeError as e: print(e)
try: p.b
except AttributeError as e: print(e)
class A:
    def f(self): return ["A"]
class B(A):
    def f(self): return ["B"] + super().f()
class C(A):
    def f(self): return ["C"] + super().f()
class D(B, C):
    def f(self): return ["D"] + super().f()
print(D().f(), [k.__name__ for k in D.__mro__])
try:
    class X(A, D): pass
except TypeError as e: print(e)
class N(int):
    def __repr__(self): return f"N({int(self)})"
print(N(5) + 1, N(3), [N(2)], N(4) == 4, {N(1): 2}[1])
class L(list):
    def total(self): return sum(self)
l = L([1, 2]); l.append(3); print(l, l.total(), isinstance(l, list), L() == [])
class Dd(dict):
    def __missing__(self, k): return k + "!"
print(Dd(a=1)["b"], Dd(a=1))
class E(Exception):
    def __init__(self, code): super().__init__(f"code {code}"); self.code = code
try: raise E(3)
except E as e: print(e, e.code, e.args, repr(e))
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n
print(list(It()), sum(It()), max(It()), [*It(), *It()])
print(type("T", (A,), {"z": 1})().z, A.f.__qualname__, D.__name__, D.__module__)
def outer():
    class Inner:
        def m(self): pass
    return Inner.m
print(outer().__qualname__)
for v in (1, "a", [1], 2.5, None):
    match v:
        case int(n): print("int", n)
        case str() as s: print("str", s)
        case [x]: print("list", x)
        case None: print("none")
        case _: print("other", v)
class Pt:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
match Pt(1, 2):
    case Pt(x=1, y=yy) if yy > 5: print("no")
    case Pt(1, b): print("pt", b)
