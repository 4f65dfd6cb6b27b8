# python: 3.13
"""settrace-less profiling decorators, call counting, memo with weakrefs, registry by __init_subclass__, operator overloading: vectors, matrices, polynomials, intervals"""
import functools, itertools, math, operator, weakref, copy, pickle, sys
class Vec:
    __slots__ = ("_c",)
    def __init__(self, *c): object.__setattr__(self, "_c", tuple(map(float, c)))
    def __setattr__(self, k, v): raise AttributeError(f"{type(self).__name__} is immutable")
    def __getattr__(self, k):
        if k in "xyz" and len(k) == 1: return self._c["xyz".index(k)]
        raise AttributeError(k)
    def __iter__(self): return iter(self._c)
    def __len__(self): return len(self._c)
    def __getitem__(self, i): return type(self)(*self._c[i]) if isinstance(i, slice) else self._c[i]
    def __add__(self, o): return Vec(*map(operator.add, self, o)) if isinstance(o, Vec) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __mul__(self, o): return Vec(*(a * o for a in self)) if isinstance(o, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(map(operator.mul, self, o))
    def __neg__(self): return self * -1
    def __pos__(self): return self
    def __abs__(self): return math.hypot(*self)
    def __bool__(self): return any(self)
    def __eq__(self, o): return isinstance(o, Vec) and self._c == o._c
    def __hash__(self): return hash(self._c)
    def __repr__(self): return f"Vec({', '.join(f'{c:g}' for c in self)})"
    def __format__(self, s): return "<" + " ".join(format(c, s) for c in self) + ">"
    def __reduce__(self): return Vec, self._c
    def __round__(self, n=0): return Vec(*(round(c, n) for c in self))
    def __contains__(self, x): return x in self._c
    def __reversed__(self): return Vec(*reversed(self._c))
    def __complex__(self): return complex(*self._c[:2])
    def __lt__(self, o): return abs(self) < abs(o)
v, w = Vec(1, 2, 3), Vec(4, 5, 6)
print(v + w, sum([v, w]), 2 * v, v * 0.5, v @ w, -v, +v == v, abs(Vec(3, 4)), bool(Vec(0, 0)), v.x, v[1:], list(reversed(v)) if 0 else reversed(v), {v: 1}[Vec(1, 2, 3)], f"{v:.1f}", round(v * 1.26, 1), 2 in v, complex(v), sorted([w, v]), max(v, w), copy.deepcopy(v) == v, pickle.loads(pickle.dumps(v)), len(v), [*v], (lambda a, b, c: c)(*v))
for f in (lambda: v + 1, lambda: v * "a", lambda: v.q, lambda: setattr(v, "x", 1), lambda: v["a"], lambda: v > w, lambda: v >= w, lambda: int(v), lambda: v[9], lambda: v ** 2, lambda: v // 2, lambda: divmod(v, 2), lambda: v << 1, lambda: ~v, lambda: v & 1, lambda: float(v), lambda: [1][v], lambda: v(), lambda: next(v), lambda: range(v), lambda: "%d" % v, lambda: f"{v:q}"):
    try: print(f(), end=" ")
    except Exception as e: print(type(e).__name__, e)
class Poly:
    def __init__(self, *c):
        c = list(c)
        while c and not c[-1]: c.pop()
        self.c = c
    def __call__(self, x): return functools.reduce(lambda a, b: a * x + b, reversed(self.c), 0)
    def __add__(self, o):
        if isinstance(o, (int, float)): o = Poly(o)
        return Poly(*(a + b for a, b in itertools.zip_longest(self.c, o.c, fillvalue=0)))
    __radd__ = __add__
    def __mul__(self, o):
        if isinstance(o, (int, float)): o = Poly(o)
        r = [0] * (len(self.c) + len(o.c))
        for (i, a), (j, b) in itertools.product(enumerate(self.c), enumerate(o.c)): r[i + j] += a * b
        return Poly(*r)
    def __pow__(self, n, mod=None): return functools.reduce(operator.mul, [self] * n, Poly(1))
    def __sub__(self, o): return self + o * -1
    def __rsub__(self, o): return Poly(o) - self
    def __iadd__(self, o): self.c = (self + o).c; return self
    def __str__(self):
        t = [f"{'' if abs(a) == 1 and i else abs(a)}{'x' if i else ''}{str(i).translate(str.maketrans('0123456789', '⁰¹²³⁴⁵⁶⁷⁸⁹')) if i > 1 else ''}" for i, a in enumerate(self.c) if a]
        return " + ".join(reversed(t)) or "0"
    def __eq__(self, o): return self.c == getattr(o, "c", [o])
p = Poly(1, 0, 2); q = Poly(-1, 1)
print(p, q, p + q, p * q, q ** 3, p(2), p - p, 5 - q, p == Poly(1, 0, 2, 0), Poly(3) == 3, Poly() == 1); r = p; r += 1; print(p, r is p)
class Interval:
    cache = weakref.WeakValueDictionary()
    def __new__(cls, lo, hi):
        if (i := cls.cache.get((lo, hi))) is None: i = cls.cache[lo, hi] = super().__new__(cls); i.lo, i.hi = lo, hi
        return i
    def __and__(self, o): return Interval(max(self.lo, o.lo), min(self.hi, o.hi))
    def __or__(self, o): return Interval(min(self.lo, o.lo), max(self.hi, o.hi))
    def __contains__(self, x): return self.lo <= x <= self.hi
    def __index__(self): return self.hi - self.lo
    def __repr__(self): return f"[{self.lo}..{self.hi}]"
    def __iter__(self): return iter(range(self.lo, self.hi + 1))
    def __length_hint__(self): return 3
a, b = Interval(1, 5), Interval(3, 9)
print(a & b, a | b, 3 in a, a is Interval(1, 5), len(Interval.cache), list(range(10))[a], "x" * a, bin(a), hex(b), [*a & b], operator.length_hint(a), max(a), sum(b), dict(zip(a, b)), set(a) & set(b))
del b; import gc; gc.collect(); print(sorted(map(repr, Interval.cache.values())))
def counted(fn):
    @functools.wraps(fn)
    def inner(*a, **k): inner.calls += 1; return fn(*a, **k)
    inner.calls = 0; return inner
@counted
def ack(m, n): return n + 1 if not m else ack(m - 1, 1) if not n else ack(m - 1, ack(m, n - 1))
print(ack(2, 3), ack.calls, ack.__name__, ack.__wrapped__.__code__.co_argcount)
