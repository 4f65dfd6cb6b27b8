import typing
from typing import (Any, Union, Optional, List, Dict, Callable, TypeVar, Generic, Protocol, NamedTuple, TypedDict, Literal, ClassVar, Final, Annotated, Awaitable, AsyncIterator, NoReturn, Self, cast, overload, final, runtime_checkable, get_type_hints, get_origin, get_args, NewType, Tuple, Type, Iterable, TYPE_CHECKING, ParamSpec, override, Sequence)


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


T = TypeVar("T"); K = TypeVar("K", bound=int); C = TypeVar("C", int, str); V = TypeVar("V", covariant=True); P = ParamSpec("P")
for x in (Any, Union[int, str], Optional[int], Union[int, None, str], Union[int], List[int], Dict[str, List[int]], Callable[[int, str], bool], Callable[..., Any], Literal["a", 1], ClassVar[int], Final[str], Annotated[int, "meta", 5], Awaitable[None], AsyncIterator[bytes], NoReturn, Self, T, K, C, V, Tuple[int, ...], Type[int], List["Fwd"], Union[int, Union[str, int]], List[T], Dict[str, T][int], List, Optional[T], Iterable[int], Union[list[int], "X"], Callable[[], None], Optional[Union[int, str]]): print(x)
print(Union[int, str] == Union[str, int], List[int] == List[int], hash(List[int]) == hash(List[int]), T.__name__, K.__bound__, C.__constraints__, TYPE_CHECKING)
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: list[T] = []
    def push(self, x: T) -> None: self.items.append(x)
s = Stack[int](); s.push(1); print(s.items, type(s).__name__, Stack[int], Stack.__parameters__, Stack.__mro__[1].__name__, isinstance(s, Stack), s.__orig_class__)
class Sub(Stack[str]): pass
print(Sub().items, Sub.__mro__[1].__name__, Sub.__orig_bases__)
class Pair(Generic[T, K]): pass
print(Pair[int, bool], Pair.__parameters__)
class ML(List[int]): pass
print(ML([1]), ML.__mro__[1])
class MyIter(Iterable[int]):
    def __iter__(self): return iter([1])
print(list(MyIter()))
class Pt(NamedTuple):
    x: int
    y: int = 5
    def total(self): return self.x + self.y
p = Pt(1); print(p, p.total(), Pt._fields, Pt._field_defaults, Pt.__annotations__, Pt.__name__, Pt.__mro__[1]); attempt("nt", Pt)
Emp = NamedTuple("Emp", [("name", str), ("id", int)]); print(Emp("a", 1), Emp.__annotations__)
class Movie(TypedDict):
    title: str
    year: int
class More(Movie, total=False):
    rating: float
m = Movie(title="t", year=1); print(m, type(m), sorted(More.__required_keys__), sorted(More.__optional_keys__), More.__total__); attempt("td", isinstance, {}, Movie)
print(TypedDict("TD", {"a": int})(a=1))
@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...
class F:
    def close(self): pass
print(isinstance(F(), Closer), isinstance(3, Closer), issubclass(F, Closer))
class Named(Protocol):
    name: str
attempt("proto", isinstance, 3, Named); attempt("proto inst", Named)
class Impl(Named):
    def __init__(self): self.name = "impl"
print(Impl().name)
class GP(Protocol[T]):
    def get(self) -> T: ...
class GI(GP[int]):
    def get(self): return 1
print(GI().get())
UserId = NewType("UserId", int); print(UserId(5), UserId, UserId.__supertype__, cast(str, 5), cast("List[int]", 7))
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
print(f(3))
@final
class Fin: pass
print(Fin.__final__, override(lambda: 1).__override__)
def g(a: int, b: "Optional[str]" = None, *c: List["int"]) -> "Dict[str, Fin]": pass
print(get_type_hints(g), g.__annotations__["a"])
class Ann:
    x: int
    y: "ClassVar[str]" = ""
    z: Annotated[int, "m"]
class Ann2(Ann): w: "Ann"
print(get_type_hints(Ann2)); print(get_type_hints(Ann, include_extras=True))
for t in (List[int], list[int], Dict[str, int], Union[int, str], int | str, Callable[[int], str], Callable[..., int], Optional[int], Literal[1, 2], Annotated[int, "x"], int, Tuple[int, ...], ClassVar[int]): print(get_origin(t), get_args(t))
attempt("inst", isinstance, 3, List[int]); attempt("any", Any); attempt("anyi", isinstance, 3, Any); attempt("union", Union.__getitem__, ()); attempt("never", typing.assert_never, 3); attempt("callable", lambda: Callable[int]); attempt("overload", overload(f)); attempt("rt", runtime_checkable, int)
print(isinstance([], List), isinstance({}, typing.Mapping), issubclass(list, Sequence), List[int] | None, T | int, "S" if isinstance(3, typing.SupportsInt) else "")
def deco(fn: Callable[P, T]) -> Callable[P, T]: return fn
print(deco(lambda: 5)(), typing.Text, P.args, P.kwargs, typing.Deque[int]([1]), typing.DefaultDict[str, int](int)["a"])
def typed[X](x: X) -> X: return x
type Al = int | str
print(typed(4), )
print(typing.ForwardRef("A") == typing.ForwardRef("A"), typing.IO, typing.AnyStr, typing.get_type_hints(typed)["x"])
