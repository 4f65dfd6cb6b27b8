import copy
import enum
from enum import *


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", repr(f(*args, **kw)))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


class Color(Enum):
    "Colors."
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    def shout(self):
        return self.name + "!"

    @classmethod
    def default(cls):
        return cls.GREEN

    @property
    def pretty(self):
        return self.name.title()


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON)
print(list(Color), len(Color), Color.RED.shout(), Color.default(), Color.BLUE.pretty, Color, Color.__doc__)
print(dict(Color.__members__), Color.RED is Color(1), Color.RED == 1, Color.RED in Color, 3 in Color, 9 in Color, "x" in Color)
print({Color.RED: 1}[Color.CRIMSON], f"{Color.RED}", f"{Color.RED:>12}", "%s" % Color.GREEN, isinstance(Color.RED, Color), type(Color.RED))
print(list(reversed(Color)), bool(Color), Color.RED is copy.deepcopy(Color.RED), Color.__name__, type(Color))
attempt("call", Color, 7)
attempt("item", lambda: Color["PINK"])
attempt("attr", lambda: Color.PINK)
attempt("set", setattr, Color, "RED", 2)
attempt("del", delattr, Color, "RED")
attempt("set name", setattr, Color.RED, "name", 2)
attempt("subclass", lambda: type(Color)("Sub", (Color,), type(Color).__prepare__("Sub", (Color,))))
attempt("order", lambda: Color.RED < Color.BLUE)


def dup():
    class D(Enum):
        A = 1
        A = 2


attempt("dup", dup)


class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


print([m.value for m in Auto])


class Named(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last):
        return name + str(count)
    X = auto()
    Y = auto()


print([m.value for m in Named])


class Planet(Enum):
    MERCURY = (3.3, 2.4)
    EARTH = (5.9, 6.3)

    def __init__(self, mass, radius):
        self.mass, self.radius = mass, radius

    @property
    def density(self):
        return round(self.mass / self.radius, 3)


print(Planet.EARTH, Planet.EARTH.value, Planet.EARTH.mass, Planet.EARTH.density, Planet((3.3, 2.4)), repr(Planet.EARTH))


class WithNew(Enum):
    def __new__(cls, code, label):
        obj = object.__new__(cls)
        obj._value_ = code
        obj.label = label
        return obj
    OK = 200, "fine"
    BAD = 500, "broken"


print(WithNew(200), WithNew.BAD.label, WithNew.OK.value, repr(WithNew.OK))


class Num(IntEnum):
    ONE = 1
    TWO = 2


print(Num.ONE, repr(Num.ONE), Num.ONE + 1, Num.TWO > Num.ONE, Num.ONE == 1, f"{Num.TWO}", f"{Num.TWO:03d}", "%d" % Num.TWO, int(Num.TWO), [10, 20, 30][Num.ONE], sorted([Num.TWO, Num.ONE]), isinstance(Num.ONE, int), hash(Num.ONE) == hash(1), Num(2))


class S(StrEnum):
    HELLO = auto()
    BYE = "bye!"


print(S.HELLO, repr(S.HELLO), S.HELLO + "x", S.BYE.upper(), S("bye!"), S.HELLO == "hello", f"{S.HELLO:>8}", "-".join(S), {"hello": 1}[S.HELLO])


class Mixed(str, Enum):
    A = "a"


print(Mixed.A, repr(Mixed.A), Mixed.A == "a", f"{Mixed.A}", Mixed.A.upper(), "%s" % Mixed.A)


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R, repr(Perm.R | Perm.X), Perm.R | Perm.W, Perm.RW, list(Perm), len(Perm), Perm.R in Perm.RW, Perm.X in Perm.RW, ~Perm.R, Perm.RW & Perm.W, Perm.R ^ Perm.RW, Perm(0), bool(Perm(0)), bool(Perm.R), Perm(7), Perm(3) is Perm.RW)
print(list(Perm.RW), len(Perm.RW), (Perm.R | Perm.X).name, Perm(0).name, Perm.R.value, str(Perm.R | Perm.X), Perm)
attempt("flag", Perm, 8)
attempt("flag", Perm, "x")
attempt("flag or", lambda: Perm.R | 2)
attempt("flag in", lambda: 2 in Perm.R)


