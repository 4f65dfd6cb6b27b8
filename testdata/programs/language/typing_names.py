# python: 3.13
"""Generic names at run time: how many arguments, what they print as, what a protocol asks for."""
from typing import *

T, K = TypeVar("T"), TypeVar("K", bound=int)
P = ParamSpec("P")


class Box(Generic[T]):
    pass


class Both(Generic[T, K]):
    pass


class Calls(Generic[P]):
    pass


class Deflt[A, B = int]:
    pass


for text in ("Box[int]", "Box[()]", "Box[int, str]", "Both[int]", "Both[int, bool]", "Box[T][int]", "Box[int][str]", "Calls[int, str]",
             "Calls[[int, str]]", "Deflt[str]", "Deflt[str, str, str]", "Generic[int]", "Generic[T, T]", "Generic[()]", "Protocol[int]",
             "Optional[int, str]", "Optional[()]", "Final[int, str]", "List[int, str]", "Dict[int]", "Dict[T, K][int]", "list[T][int]",
             "dict[T, K][int, str]", "dict[T, K][int]", "list[int][str]", "list[list[T]][int]", "Literal[()]", "Union[T, K][int, str]",
             "Callable[[T], K][int, str]", "Concatenate[int, ...]"):
    try:
        print(text, "->", eval(text))
    except TypeError as e:
        print(text, "!!", e)


@runtime_checkable
class Named(Protocol):
    name: str

    def rename(self, name): ...


class Dog:
    name = "rex"

    def rename(self, name):
        self.name = name


print(isinstance(Dog(), Named), isinstance(3, Named), sorted(get_protocol_members(Named)), is_protocol(Named), is_protocol(Dog))
try:
    issubclass(Dog, Named)
except TypeError as e:
    print(e)


@overload
def twice(x: int) -> int: ...
@overload
def twice(x: str) -> str: ...
def twice(x):
    return x * 2


print(twice("ab"), len(get_overloads(twice)))


def annotated(a: "int", b: list["Box"] = None, *, c: "dict[str, list['int']]" = None) -> "T | None": ...


print(get_type_hints(annotated))
