# python: 3.13
import math

cases = [
    lambda: [1, 2][5], lambda: {}["k"], lambda: "abc" + 1, lambda: 1 + "abc", lambda: int("12x"), lambda: float("y"),
    lambda: 1 // 0, lambda: 1.5 % 0, lambda: "a".index("b"), lambda: [].pop(), lambda: {}.popitem(), lambda: [1].remove(2),
    lambda: None.x, lambda: len(5), lambda: iter(5), lambda: next(iter([])), lambda: (1, 2)[0:1:0], lambda: "x" * "y",
    lambda: math.sqrt(-1), lambda: chr(-1), lambda: ord("ab"), lambda: sorted([1, "a"]), lambda: max([]), lambda: {}[[]],
    lambda: int("z", 99), lambda: b"a" + "b", lambda: "%d" % "x", lambda: "{} {}".format(1), lambda: "{x}".format(), lambda: [1, 2, 3].index(9),
    lambda: open("/nonexistent/file"), lambda: print(1, 2, sep=3), lambda: range(1.5), lambda: round("x"), lambda: abs("x"), lambda: sum(["a"]),
    lambda: type("X", (int, str), {}), lambda: object().foo, lambda: setattr(5, "x", 1), lambda: isinstance(1, 5), lambda: bytes([300]), lambda: "abc"[1.0],
]
for c in cases:
    try:
        print("no error:", c())
    except Exception as e:
        print(type(e).__name__, "|", e)