class IF(IntFlag):
    A = 1
    B = 2
    D = 8


print(IF.A | IF.B, repr(IF.A | IF.B), repr(IF(4)), repr(IF(5)), IF.A + 1, IF.A | 4, ~IF.A, repr(~IF.A), IF(0), repr(IF(0)), f"{IF.A | IF.D}", (IF.A | IF.D) == 9, list(IF(11)), int(IF.D), IF.A & 3, 2 | IF.A, repr(IF(16)))


class Conf(Flag, boundary=CONFORM):
    A = 1
    B = 2


class Ej(IntFlag, boundary=EJECT):
    A = 1


print(repr(Conf(7)), Ej(5), type(Ej(5)).__name__)


class Weekday(IntFlag):
    MON = 1
    SUN = 64

    @classmethod
    def today(cls):
        return cls.SUN


print(Weekday.today().name)


@unique
class U(Enum):
    A = 1
    B = 2


def nonunique():
    @unique
    class N(Enum):
        A = 1
        B = 1
        C = 1


attempt("unique", nonunique)


class Mem(Enum):
    A = 1
    helper = nonmember(5)

    @member
    def act():
        return "acted"


print(list(Mem.__members__), Mem.helper, Mem.act.value())
F = Enum("F", "a b c")
print(list(F), F.b.value, F.__module__)
print(list(Enum("G", {"x": 5, "y": 6})), list(IntEnum("H", ["p", "q"], start=0)), list(Flag("I", "m n o")), list(Enum("J", [("k", "v")])))


class Missing(Enum):
    A = "a"
    OTHER = "other"

    @classmethod
    def _missing_(cls, value):
        if value == "bad":
            return 5
        if value == "boom":
            raise KeyError("boom")
        if isinstance(value, str):
            return cls.__members__.get(value.upper(), cls.OTHER)


print(Missing("A"), Missing("zz"))
attempt("missing", Missing, 3)
attempt("missing", Missing, "bad")
attempt("missing", Missing, "boom")


class Base(Enum):
    def describe(self):
        return type(self).__name__ + ":" + str(self.value)

    def __str__(self):
        return "<<%s>>" % self.name


class Derived(Base):
    Q = 1


print(Derived.Q, Derived.Q.describe(), f"{Derived.Q}", isinstance(Derived.Q, Base))
attempt("no members", Base, 1)


class Unhash(Enum):
    L = [1, 2]
    M = {"a": 1}


print(Unhash([1, 2]), Unhash.M, [1, 2] in Unhash)


class Ordered(Enum):
    def __lt__(self, o):
        return self.value < o.value
    B = 2
    A = 1


print(sorted(Ordered), max(Ordered))
match Color.RED:
    case Color.GREEN:
        print("green")
    case Color.RED:
        print("red matched")


@verify(CONTINUOUS, UNIQUE)
class V(Enum):
    A = 1
    B = 2


def gap():
    @verify(CONTINUOUS)
    class W(Enum):
        A = 1
        B = 4


attempt("verify", gap)


class Sub(Enum):
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        print("init_subclass", cls.__name__, list(cls))


class SubReal(Sub):
    A = 1


class T(tuple, Enum):
    A = (1, 2)


print(T.A, T.A[1], T.A.value)


class Alias(Enum):
    name_ = 1
    value2 = 2
    _ignore_ = ["tmp"]
    tmp = 3


print(list(Alias), Alias.name_.name, auto.__name__, dir(Alias.name_))
import signal
print(Color.RED.__class__.__qualname__, Color.RED.__module__)
print(Perm.R.__or__(3), hash(Color.RED) == hash("RED"))
