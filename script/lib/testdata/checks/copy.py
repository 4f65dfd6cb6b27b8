import copy
import collections
import datetime


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


l = [1, [2, 3], {"a": [4]}, (5, [6]), {7}]
s, d = copy.copy(l), copy.deepcopy(l)
print(s == l, s is l, s[1] is l[1], d == l, d[1] is l[1], d[2]["a"] is l[2]["a"], d[3][1] is l[3][1], d[4] is l[4])
for x in (1, 1.5, "s", b"b", None, True, (1, 2), frozenset([1]), range(3), len, print, int, attempt, Ellipsis, NotImplemented):
    print(copy.copy(x) is x, copy.deepcopy(x) is x, end=" ")
print()
loop = []; loop.append(loop); dl = copy.deepcopy(loop); print(dl[0] is dl, dl is loop)
t = ([],); t[0].append(t); dt = copy.deepcopy(t); print(dt[0][0] is dt, dt is t)


class P:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v


p = P([1]); cp, dp = copy.copy(p), copy.deepcopy(p)
print(cp == p, cp.v is p.v, dp.v is p.v, dp.v, type(dp).__name__)


class Sl:
    __slots__ = ("a", "b")


x = Sl(); x.a = [1]; y = copy.deepcopy(x); print(y.a, y.a is x.a, hasattr(y, "b"), copy.copy(x).a is x.a)


class Own:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return "deep %s" % type(memo).__name__


print(copy.copy(Own()), copy.deepcopy(Own()), copy.deepcopy([Own()]))


class St:
    def __init__(self): self.n = 1
    def __getstate__(self): return {"n": 99}
    def __setstate__(self, s): self.n = s["n"] + 1


print(copy.copy(St()).n, copy.deepcopy(St()).n)


class Red:
    def __init__(self, a): self.a = a
    def __reduce__(self): return Red, (self.a * 2,)


print(copy.copy(Red(4)).a, copy.deepcopy(Red([1])).a)


class LS(list): pass
class DS(dict): pass


ls = LS([1, [2]]); ls.attr = [3]; c = copy.deepcopy(ls); print(c, type(c).__name__, c.attr, c.attr is ls.attr, c[1] is ls[1])
ds = DS(a=[1]); c = copy.copy(ds); print(c, type(c).__name__, c["a"] is ds["a"])
e = ValueError("x", [1]); e.extra = [2]; c = copy.copy(e); print(repr(c), c.extra, repr(copy.deepcopy(e)))
shared = [1]; pair = [shared, shared]; c = copy.deepcopy(pair); print(c[0] is c[1])
memo = {}; copy.deepcopy([shared], memo); print(len(memo) > 0)
print(copy.deepcopy(collections.OrderedDict(a=[1])), copy.copy(collections.defaultdict(list, a=[1])), copy.deepcopy(collections.deque([[1]], 3)), copy.deepcopy(datetime.timedelta(1)))
m = p.__eq__; attempt("method", lambda: copy.deepcopy(m).__self__ is p)
attempt("generator", copy.copy, (i for i in ()))
attempt("deep gen", copy.deepcopy, [(i for i in ())])
attempt("replace", copy.replace, 3)
class Rp:
    def __replace__(self, **k): return k
print(copy.replace(Rp(), a=1), copy.Error.__mro__[1].__name__)
ba = bytearray(b"x"); print(copy.copy(ba) is ba, copy.deepcopy(ba), copy.copy({1: 2}), copy.copy({1}), copy.deepcopy({(1, 2): [3]}))
