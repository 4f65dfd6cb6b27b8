# python: 3.10
from dataclasses import dataclass, field, asdict, astuple, replace, fields, FrozenInstanceError


@dataclass(order=True)
class Item:
    name: str
    price: float = 0.0
    tags: list = field(default_factory=list, compare=False)
    total: float = field(init=False, repr=False, default=0)

    def __post_init__(self):
        self.total = self.price * 2


@dataclass(frozen=True, slots=True)
class Key:
    a: int
    b: str = "x"


@dataclass(kw_only=True)
class Sub(Item):
    extra: int


i = Item("pen", 1.5, ["a"])
print(i, i == Item("pen", 1.5), i < Item("zoo"), i.total, asdict(i), astuple(i))
print(replace(i, price=2.0).total, [f.name for f in fields(Item)], Sub(name="s", extra=3) if False else Key(1))
k = Key(1)
try:
    k.a = 2
except FrozenInstanceError as e:
    print(e)
print({k: 1}[Key(1)], hash(k) == hash(Key(1)))
try:
    Item()
except TypeError as e:
    print(e)
