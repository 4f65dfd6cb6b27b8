# Names are bound when the whole pattern has matched; items that nobody looks
# at are not taken.
from collections import UserDict, defaultdict, deque
from collections.abc import Sequence


def first(subject):
    x = "old"
    match subject:
        case (x, 3):
            return "three", x
        case (x, 4) | [x, 5, _]:
            return "alternatives", x
        case {"a": x, **rest} if rest:
            return "rest", x, rest
    return "none", x


for s in (1, 3), (1, 9), (7, 4), (8, 5, 0), {"a": 1}, {"a": 1, "b": 2}:
    print(s, first(s))


class Noisy(Sequence):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        print("len")
        return self.n

    def __getitem__(self, i):
        print("item", i)
        if i >= self.n:
            raise IndexError(i)
        return i * 10


match Noisy(5):
    case [a, *_, z]:
        print(a, z)
match Noisy(2):
    case [_, _]:
        print("two")
match Noisy(3):
    case [*_]:
        print("any")
match range(1 << 40):
    case [x, y, *_, z]:
        print(x, y, z)
match deque([1, 2]):
    case [p, q]:
        print(p, q)

d = defaultdict(list)
match d:
    case {"missing": v}:
        print("made up", v)
    case _:
        print("no such key", dict(d))


class Shouting(UserDict):
    def __missing__(self, key):
        return key.upper()


match Shouting({"k": 1}):
    case {"k": k, "other": o}:
        print(k, o)
    case {"k": k}:
        print("only", k)


class Keys:
    A = "a"


try:
    match {"a": 1}:
        case {Keys.A: _, "a": _}:
            pass
except ValueError as e:
    print(e)

for text in ("match x:\n case {f'': _}: pass", "match x:\n case (None | _) | _: pass"):
    try:
        compile(text, "<text>", "exec")
    except SyntaxError as e:
        print(e)
