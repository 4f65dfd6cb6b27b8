import functools
from functools import *


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


def add(a, b=2, *c, **d):
    "adds"
    return (a, b, c, d)


p = partial(add, 1, x=3)
print(p(), p(5), p(5, 6, y=7), p(x=4))
print(p.args, p.keywords, p.func is add)
print(partial(int, "10", base=2), partial(int, base=2)("101"))
q = partial(p, 9, z=1)
print(q.args, q.keywords, q.func is add)
attempt("partial", partial)
attempt("partial", partial, 3)
print(partial(print, sep="-").keywords)


class C:
    def base(self, *a, **k):
        return (type(self).__name__, a, k)
    one = partialmethod(base, 1, k=2)
    two = partialmethod(one, 2)

    @staticmethod
    def st(*a):
        return a
    s = partialmethod(st, "s")


print(C().one(), C().one(5, k=3), C().two(7), C().s(1))


@wraps(add)
def w(*a):
    return add(*a)


print(w.__name__, w.__doc__, w.__wrapped__ is add, w.__module__, w.__qualname__)


class CallableObject:
    def __call__(self):
        pass


update_wrapper(w, CallableObject())
print(w.__name__, w.__doc__)
print(WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES)

calls = []


@lru_cache(maxsize=2)
def sq(x, y=0):
    "square"
    calls.append((x, y))
    return x * x + y


print(sq(1), sq(2), sq(1), sq(3), sq(2), sq(1), calls)
print(sq.cache_info(), sq.cache_parameters(), sq.__name__, sq.__doc__)
print(sq(1, y=0), sq(1, 0), sq.cache_info())
sq.cache_clear()
print(sq.cache_info(), sq.cache_info().hits, sq.__wrapped__(7))


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), fib.cache_info())


@lru_cache
def ident(x):
    return x


print(ident(3), ident(3.0), ident.cache_info())


@lru_cache(typed=True)
def tident(x):
    return x


print(tident(3), tident(3.0), tident.cache_info())


@lru_cache(maxsize=0)
def nocache(x):
    return x


nocache(1), nocache(1)
print(nocache.cache_info())
attempt("unhashable", ident, [])
attempt("bad maxsize", lru_cache, "x")


@cache
def fails(x):
    raise ValueError(x)


attempt("fails", fails, 1)
attempt("fails", fails, 1)
print(fails.cache_info())


class M:
    def __init__(self):
        self.n = 0

    @lru_cache(maxsize=None)
    def m(self, x):
        self.n += 1
        return x * 2

    @cached_property
    def prop(self):
        "a property"
        self.n += 10
        return self.n


m = M()
print(m.m(1), m.m(1), m.n, M.m.cache_info())
print(m.prop, m.prop, m.__dict__, M.prop.__doc__, M.prop.attrname)
m.prop = 3
print(m.prop)
del m.prop
print(m.prop)


class Slotted:
    __slots__ = ()
    p = cached_property(lambda self: 1)


attempt("slots", lambda: Slotted().p)

print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(max, [], 4), reduce(lambda a, b: a * b, range(1, 20), 2))
attempt("reduce", reduce, max, [])
attempt("reduce", reduce, max, 3)


@total_ordering
class V:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v if isinstance(o, V) else NotImplemented

    def __lt__(self, o):
        return self.v < o.v if isinstance(o, V) else NotImplemented


@total_ordering
class G:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        return self.v == o.v

    def __ge__(self, o):
        return self.v >= o.v


for cls in (V, G):
    a, b, c = cls(1), cls(2), cls(1)
    print(a < b, a <= b, a > b, a >= b, a <= c, a >= c, a < c, a > c)
attempt("mixed", lambda: V(1) <= 3)
attempt("none", total_ordering, type("N", (), {}))


def by_len(a, b):
    return len(a) - len(b)


print(sorted(["ccc", "a", "bb"], key=cmp_to_key(by_len)))
k = cmp_to_key(by_len)
print(k("a") < k("bb"), k("a") == k("b"), k("aa") > k("b"), k("x").obj)
attempt("hash", lambda: hash(k("a")))


@singledispatch
def describe(x, extra=None):
    "describes"
    return "object"


@describe.register
def _(x: int, extra=None):
    return "int %s" % extra


@describe.register(str)
def describe_str(x, extra=None):
    return "str"


@describe.register
def _(x: list | tuple, extra=None):
    return "sequence"


import collections.abc
describe.register(collections.abc.Mapping, lambda x: "mapping")


class Sub(int):
    pass


class D(dict):
    pass


for v in (1, True, Sub(3), "s", [1], (1,), {}, D(), 2.5, None):
    print(describe(v))
print(describe(1, extra=5), describe.dispatch(bool) is describe.registry[int], describe.__name__, describe.__doc__)
print(sorted(c.__name__ for c in describe.registry))
print(describe_str.__name__)
attempt("noargs", describe)
attempt("noclass", describe.register, 3, len)


class Iter1(collections.abc.Iterable, collections.abc.Container):
    def __iter__(self): return iter(())
    def __contains__(self, x): return False


@singledispatch
def amb(x): return "o"


amb.register(collections.abc.Iterable, lambda x: "iterable")
amb.register(collections.abc.Sized, lambda x: "sized")
print(amb(Iter1()))


class Neg:
    @singledispatchmethod
    def neg(self, arg):
        raise NotImplementedError("cannot " + type(arg).__name__)

    @neg.register
    def _(self, arg: int):
        return -arg

    @neg.register(bool)
    def _(self, arg):
        return not arg

    @singledispatchmethod
    @classmethod
    def make(cls, arg):
        return cls.__name__, arg

    @make.register
    @classmethod
    def _(cls, arg: str):
        return cls.__name__, "str", arg


print(Neg().neg(5), Neg().neg(True), Neg.make(1), Neg.make("s"))
attempt("neg", Neg().neg, "x")
print(cached_property.__module__, partial.__module__)
import copy
pp = copy.copy(p)
print(pp.args, pp.keywords, pp(4))
print(sorted(functools.__all__))
