# python: 3.11
from enum import Enum, IntEnum, Flag, auto, StrEnum, unique


class Color(Enum):
    RED = 1
    GREEN = auto()
    CRIMSON = 1

    @property
    def nice(self):
        return self.name.title()

    @classmethod
    def default(cls):
        return cls.GREEN


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()


class Mode(StrEnum):
    FAST = auto()
    SLOW = "s"


print(Color.RED, repr(Color.RED), Color(2), Color["RED"].value, Color.CRIMSON is Color.RED, list(Color), Color.RED.nice, Color.default())
print(Level.LOW < Level.HIGH, Level.HIGH + 1, repr(Level(1)), f"{Level.LOW} {Mode.FAST}", Mode("s"), Mode.FAST == "fast")
print(Perm.R | Perm.X, repr(Perm.R | Perm.W), Perm.R in (Perm.R | Perm.W), Perm(3), ~Perm.R, bool(Perm.R & Perm.W))
print(isinstance(Color.RED, Color), Color.RED == 1, {Color.RED: "r"}[Color.RED], Color.__members__["CRIMSON"], len(Color))
for bad in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 5)):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
match Color.RED:
    case Color.GREEN:
        print("green")
    case Color.RED:
        print("red")
