# Lists, tuples, ranges and strs: slices, comparisons, sorting, counting.
import random

random.seed(5)


def outcome(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def sliced(n, s):
    l = list(range(n))
    del l[s]
    m = list(range(n))
    m[s] = ["x"] * len(m[s])
    return l, m


for s in (slice(None), slice(2, 5), slice(5, 2), slice(None, None, 2), slice(None, None, -1), slice(7, 1, -3), slice(1, 100, 4), slice(-3, None)):
    for n in (0, 1, 8):
        print(s, n, *sliced(n, s), "abcdefgh"[:n][s], "äb€d😀fgh"[:n][s])
l = [1, 2, 3, 4, 5, 6]
l[1:3] = [20, 30, 31, 32]
l[4:6] = []
l[2:2] = l
print(l, outcome(lambda: l.__setitem__(slice(0, 4, 2), [1])))
l[len(l) :] = l[:2]
l[:0] = (0,)
print(l)

values = [0, 1, -1, 1.0, -0.0, 0.5, float("inf"), True, 2**70, "", "a", "ab", "é", (), (1,), (1, 2), (1.0, 2), ("a", 1), (True, (1, "x")), None, b"a", [1]]
print([[outcome(lambda: a == b) for b in values].count(True) for a in values])
print([[str(outcome(lambda: a < b))[0] for b in values] for a in values])
print([[hash(a) == hash(b) for b in values[:-1] if a == b].count(False) for a in values[:-1]])
nan = float("nan")
print((nan,) == (nan,), [nan] == [nan], nan in [nan], (1, nan) < (1, nan), (1, 2) < (1, nan))
deep = ()
for _ in range(50):
    deep = (deep, 1)
print(deep == deep, deep == (deep[0], 1), deep < (deep[0], 2), hash(deep) == hash((deep[0], 1)))


class Shrink:
    def __eq__(self, other):
        a.clear()
        return True


a, b = [1, Shrink(), 3], [1, 2, 3]
print(a == b, a)


def checked(xs, key, reverse):
    out = sorted(xs, key=key, reverse=reverse)
    k = key or (lambda x: x)
    order = [k(x) for x in out]
    for x, y in zip(order, order[1:]):
        assert not (x < y if reverse else y < x), (x, y)
    return out


makers = {
    "ints": lambda: random.randrange(-20, 20),
    "long": lambda: random.randrange(-(2**63), 2**63),
    "big": lambda: random.randrange(2**66),
    "floats": lambda: random.choice([0.0, -0.0, 1.5, -1.5, float("inf"), random.random() - 0.5]),
    "mixed": lambda: random.choice([1, 2.5, True, 2**64, -3.25]),
    "strs": lambda: "".join(random.choice("ab\0é\ud800z") for _ in range(random.randrange(12))),
    "pairs": lambda: (random.randrange(3), random.choice("xyz"), random.random() < 0.5),
}
for name, make in makers.items():
    for n in (0, 1, 2, 9, 40, 300):
        xs = [make() for _ in range(n)]
        for reverse in (False, True):
            out = checked(xs, None, reverse)
            stable = [i for i, x in checked(list(enumerate(xs)), lambda p: p[1], reverse)]
            assert [xs[i] for i in stable] == out
            if n == 9:
                print(name, ascii(out), stable)
print(outcome(lambda: sorted([1, "a"])), outcome(lambda: sorted([(1, 2), (1, "a")])), sorted([(1, "a"), (0, 2)]))
print(sorted([3.0, nan, 1.0]), max([1.0, 3, 2.5]), min(["b", "a"]), max([(1, 2), (1, 3)]), min(2.5, 1.5), max([0.0, -0.0]), max(1, True))

texts = ["", " ", "a", " a b  c ", "\ta\x1cb\x85c\u2028d\n", "één twee\u00a0drie ", "x,y,,z", "aXbXc\r\nd\re\x0bf\n\n"]
for s in texts:
    print(ascii([s.split(), s.rsplit(), s.split(","), s.split("X", 1), s.split(None, 1), s.splitlines(), s.splitlines(True), s.strip(), s.lstrip(), s.rstrip()]))
    print(ascii([s.find("c"), s.rfind("c"), s.count(""), s.count("X"), s.find(""), s.startswith(""), s.endswith("\n"), s.title(), s.capitalize(), s.swapcase(), s.casefold(), s.upper(), s.strip("a \t"), s.strip("é ")]))
    print(ascii([s.isalpha(), s.isspace(), s.isascii(), s.islower(), s[::-1], list(s), len(s), s.translate({97: "AA", 98: None, "c": 1}), s.replace("", "-"), s.partition(",")]))
for f in (lambda: "a".split(""), lambda: "a".split(b"x"), lambda: "abc".index("z"), lambda: "a".find(1), lambda: "a".startswith(1), lambda: "a".startswith(("b", 1)), lambda: "ab".startswith(("b", "a")), lambda: "abc".find("c", -1), lambda: "abc".startswith("b", 1)):
    print(outcome(f))

for f in ("%d", "%s", "%5d|%-5s", "%d%%", "%s %s", "%(a)s %(a)d", "%x", "%i", "%r"):
    for args in (3, -7, True, 2.9, "t", (1, 2), (1,), {"a": 4}, None, 2**70):
        print(f, "%", args, "->", outcome(lambda: f % args))

numbers = [0, 1, -1, 3, -7, 64, 2**53, 2**62, -(2**63), 2**63, -2.5, True]
for name, op in {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b, "%": lambda a, b: a % b, "&": lambda a, b: a & b, "|": lambda a, b: a | b, "^": lambda a, b: a ^ b}.items():
    print(name, [outcome(lambda: op(a, b)) for a in numbers for b in numbers])
print([outcome(lambda: a**b) for a in numbers for b in (0, 1, 2, 3, 5, 62, 63, 64, -1, 0.5)])
print([outcome(lambda: divmod(a, b)) for a in numbers for b in (1, -1, 7, -7, 0, 2.5)])
print([outcome(lambda: (a << b, a >> b)) for a in numbers[:10] for b in (0, 1, 61, 62, 63, 64, -1)])
print([0] * 3, [1, 2] * 3, (1, 2, 3) * 2, "ab" * 3, [[]] * 2, [1] * 0, [1] * -1)
print([x for x in range(3)], [c for c in "ab"], [k for k in {1: 2}], [p for p in {1: 2}.items()], list(range(5, 0, -2)), list({"a": 1}.values()), [x for x in (y for y in "xy")])
