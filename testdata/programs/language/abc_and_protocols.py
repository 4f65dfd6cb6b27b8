# python: 3.12
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sized, Mapping, Callable, Hashable, Iterator, Awaitable
from typing import Protocol, runtime_checkable, NamedTuple, Generic, TypeVar, Optional, Union


class Shape(ABC):
    @abstractmethod
    def area(self): ...

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name}: {self.area():.1f}"


class Square(Shape):
    name = "square"

    def __init__(self, a):
        self.a = a

    def area(self):
        return self.a ** 2


try:
    Shape()
except TypeError as e:
    print(e)
print(Square(3).describe())


@runtime_checkable
class HasArea(Protocol):
    def area(self): ...


print(isinstance(Square(1), HasArea), isinstance(5, HasArea))
print(isinstance([], Iterable), isinstance({}, Mapping), isinstance(5, Sized), isinstance(len, Callable), isinstance([], Hashable), isinstance(iter([]), Iterator))


class Bag:
    def __len__(self):
        return 3


print(isinstance(Bag(), Sized))
T = TypeVar("T")


class Box(Generic[T]):
    def __init__(self, v: T):
        self.v = v


class P(NamedTuple):
    x: int
    y: int = 5


print(Box[int](4).v, P(1), P(1)._replace(x=3), P(1)._asdict(), P._fields, P(1) == (1, 5), Optional[int], Union[int, str], list[int], dict[str, int])


def f(a: int, b: "str" = "x") -> bool: ...


print(f.__annotations__)
