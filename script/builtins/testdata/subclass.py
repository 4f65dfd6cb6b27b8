class MyList(list):
    def append(self, x):
        super().append(x * 2)

    def __getitem__(self, i):
        return ("got", super().__getitem__(i))

    def __len__(self):
        return super().__len__() + 100


l = MyList([1, 2])
l.append(3)
l.extra = "e"
print(l, l[0], len(l), list(l), l.extra, l == [1, 2, 6], l + [7], type(l + [7]).__name__, type(l[:1]).__name__, isinstance(l, list))
print([*l], sorted(l), bool(MyList()), l.index(2), l.copy(), type(l.copy()).__name__, l * 2, 2 in l, l.pop(), repr(l))
l += [9]
print(type(l).__name__, list(l), l.__dict__, MyList("ab"), MyList.__mro__[1])


class MyStr(str):
    def __new__(cls, value, tag="t"):
        self = super().__new__(cls, value)
        self.tag = tag
        return self

    def upper(self):
        return "UP:" + super().upper()

    def __len__(self):
        return 42


s = MyStr("abc", tag="x")
print(s, s.tag, s.upper(), len(s), s + "d", type(s + "d").__name__, s[0], s == "abc", hash(s) == hash("abc"), {s: 1}["abc"], {"abc": 2}[s])
print(type(s.strip()).__name__, type(s.lower()).__name__, f"{s}", "%s" % s, "-".join([s, s]), s.replace("a", "b"), repr(s), str(s), type(str(s)).__name__, s in "xabcx", "b" in s)


class MyInt(int):
    def __new__(cls, v, unit="m"):
        self = int.__new__(cls, v)
        self.unit = unit
        return self

    def __add__(self, o):
        return MyInt(int(self) + int(o), self.unit)

    def __repr__(self):
        return f"{int(self)}{self.unit}"


i = MyInt(5, "km")
print(i, i + 1, 1 + i, i * 2, type(i * 2).__name__, i.unit, i == 5, hash(i) == hash(5), [10, 20, 30, 40, 50, 60][i], i.bit_length(), f"{i}", f"{i:03d}", "%d" % i, str(i), int(i), range(i), -i, type(-i).__name__, i < 6, bool(i), {5: "five"}[i], isinstance(i, int))


class Temp(float):
    def __str__(self):
        return f"{float(self):.1f}C"


t = Temp("21.55")
print(t, repr(t), t + 1, type(t + 1).__name__, f"{t}", f"{t:.3f}", round(t), t > 21, Temp(), float(t), t.is_integer())


class Point(tuple):
    def __new__(cls, x, y):
        return super().__new__(cls, (x, y))

    @property
    def x(self):
        return self[0]


p = Point(1, 2)
a, b = p
print(p, p.x, a, b, p == (1, 2), hash(p) == hash((1, 2)), p + (3,), type(p + (3,)).__name__, p[1:], len(p), {p: 1}[(1, 2)], "%s-%s" % p)


class MySet(set):
    def add(self, x):
        print("adding", x)
        super().add(x)


m = MySet([1])
m.add(2)
m.update([3])
print(sorted(m), m == {1, 2, 3}, type(m | {4}).__name__, len(m), 2 in m, repr(MySet([5])), repr(MySet()))


