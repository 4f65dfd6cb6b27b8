import collections
from collections import *
import copy


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


print(sorted(collections.__all__))
d = deque([1, 2, 3])
d.append(4); d.appendleft(0)
print(d, len(d), d[0], d[-1], list(reversed(d)), d.maxlen)
print(d.pop(), d.popleft(), d)
d.extend([7, 8]); d.extendleft([9, 10]); print(d)
d.rotate(2); print(d); d.rotate(-3); print(d)
d.insert(1, "i"); print(d); d.remove("i"); print(d)
d.reverse(); print(d, d.index(7), d.count(7), 7 in d, 99 in d)
d[1] = "set"; del d[0]; print(d)
attempt("pop", deque().pop)
attempt("popleft", deque().popleft)
attempt("remove", d.remove, 1000)
attempt("index", d.index, 1000)
attempt("getitem", lambda: d[100])
attempt("getitem", lambda: d["a"])
attempt("slice", lambda: d[1:2])
m = deque(maxlen=3)
for i in range(5):
    m.append(i)
print(m); m.appendleft("l"); print(m, m.maxlen)
attempt("insert", m.insert, 0, 1)
attempt("maxlen", deque, [], -1)
attempt("maxlen", deque, [], "x")
attempt("hash", hash, d)
print(deque("abc") + deque("d"), deque("ab") * 2, deque([1, 2]) < deque([1, 3]), deque([1]) == deque([1]), deque([1]) == [1])
attempt("add", lambda: deque() + [1])
z = deque(maxlen=2); z += "abc"; z *= 2; print(z, z.copy(), copy.copy(z), copy.deepcopy(z))
r = deque([1]); r.append(r); print(r)
def mutate():
    q = deque([1, 2, 3])
    for x in q:
        q.append(x)
attempt("mutate", mutate)
big = deque()
for i in range(200):
    big.append(i)
    if i % 3: big.popleft()
print(len(big), big[0], big[-1], sum(big))
for i in range(50): big.appendleft(-i)
print(len(big), big[0], big[10], bool(big), bool(deque()))
big.clear(); print(big)
class SubD(deque): pass
print(SubD([1], 3), repr(SubD("a")), isinstance(SubD().copy(), SubD))

dd = defaultdict(list)
dd["a"].append(1); dd["b"].append(2); dd["a"].append(3)
print(dd, dict(dd), dd.get("zz"), "zz" in dd, dd.default_factory)
attempt("missing", lambda: defaultdict()["k"])
attempt("factory", defaultdict, 3)
print(defaultdict(int, {"x": 1}, y=2), defaultdict(None), dd.copy() == dd, type(dd.copy()).__name__)
print(defaultdict(int, a=1) | {"b": 2}, {"b": 1} | defaultdict(int, b=5))
tree = lambda: defaultdict(tree)
t = tree(); t["x"]["y"]["z"] = 1
print(list(t["x"]["y"]))

c = Counter("abracadabra")
print(c, c["z"], c.most_common(2), c.total(), sorted(c.elements()))
c.update("aab"); print(c); c.subtract({"a": 10, "q": 1}); print(c)
print(+c, -c, Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=4))
print(Counter(a=3, b=1) & Counter(a=1, b=4), Counter(a=3, b=1) | Counter(a=1, b=4))
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=2) >= Counter(a=1))
del c["nope"]; print(Counter(), Counter([]), c.copy() == c, Counter({"a": 2}, b=1), list(Counter("hello")))
attempt("fromkeys", Counter.fromkeys, "ab")
k = Counter(a=1); k += Counter(b=2); k["a"] -= 5; k += Counter(); print(k)
print(Counter(a=1, b="x") if False else Counter(dict(a=2)).most_common())

o = OrderedDict(a=1, b=2, c=3)
o.move_to_end("a"); print(o); o.move_to_end("c", last=False); print(o, list(o))
print(o.popitem(), o.popitem(last=False), o, OrderedDict())
attempt("popitem", OrderedDict().popitem)
attempt("move", o.move_to_end, "zz")
print(OrderedDict([(1, 2), (3, 4)]) == OrderedDict([(3, 4), (1, 2)]), OrderedDict([(1, 2), (3, 4)]) == {3: 4, 1: 2})
print(OrderedDict.fromkeys("ab", 0), list(reversed(OrderedDict.fromkeys("ab"))), o.pop("b", None), o.setdefault("n", 5), o | {"q": 1})
attempt("pop", o.pop, "gone")
print(o.copy(), copy.deepcopy(o))

P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=9), P._make([3, 4]), P.__doc__, P.x.__doc__)
print(p == (1, 2), hash(p) == hash((1, 2)), len(p), [*p], P.__name__, P.__module__, P.__match_args__, isinstance(p, tuple))
D = namedtuple("D", ["a", "b", "c"], defaults=[10, 20])
print(D(1), D(1, 2), D(1, c=3), D._field_defaults)
attempt("few", P, 1)
attempt("none", P)
attempt("many", P, 1, 2, 3)
attempt("manyD", D, 1, 2, 3, 4)
attempt("dup", P, 1, x=2)
attempt("unknown", P, 1, 2, z=3)
attempt("replace", p._replace, q=1)
attempt("make", P._make, [1])
attempt("keyword", namedtuple, "Q", "class x")
attempt("dupfield", namedtuple, "Q", "x x")
attempt("under", namedtuple, "Q", "_x")
attempt("ident", namedtuple, "Q", "1x")
attempt("defaults", namedtuple, "Q", "x", defaults=(1, 2))
attempt("set", setattr, p, "x", 3)
print(namedtuple("R", "class x x _y", rename=True)._fields, namedtuple("E", "")())
class PP(P):
    __slots__ = ()
    def norm(self): return self.x + self.y
print(PP(3, 4), PP(3, 4).norm(), copy.copy(PP(1, 2)))
match p:
    case P(x=1, y=yy): print("matched", yy)
match p:
    case P(a, b): print("positional", a, b)
print(sorted([P(2, 1), P(1, 5)]), copy.replace(p, y=0))

cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(cm, cm["a"], cm["b"], len(cm), list(cm), cm.maps, "b" in cm, cm.get("z", 0))
cm["b"] = 9; print(cm); ch = cm.new_child({"n": 1}); print(ch, ch.parents == cm, dict(ch))
attempt("del", cm.__delitem__, "zz")
attempt("get", cm.__getitem__, "zz")
attempt("pop", cm.pop, "zz")
attempt("popitem", ChainMap().popitem)
print(cm | {"x": 1}, cm.new_child(k=1), bool(ChainMap()))

class U(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 2)
u = U({"a": 1}, b=2); print(u, u.data, u["a"], u | {"c": 1}, len(u), "a" in u, u.get("q"), u.copy(), list(u.items()))
attempt("u", lambda: u["nokey"])
l = UserList([3, 1, 2]); l.sort(); l.append(5); print(l, l[0], l[1:], l + [1], [0] + l, l * 2, len(l), l == [1, 2, 3, 5], l.index(2), 3 in l)
l.extend([1]); l.insert(0, "f"); del l[1]; print(l.pop(), l, l.count(2), list(reversed(l)))
s = UserString("hello"); print(s, repr(s), s.upper(), s + " you", s[1:3], s.find("l"), s == "hello", len(s), s.split("l"), s % () , "ell" in s, type(s.title()).__name__, hash(s) == hash("hello"), s.join("ab"), s.startswith("he"))
