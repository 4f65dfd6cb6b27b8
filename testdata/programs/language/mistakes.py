# python: 3.13
import dataclasses, enum, typing, abc, collections, functools, operator
from dataclasses import dataclass, field
@dataclass(order=True)
class P:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False, repr=False)
    z: typing.ClassVar[int] = 5
    w: dataclasses.InitVar[int] = 3
    def __post_init__(self, w): self.sum = self.x + self.y + w
print(P(1), P(1, 2) < P(2), P(1) == P(1), P(1).sum, dataclasses.asdict(P(1, tags=[1])), dataclasses.astuple(P(1)), [f.name for f in dataclasses.fields(P)], dataclasses.replace(P(1), y=9, w=1), P.__match_args__ if hasattr(P, "__match_args__") else 0)
@dataclass(frozen=True)
class Fz: a: int; b: "str" = "q"
print(Fz(1), hash(Fz(1)) == hash(Fz(1)), {Fz(1): 2}[Fz(1)])
for f in [lambda: setattr(Fz(1), "a", 2), lambda: delattr(Fz(1), "a"), lambda: P(), lambda: P(1, 2, 3, 4, 5), lambda: P(1) < 5, lambda: hash(P(1)), lambda: dataclasses.replace(Fz(1), q=1), lambda: dataclasses.asdict(5), lambda: dataclass(type("B", (), {"__annotations__": {"a": int, "b": int}, "a": 1})), lambda: dataclass(type("B", (), {"__annotations__": {"a": list}, "a": []})), lambda: dataclasses.fields(5), lambda: dataclasses.make_dataclass("M", ["x", ("y", int, 5)])(1), lambda: dataclasses.make_dataclass("M", ["1x"]), lambda: dataclass(eq=False, order=True)(type("B", (), {})), lambda: dataclasses.field(default=1, default_factory=list)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Color(enum.Enum):
    RED = 1; GREEN = 2; ALIAS = 1
    def hi(self): return self.name.lower()
    @classmethod
    def default(cls): return cls.GREEN
    @property
    def dbl(self): return self.value * 2
print(Color.RED, repr(Color.RED), Color(2), Color["RED"], list(Color), Color.ALIAS is Color.RED, Color.__members__, Color.RED.hi(), Color.default(), Color.GREEN.dbl, Color.RED in Color, isinstance(Color.RED, Color), len(Color), Color.RED == 1, {Color.RED: 1}, f"{Color.RED}", "%s" % Color.RED, format(Color.RED, ">12"))
class I(enum.IntEnum): A = 1; B = 2
class Fl(enum.Flag): R = enum.auto(); W = enum.auto(); X = enum.auto(); RW = R | W
class IF(enum.IntFlag): P = 1; Q = 2
class Auto(enum.Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    A = enum.auto(); B = enum.auto()
class Pl(enum.Enum):
    E = (1, "a"); M = (2, "b")
    def __init__(self, n, s): self.n = n; self.s = s
print(I.A < I.B, I.A + 1, repr(I.A), f"{I.A}", str(I.B), Fl.R | Fl.X, Fl.RW, Fl.R in Fl.RW, ~Fl.R, Fl(0), bool(Fl.R & Fl.W), IF.P | IF.Q, IF(7), IF.P | 8, Auto.A.value, Pl.M.s, Pl((1, "a")), list(Fl), Fl(3).name, list(Fl.RW) if hasattr(Fl.RW, "__iter__") else 0, sorted(I, reverse=True))
for f in [lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 5), lambda: Color.RED.BLUE, lambda: type("Sub", (Color,), {}), lambda: Color.RED < Color.GREEN, lambda: Color(), lambda: Fl(64), lambda: 1 in Color, lambda: delattr(Color, "RED"), lambda: setattr(Color.RED, "value", 3), lambda: enum.unique(enum.Enum("D", {"a": 1, "b": 1})), lambda: enum.Enum("F", "a b c").b, lambda: Color.RED + 1]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class StrE(str, enum.Enum): A = "a"
print(StrE.A, f"{StrE.A}", StrE.A == "a", StrE("a"), repr(StrE.A), StrE.A.upper(), [m.name for m in enum.Enum("Dyn", ["x", "y"], start=10)], enum.Enum("Dyn", ["x"], start=10).x.value)
class Desc:
    def __set_name__(self, o, n): print("set_name", o.__name__, n); self.n = "_" + n
    def __get__(self, i, o=None): return self if i is None else getattr(i, self.n, "unset")
    def __set__(self, i, v):
        if v < 0: raise ValueError(f"{self.n} < 0")
        setattr(i, self.n, v)
    def __delete__(self, i): print("del"); delattr(i, self.n)
class Meta(type):
    def __prepare__(name, bases, **kw): print("prepare", name, kw); return {"injected": 1}
    def __new__(m, n, b, d, **kw): print("new", n, sorted(k for k in d if not k.startswith("__"))); return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **kw): super().__init__(n, b, d)
    def __call__(c, *a): print("call", a); return super().__call__(*a)
    def __getattr__(c, n): return f"meta {n}"
    def __instancecheck__(c, i): return i == 5
    def __contains__(c, x): return x == 1
    def __len__(c): return 42
    def __iter__(c): return iter("abc")
    def __repr__(c): return f"<M {c.__name__}>"
    def __or__(c, o): return "or"