class MyDict(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.log = []

    def __getitem__(self, k):
        self.log.append(k)
        return super().__getitem__(k)


d = MyDict(a=1, b=2)
print(d["a"], d.log, d.get("a"), d.log, d, dict(d), {**d}, list(d.items()), d | {"c": 3}, d == {"a": 1, "b": 2}, "%(a)s" % d, "{a}".format(**d), "{a}".format_map(d), d.log)


class E(Exception):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code

    def __str__(self):
        return f"[{self.code}] {self.args[0]}"


try:
    raise E(7, "bad")
except E as e:
    print(e, repr(e), e.args, e.code, isinstance(e, Exception))


class B(bytes):
    pass


class BA(bytearray):
    pass


print(B(b"ab"), B(b"ab") == b"ab", B(b"a") + b"b", type(B(b"ab")[0:1]).__name__, hash(B(b"a")) == hash(b"a"), B("é", "utf-8"))
ba = BA(b"ab")
ba.x = 1
ba.append(99)
print(ba, ba.x, BA(), BA(3))


class C(complex):
    pass


print(C(1, 2), C(1, 2) + 1, type(C(1)).__name__)


class En(enumerate):
    def __next__(self):
        i, v = super().__next__()
        return i, v * 2


print(list(En("ab")), type(En("a")).__name__)


class Z(zip):
    pass


class M(map):
    pass


class F(filter):
    pass


class R(reversed):
    pass


print(list(Z("ab", "cd")), list(M(str.upper, "ab")), list(F(None, [0, 1])), list(R([1, 2])), type(Z()).__name__)


class Prop(property):
    pass


class UsesProp:
    @Prop
    def v(self):
        "doc of v"
        return 5

    @v.setter
    def v(self, x):
        print("set", x)


u = UsesProp()
u.v = 9
print(u.v, type(UsesProp.__dict__["v"]).__name__, UsesProp.v.__doc__)
try:
    del u.v
except AttributeError as e:
    print(e)


class Num:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return ("add", self.v, o)

    def __radd__(self, o):
        return ("radd", self.v, o)

    def __iadd__(self, o):
        self.v += o
        return self

    def __matmul__(self, o):
        return "matmul"

    def __neg__(self):
        return "neg"

    def __round__(self, n=None):
        return ("round", n)

    def __divmod__(self, o):
        return "divmod"

    def __pow__(self, o, mod=None):
        return ("pow", o, mod)

    def __index__(self):
        return self.v

    def __float__(self):
        return 1.5

    def __complex__(self):
        return 2j

    def __abs__(self):
        return "abs"

    def __trunc__(self):
        return 3

    def __contains__(self, x):
        return x == 1

    def __getitem__(self, k):
        return k

    def __call__(self, *a, **k):
        return a, k

    def __format__(self, spec):
        return "fmt:" + spec

    def __bytes__(self):
        return b"by"

    def __dir__(self):
        return ["z", "a"]


n = Num(3)
print(n + 1, 1 + n, [1] + n if False else None, n @ n, -n, round(n), round(n, 2), divmod(n, 1), pow(n, 2), pow(n, 2, 5), n**3, hex(n), float(n), complex(n), abs(n), int(n), 1 in n, 2 in n)
print(n[1:2], n[1, 2], n[...], n(1, a=2), f"{n:>5}", bytes(n), dir(n), [0, 1, 2, 3, 4][n], range(n), "ab" * n)
n += 4
print(n.v, sum([n], 0), "%d" % n)
for expr in ("n - 1", "1 - n", "n < 1", "n[1] = 2", "del n[1]", "n ^ 1", "n -= 1", "~n", "with_ = n.missing"):
    try:
        exec(expr)
    except Exception as e:
        print(expr, "!", type(e).__name__, e)


class Meta(type):
    def __call__(cls, *a):
        print("making", cls.__name__)
        return super().__call__(*a)

    def __len__(cls):
        return 3

    def __iter__(cls):
        return iter("xy")

    def __contains__(cls, x):
        return x == 1

    def __instancecheck__(cls, o):
        return o == 5

    def __getitem__(cls, k):
        return ("item", k)


class WithMeta(metaclass=Meta):
    pass


WithMeta()
print(len(WithMeta), list(WithMeta), 1 in WithMeta, isinstance(5, WithMeta), isinstance(6, WithMeta), WithMeta[3])


class Slots:
    __slots__ = ("a", "b")


o = Slots()
o.a = 1
try:
    o.c = 2
except AttributeError as e:
    print(e)
try:
    o.b
except AttributeError as e:
    print(e)
print(o.a, hasattr(o, "__dict__"))


class Eq:
    def __eq__(self, o):
        return True


try:
    hash(Eq())
except TypeError as e:
    print(e)
print(Eq() == 1, 1 == Eq(), Eq() != 1, Eq() in [5], [Eq()] == [3], [1, 2].index(Eq()), (5,).count(Eq()))


class It:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


print(list(It()), sum(It()), max(It()), [*It()], dict(zip(It(), It())), tuple(map(str, It())), ",".join(str(x) for x in It()), 2 in It(), sorted(It(), reverse=True), set(It()) == {1, 2, 3})
a, *b = It()
print(a, b)
try:
    a, b = It()
except ValueError as e:
    print(e)
