# python: 3.12
from __future__ import annotations

from typing import Any, Callable, Dict, List, Literal, Tuple, TypedDict, overload, cast, Final, ClassVar, TYPE_CHECKING

if TYPE_CHECKING:
    from nowhere import Nothing

Json = Dict[str, Any]
type Pair[T] = tuple[T, T]


class Movie(TypedDict, total=False):
    title: str
    year: int


def first[T](items: list[T]) -> T:
    return items[0]


class Stack[T]:
    limit: ClassVar[int] = 3

    def __init__(self) -> None:
        self.items: list[T] = []


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


def g(cb: Callable[[int], Nothing], mode: Literal["r", "w"] = "r") -> None:
    x: Undefined = 5
    return x


print(first([3, 4]), Stack[int]().items, f("a"), g(None), cast(int, "x"), Movie(title="t", year=1), g.__annotations__["cb"])
LIMIT: Final = 10
print(LIMIT, Pair.__name__, __annotations__["LIMIT"])
