# python: 3.11
"""What counts as a sequence or a mapping to a pattern: inherited, registered, or not at all."""
import collections
import collections.abc
import types


class Pair(collections.abc.Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]


class Late:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return "ab"[i]


class Later(Late):
    pass


class Config(collections.abc.Mapping):
    def __init__(self, **d):
        self.d = d

    def __getitem__(self, k):
        return self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


def tell(v):
    match v:
        case []:
            return "nothing"
        case [x]:
            return f"one, {x}"
        case [x, *rest]:
            return f"{x} and {len(rest)} more"
        case {"host": h, **others}:
            return f"at {h}, {others}"
        case {}:
            return "a mapping"
        case _:
            return "no idea"


for v in (collections.deque([7]), collections.deque(), Pair(1, 2, 3), range(4), (), "text", b"bytes", {1}, iter([1]),
          Config(host="h", port=1), Config(), types.MappingProxyType({"host": "p"}), collections.OrderedDict(host="o"),
          collections.UserDict({"host": "u"}), collections.UserList([1, 2]), collections.ChainMap({"host": "c"}),
          memoryview(b"xy"), collections.Counter("aab"), Late(), Later()):
    print(type(v).__name__, "->", tell(v))
collections.abc.Sequence.register(Late)
print(tell(Late()), "|", tell(Later()))
try:
    raise ExceptionGroup("from a deque", collections.deque([ValueError(1)]))
except* ValueError as e:
    print(repr(e.exceptions))
