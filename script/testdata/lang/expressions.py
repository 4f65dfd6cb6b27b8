x = 5; name = "n"
print(f"{x}", f"{x=}", f"{x = }", f"{x!r}", f"{name!r:>6}", f"{x:03d}", f"{x:{x}}", f"{{}}", f"{x:{'>'}{10}}", f"{'a' 'b'}", f"{x + 1=}", f"{name=!s:>5}", f"{(lambda a: a)(3)}", f"{ {1: 2}[1] }", f"{x!a}", f"{'é'!a}")
print(f"{f'{f"{x}"}'}", f"{'\n'}", f"{"nested quotes"}", f'{x
}', f"""{
  x
  + 1
}""", rf"\d{x}", fr"{x}\n", f"{x:%}", f"{1.5:.3f}", f"{'a':*^5}", f"{x,}", f"{*[1],}", f"{x if x else 0}")
print(f"{x:{'0'}>{3}}", "%s %r %5.2f %d%%" % ("a", "b", 1.234, 5), "{0} {a} {0!r:>4}".format(1, a=2), f"{'{'}", f"{x:}}}" if 0 else "")
class F:
    def __format__(self, s): return f"<{s}>"
    def __str__(self): return "S"
    def __repr__(self): return "R"
print(f"{F()}", f"{F():abc}", f"{F()!s:>3}", f"{F()!r}", f"{F()=}", f"{F():{x}{x}}")
import datetime
print(f"{3:>{2+3}}|{3.14159:.{2}f}|{1e10:,}|{255:#x}|{-5:+}|{True}|{None}|{[1]}")
# walrus
print((y := 5), y, [z := i for i in range(3)], z, any((w := n) > 1 for n in [0, 2, 5]), w)
def wf():
    if (n := 10) > 5: return n
print(wf())
try: print(loopvar := [q for q in range(3)], q)
except NameError as e: print(e)
# comprehension scoping
i = "outer"; l = [i for i in range(3)]; print(i, l, {k: v for k, v in zip("ab", [1, 2])}, {c for c in "aa"})
class C:
    a = 1; b = [a for _ in range(1)] if 0 else 2
    try: c = [a for _ in range(1)]
    except NameError as e: print(e)
    d = [q for q in [a, b]]; e2 = (lambda: a) if 0 else 3
    f = [x for x in range(a)]
print(C.d, C.f)
def cf():
    fs = [lambda: v for v in range(3)]; return [f() for f in fs], locals().keys()
print(cf())
print([(a, b) for a in range(2) for b in range(a, 2) if a or b], [[j for j in range(i)] for i in range(3)])
def g():
    r = [locals() for _ in range(1)]; return r[0].keys()
print(g())
def cl():
    t = 1; return [t for _ in range(2)], (lambda: [t for _ in range(1)])()
print(cl())
print(__name__, __debug__, __doc__, "a" "b" 'c', r"\n", b"\x41", u"u", R"\d", Rb"\d", "\N{BULLET}", "\u00e9\x41\101\
cont")
print(1 < 2 < 3, 1 < 3 < 2, not 1 == 2, 1 is 1, 0 or "a", 1 and [], None or 0, "x" in "xyz" not in ["q"])
print(1 if 0 else 2, (1, 2) < (1, 3), [] == (), {1} <= {1, 2}, 10 ** -1, 2 ** 3 ** 2, -2 ** 2, 7 // -2, 7 % -3, ~5, 1 << 3 | 1 & 3 ^ 2, not not 1)
print(0x1F, 0o17, 0b11, 1_000, 1e3, 1_0.5e-1_0, 3j, .5, 5., 0xff_ff)
print(..., Ellipsis, NotImplemented, ())
import sys; print("err", file=sys.stderr); print("a", "b", sep="-", end="!\n"); print(*[1, 2], sep=", "); print()
type Vec = list[int]; print(Vec, Vec.__value__, type(Vec).__name__, Vec.__name__)
type G[T] = dict[str, T]; print(G, G.__type_params__, G[int], G.__value__)
def gf[T, *Ts, **P](x: T) -> T: return x
print(gf.__type_params__, gf(3), gf.__annotations__, [type(p).__name__ for p in gf.__type_params__])
class GC[T: int, U = str]:
    def m(self, x: T) -> "GC[T]": return x
print(GC.__type_params__, GC[int], GC.__orig_bases__, GC.__mro__, GC[int]().m(3), GC.__type_params__[0].__bound__, GC.__type_params__[1].__default__)
class GS(GC[int]): pass
print(GS.__orig_bases__, GS.__mro__)
def bnd[T: (int, str)](x: T): pass
print(bnd.__type_params__[0].__constraints__)
import typing; print(isinstance(gf.__type_params__[0], typing.TypeVar), typing.get_type_hints(GC.m) if 0 else "")
def ann():
    a: undefined_name = 1; b: int; return a
print(ann())
a: int = 3; b: "str"; print(__annotations__)
class An:
    x: int = 1; y: "fwd"; z: list["An"] = None
print(An.__annotations__)
lambda: (yield)
print((lambda *a, k=1, **kw: (a, k, kw))(1, 2, z=3), (lambda: 0).__name__)
print([x for x in "abc" if x != "b"], dict(a=1, **{"b": 2}), max([1, 5, 3], key=lambda v: -v))
if True: pass; print("semi"); x = 1
try: 1/0
except* ZeroDivisionError as eg: print(eg.exceptions)
@property
def p(self): pass
print(type(p))
nonlocal_test = 1
def nt():
    global nonlocal_test
    nonlocal_test += 1
    for nonlocal_test in range(10, 12): pass
    import os as nonlocal_os
    with open(__file__) as ff: pass
    return nonlocal_test
print(nt(), nonlocal_test)
print(globals()["nonlocal_test"], "nt" in dir(), vars()["x"], sorted(k for k in locals() if k.startswith("non")))
