# python: 3.10
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def describe(v):
    match v:
        case 0 | 1:
            return "small"
        case int(n) if n < 0:
            return f"negative {n}"
        case bool() | float():
            return "other number"
        case "hello" | "hi":
            return "greeting"
        case str(s) if s.isupper():
            return f"shout {s}"
        case []:
            return "empty"
        case [x]:
            return f"one {x}"
        case [first, *rest] if len(rest) > 2:
            return f"{first} and {len(rest)} more"
        case (a, b):
            return f"pair {a} {b}"
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": t, **others}:
            return f"{t} with {sorted(others)}"
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on y at {y}"
        case Point() as p:
            return f"point {p}"
        case None:
            return "none"
        case _:
            return "unknown"


for v in (0, 1, -5, 2.5, "hi", "HEY", "x", [], [1], (1, 2), [1, 2, 3, 4], {"type": "circle", "r": 2}, {"type": "sq", "a": 1},
          Point(0, 0), Point(0, 5), Point(1, 2), None, {1}, 100):
    print(describe(v))