class W(metaclass=Meta, opt=3):
    d = Desc()
    def __init_subclass__(cls, flag=None, **kw): print("init_subclass", cls.__name__, flag); super().__init_subclass__(**kw)
    def __class_getitem__(cls, k): return f"{cls.__name__}[{k}]"
    def __getattr__(self, n):
        if n.startswith("dyn"): return n
        raise AttributeError(f"no {n}")
class V(W, flag=7): pass
w = V(); w.d = 3; print(w.d, w.dynx, V.foo, isinstance(5, W), 1 in W, len(W), list(W), W, W[int], W | 1, V.injected, hasattr(w, "zz")); del w.d; print(w.d)
for f in [lambda: setattr(w, "d", -1), lambda: w.zz, lambda: type("T", (int, str), {}), lambda: type("T", (bool,), {}), lambda: object.__new__(5), lambda: object(1), lambda: super().x, lambda: type("T", (W, object, W), {}), lambda: type("X", (object, W), {}), lambda: type("X", (), {"__slots__": ("a", "a b")}), lambda: type("X", (), {"__slots__": ("a",), "a": 1}), lambda: type("X", (int,), {"__slots__": ("a",)}), lambda: type("X", (), {"__init_subclass__": 5}) and 1, lambda: type(5, (), {}), lambda: type("X"), lambda: type("X", 5, {}), lambda: type("X", (5,), {}), lambda: W.__class_getitem__(), lambda: issubclass(5, int), lambda: isinstance(5, 5), lambda: int.__add__(1, "a"), lambda: int.__add__("a", 1), lambda: [].__getattribute__("q"), lambda: None.x, lambda: (1).real.foo, lambda: setattr(int, "q", 1), lambda: setattr(5, "q", 1), lambda: delattr(W(), "q"), lambda: abc.ABC() and type("A", (abc.ABC,), {"m": abc.abstractmethod(lambda s: 1), "n": abc.abstractmethod(lambda s: 1)})(), lambda: iter(5), lambda: next(5), lambda: reversed({1}), lambda: len(5), lambda: hash({}), lambda: {}[[]], lambda: {1: 2}[3], lambda: [1][1.0], lambda: (1, 2)["a"], lambda: 5[0], lambda: 5(), lambda: (lambda x: x)(), lambda: (lambda: 1)(1), lambda: (lambda *, k: 1)(), lambda: print(sep=5), lambda: print(foo=1), lambda: sorted([1, "a"]), lambda: sorted(5), lambda: int("5", base="x"), lambda: [].pop(), lambda: {}.popitem(), lambda: set().pop(), lambda: [1].remove(2), lambda: [1].index(2), lambda: {}.pop("a"), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: list(5), lambda: tuple(None), lambda: set([[]]), lambda: zip([1], strict=5, x=1), lambda: list(zip([1], [1, 2], strict=True)), lambda: map(1), lambda: list(map(1, [1])), lambda: enumerate(), lambda: range(), lambda: [*5], lambda: {**5}, lambda: print(*5), lambda: print(**5), lambda: dict(**{1: 2}), lambda: (lambda a: 1)(1, a=2), lambda: vars(5), lambda: open(5.5), lambda: exec(5), lambda: eval("1 +"), lambda: compile("x", "f", "bad"), lambda: getattr(5, 5), lambda: getattr(5, "q"), lambda: chr("a"), lambda: bin(1.5), lambda: memoryview(5), lambda: slice(), lambda: property(1).__get__(5), lambda: classmethod(), lambda: staticmethod(lambda: 1)(), lambda: functools.partial(), lambda: __import__("nope.x"), lambda: 1 @ 2, lambda: [] @ [], lambda: 1 if [] > 5 else 2, lambda: {} | 5, lambda: {1} & [1], lambda: {1} <= 5, lambda: not_defined, lambda: "a" * "b", lambda: [1] * [2], lambda: [1] + 5, lambda: -[], lambda: ~1.5, lambda: 5 in 5, lambda: 1 << 1.5, lambda: 2 ** "a", lambda: divmod("a", 1), lambda: abs(None), lambda: round(1, "a"), lambda: sum(5), lambda: sum([[1]], 5), lambda: max(), lambda: max(5), lambda: min([], key=5), lambda: any(5), lambda: bool(type("B", (), {"__bool__": lambda s: 5})()), lambda: len(type("B", (), {"__len__": lambda s: -1})()), lambda: str(type("B", (), {"__str__": lambda s: 5})()), lambda: repr(type("B", (), {"__repr__": lambda s: None})()), lambda: hash(type("B", (), {"__hash__": lambda s: "x"})()), lambda: hash(type("B", (), {"__eq__": lambda s, o: 1})()), lambda: iter(type("B", (), {"__iter__": lambda s: 5})()), lambda: [1, 2][type("B", (), {"__index__": lambda s: "x"})()], lambda: int(type("B", (), {"__int__": lambda s: "x"})()), lambda: format(5, 5), lambda: "{:{}}".format(1, "zz")]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
