def show(fn):
    try:
        r = fn()
        print(fn.__name__, "->", r)
    except BaseException as e:
        print(fn.__name__, "!", type(e).__name__, e, getattr(e, "__notes__", ""))
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw): print("prepare", name, bases, kw); return {"pre": 1}
    def __new__(mcs, name, bases, ns, **kw): print("new", name, sorted(k for k in ns if k != "__static_attributes__" and k != "__firstlineno__"), kw); return super().__new__(mcs, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw): print("init", name, kw); super().__init__(name, bases, ns)
    def __call__(cls, *a, **k): print("call", a, k); return super().__call__(*a, **k)
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
    def __len__(cls): return 7
    def __iter__(cls): return iter([1, 2])
    def __getitem__(cls, k): return ("item", k)
    def __contains__(cls, k): return k == 3
    def __repr__(cls): return f"<M {cls.__name__}>"
    def __getattr__(cls, n): return "meta " + n
    @property
    def prop(cls): return "mprop"
class C(metaclass=Meta, a=1):
    x = 3
    def __init__(self, v=0): self.v = v
print(C, C(4).v, isinstance(5, C), isinstance(6, C), issubclass(int, C), len(C), list(C), C["k"], 3 in C, C.zzz, C.prop, C.pre)
class D(C, b=2): pass
print(type(D), D.__mro__, D.__bases__, D.__base__)
def m1():
    class M2(type): pass
    class E(metaclass=M2): pass
    class F(C, E): pass
show(m1)
def m2():
    class A: pass
    class B(A): pass
    class X(A, B): pass
show(m2)
def m3():
    class A(int, str): pass
show(m3)
def m4():
    class A(object, object): pass
show(m4)
def m5():
    class A(bool): pass
show(m5)
def m6():
    class A: __slots__ = ("a", "a b")
show(m6)
def m7():
    class A:
        __slots__ = ("a",); a = 1
show(m7)
def m8():
    class A(int): __slots__ = ("a",)
    return A(3)
show(m8)
class S:
    __slots__ = ("a", "__b", "c")
    def __init__(self): self.a = 1; self.__b = 2
s = S(); print(s.a, s._S__b, S.__slots__)
def m9(): s.zz = 1
show(m9)
def m10(): return s.c
show(m10)
def m11(): return s.__dict__
show(m11)
def m12(): del s.c
show(m12)
def m13(): del s.a; return s.a
show(m13)
class S2(S): pass
s2 = S2(); s2.zz = 1; print(s2.__dict__, s2.a)
class S3(S): __slots__ = ("d", "__dict__")
s3 = S3(); s3.q = 1; s3.d = 2; print(s3.__dict__)
def m14():
    class A: __slots__ = ("a",)
    class B: __slots__ = ("b",)
    class C(A, B): pass
show(m14)
print(type(S.a), S.a.__get__(S()), S.a.__name__, S.a.__objclass__)
import sys
class I:
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; print("sub", cls.__name__, tag)
class I1(I, tag="t"): pass
def m15():
    class I2(I, bad=1): pass
show(m15)
def m16():
    class I2(foo=1): pass
show(m16)
class SN:
    def __set_name__(self, o, n): print("set_name", o.__name__, n)
class SN2:
    def __set_name__(self, o, n): raise ValueError("bad")
class H: a = SN(); b = SN()
def m17():
    class H2: q = SN2()
show(m17)
class Desc:
    def __get__(self, o, t=None): return ("get", o is None, t.__name__)
    def __set__(self, o, v): print("set", v)
    def __delete__(self, o): print("del")
class ND:
    def __get__(self, o, t=None): return "nd"
class T:
    d = Desc(); n = ND()
t = T(); print(t.d, T.d, t.n); t.d = 3; del t.d; t.n = 4; print(t.n); t.__dict__["d"] = 9; print(t.d)
class OnlySet:
    def __set__(self, o, v): o.__dict__["os"] = v * 2
class T2: os = OnlySet()
t2 = T2(); t2.os = 4; print(t2.os)
def m18(): del t2.os
show(m18)
class OnlyGetDel:
    def __get__(self, o, t=None): return 1
    def __delete__(self, o): print("deleted")
class T3: q = OnlyGetDel()
def m19(): T3().q = 1
show(m19)
class P:
    @property
    def x(self): "doc x"; return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): del self._x
    @property
    def ro(self): return 1
    wo = property(None, lambda s, v: print("wo", v), doc="wodoc")
