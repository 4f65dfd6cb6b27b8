import copy
import dataclasses
from dataclasses import *
from typing import ClassVar, Optional


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", repr(f(*args, **kw)))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


@dataclass
class Point:
    x: int
    y: int = 0

    def norm(self): return self.x ** 2 + self.y ** 2


p = Point(3)
print(p, Point(3, 4).norm(), p == Point(3, 0), p != Point(1), p == (3, 0), Point.__doc__, Point.__match_args__, Point.y)
print(Point(x=1, y=2), Point(1, y=5), asdict(p), astuple(p), replace(p, y=9), copy.replace(p, x=7))
attempt("none", Point)
attempt("many", Point, 1, 2, 3)
attempt("unknown", Point, 1, z=2)
attempt("double", Point, 1, x=2)
attempt("hash", hash, p)
attempt("order", lambda: p < Point(4))
attempt("replace", replace, p, q=1)
attempt("asdict", asdict, 3)
attempt("fields", fields, 3)
print([f.name for f in fields(Point)], [f.name for f in fields(p)], fields(p)[1].default, fields(p)[0].default is MISSING, fields(p)[0].type, is_dataclass(p), is_dataclass(Point), is_dataclass(3))
print(repr(fields(Point)[1])[:50])


@dataclass(order=True, frozen=True)
class Ver:
    major: int
    minor: int = 0
    tag: str = field(default="", compare=False, repr=False)


a, b = Ver(1, 2, "a"), Ver(1, 3)
print(a < b, a <= b, a > b, a >= b, a == Ver(1, 2, "zz"), hash(a) == hash(Ver(1, 2)), sorted([b, a]), {a: 1}[Ver(1, 2)], a)
attempt("frozen", setattr, a, "major", 2)
attempt("frozen new", setattr, a, "zz", 2)
attempt("frozen del", delattr, a, "major")
attempt("lt", lambda: a < 3)


@dataclass
class Inv:
    name: str
    items: list[str] = field(default_factory=list)
    total: float = field(init=False)
    scale: InitVar[int] = 2
    count: ClassVar[int] = 0
    opt: Optional[str] = None

    def __post_init__(self, scale):
        self.total = len(self.items) * scale


i = Inv("n", ["a", "b"], 5)
print(i, Inv("z"), Inv("z").items is Inv("z").items, Inv("q", scale=3, items=["x"]).total, Inv.count, [f.name for f in fields(Inv)])
print(asdict(i), astuple(i), Inv.__match_args__)
attempt("replace", replace, i, name="k")
attempt("replace init=False", replace, i, total=3, scale=1)


def bad1():
    @dataclass
    class B:
        x: list = []


def bad2():
    @dataclass
    class B:
        x: int = 1
        y: int


def bad3():
    field(default=1, default_factory=int)


def bad4():
    @dataclass
    class B:
        x = field()


def bad5():
    @dataclass(eq=False, order=True)
    class B:
        x: int


def bad6():
    @dataclass
    class B(Ver):
        q: int = 0


def bad7():
    @dataclass(order=True)
    class B:
        q: int = 0
        def __lt__(self, o): pass


for n in range(1, 8):
    attempt("bad%d" % n, globals()["bad%d" % n])


@dataclass(kw_only=True)
class Kw:
    a: int
    b: int = 5


print(Kw(a=1), Kw.__match_args__, Kw.__doc__)
attempt("kw", Kw, 1)
attempt("kw", Kw)
attempt("kw", Kw, b=1)


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int
    c: int = field(default=3, kw_only=False)


attempt("mixed", Mixed, 1, b=2)
attempt("mixed", Mixed, 1, 2)
attempt("mixed", Mixed, 1, 2, 3, b=2)


@dataclass(slots=True)
class Sl:
    x: int
    y: int = 5

    def who(self): return self.x + self.y


s = Sl(1)
print(s, s.who(), Sl.__slots__, hasattr(s, "__dict__"))
attempt("slot", setattr, s, "zz", 1)


@dataclass(slots=True, frozen=True)
class Fs:
    x: int = 1


print(Fs(), copy.copy(Fs(4)), copy.deepcopy(Fs(4)) == Fs(4))
attempt("fs", setattr, Fs(), "x", 1)


@dataclass
class Base:
    a: int
    b: str = "b"


@dataclass
class Child(Base):
    c: float = 1.5
    b: str = "child"


print(Child(1), Child(1, "x", 2.5), [f.name for f in fields(Child)], Child(1) == Base(1))


@dataclass(repr=False, eq=False)
class Plain:
    x: int


print(Plain(1) == Plain(1), "Plain object" in repr(Plain(1)), hash(Plain(1)) is not None)


@dataclass(unsafe_hash=True)
class Uh:
    x: int
    y: int = field(default=1, hash=False)


print(hash(Uh(1, 2)) == hash(Uh(1, 3)))


@dataclass
class Custom:
    x: int
    def __repr__(self): return "custom!"
    def __eq__(self, o): return True


print(Custom(1), Custom(1) == 5, Custom.__hash__)


@dataclass
class Node:
    v: int
    next: "Node | None" = None
    kids: list = field(default_factory=list)


n = Node(1, Node(2), [Node(3), (Node(4),), {"k": Node(5)}])
print(n)
print(asdict(n))
print(astuple(n))
n.next = n
print(n)
print(asdict(Point(1, 2), dict_factory=lambda kv: sorted(kv)), astuple(Point(1), tuple_factory=list))
C = make_dataclass("C", ["x", ("y", int), ("z", int, field(default=5))], namespace={"add": lambda self: self.y + self.z}, bases=(Base,)) if False else make_dataclass("C", [("y", int), ("z", int, field(default=5))], namespace={"add": lambda self: self.y + self.z})
print(C(1), C(1).add(), C.__module__, C.__doc__)
attempt("make", make_dataclass, "D", ["class"])
attempt("make", make_dataclass, "D", ["a", "a"])
f = field(default=1, metadata={"unit": "m"})
print(f.metadata["unit"], f.default)
match Point(1, 2):
    case Point(x=1, y=q): print("kw", q)
match Point(1, 2):
    case Point(q, 2): print("pos", q)


@dataclass
class Desc:
    q: "ClassVar[int]" = 3
    w: "int" = 4
    i: "InitVar[int]" = 5


print([f.name for f in fields(Desc)], Desc(), InitVar[int], InitVar[list[int]])


@dataclass
class WithProp:
    _v: int = 1
    @property
    def v(self): return self._v * 2


print(WithProp(4).v, Point.__init__.__name__, Point.__init__.__qualname__, Point.__eq__.__qualname__, Inv.__init__.__annotations__)
print(Point.__dataclass_params__)
print(repr(MISSING)[:30], KW_ONLY.__class__.__name__)
from abc import ABC, abstractmethod
@dataclass
class Abs(ABC):
    x: int
    @abstractmethod
    def f(self): ...
attempt("abs", Abs, 1)
from typing import Generic, TypeVar
T = TypeVar("T")
@dataclass
class Gen(Generic[T]):
    v: T
print(Gen[int](3), Gen("s"))
print(sorted(dataclasses.__all__))