p = P(); p.x = 3; print(p.x, P.x.__doc__, P.x.fget, P.wo.__doc__, P.x.__name__) if 0 else print(p.x, P.x.__doc__, P.wo.__doc__, P.ro.fset, P.x.__name__)
del p.x
def m20(): return p.x
show(m20)
def m21(): p.ro = 1
show(m21)
def m22(): del p.ro
show(m22)
def m23(): return p.wo
show(m23)
p.wo = 5
class SubProp(property):
    def __get__(self, o, t=None): return ("sp", super().__get__(o, t))
class P2:
    @SubProp
    def y(self): "ydoc"; return 4
    @y.setter
    def y(self, v): print("sy", v)
print(P2().y, type(P2.__dict__["y"]), P2.__dict__["y"].__doc__); P2().y = 3
class GA:
    def __getattr__(self, n):
        if n.startswith("q"): return "ga " + n
        raise AttributeError(n)
g = GA(); print(g.q1, getattr(g, "zz", "def"), hasattr(g, "zz"), hasattr(g, "qq"))
def m24(): g.zz
show(m24)
class GA2:
    def __getattribute__(self, n):
        if n == "boom": raise AttributeError("boom!")
        return object.__getattribute__(self, n)
    def __getattr__(self, n): return "fallback " + n
g2 = GA2(); print(g2.boom, g2.nope, g2.__class__)
class SA:
    def __setattr__(self, n, v): print("setattr", n, v); object.__setattr__(self, n, v)
    def __delattr__(self, n): print("delattr", n); object.__delattr__(self, n)
s = SA(); s.a = 1; s.a += 1; del s.a
def m25(): del s.a
show(m25)
class CG:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(CG[1], CG[1, 2])
class ME:
    def __mro_entries__(self, bases): return (dict,)
class X(ME()): pass
print(X.__mro__, len(X.__orig_bases__))
def m26(): CG()[1]
show(m26)
class A1: pass
class A2: pass
a = A1(); a.__class__ = A2; print(type(a))
def m27(): a.__class__ = int
show(m27)
def m28(): a.__class__ = 3
show(m28)
def m29(): (3).__class__ = A1
show(m29)
N = type("N", (A1,), {"z": 1, "f": lambda self: self.z}); print(N, N().f(), N.__name__, N.__qualname__, N.__module__)
def m30(): type("N", (A1,))
show(m30)
def m31(): type(1, (), {})
show(m31)
def m32(): type("x", [], {})
show(m32)
def m33(): type("x", (3,), {})
show(m33)
print(type("T", (), {}).__bases__, type(3), type(type))
class An:
    a: int
    b: "str" = "x"
    c: list[int] = []
    def f(self, x: int, *a: str, k: float = 1.0, **kw: dict) -> None: pass
print(An.__annotations__, An.f.__annotations__)
print(A1.__subclasses__())
print(A1.__doc__, An.__dict__["__doc__"], A1.__module__, A1.__weakref__ if hasattr(A1, "__weakref__") else "no")
class Doc: "the doc"
print(Doc.__doc__, Doc().__doc__)
Doc.__doc__ = "new"; print(Doc.__doc__)
def m34(): int.x = 1
show(m34)
def m35(): del Doc.nope
show(m35)
def m36(): object().x = 1
show(m36)
def m37(): object(1)
show(m37)
def m38(): A1(1)
show(m38)
class Init:
    def __init__(self): return 3
def m39(): Init()
show(m39)
class New:
    def __new__(cls, *a): print("new", a); return super().__new__(cls)
    def __init__(self, *a): print("init", a)
New(1, 2)
class New2:
    def __new__(cls): return 5
    def __init__(self): print("never")
print(New2())
class New3:
    def __new__(cls, *a): return super().__new__(cls, *a)
def m40(): New3(1)
show(m40)
def m41(): A1.nope
show(m41)
def m42(): A1().nope
show(m42)
print(A1.__name__, A1.__qualname__, An.f.__qualname__)
A1.__name__ = "Renamed"; print(A1)
A1.__qualname__ = "Q.R"; print(A1)
def m43(): A1.__name__ = 3
show(m43)
def m44(): A1.__bases__ = ()
show(m44)
class B0: v = 0
class B1: v = 1
class Ch(B0): pass
Ch.__bases__ = (B1,); print(Ch.v, Ch.__mro__)
print(C.__class__, Meta.__class__)
class Outer:
    class Inner:
        def f(self): pass
    y = 5
    z = [y for _ in range(2)]
print(Outer.Inner, Outer.Inner.f, Outer.z)
