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


# What is substituted for variables, compared, and refused.
Ts = typing.TypeVarTuple("Ts"); D = TypeVar("D", default=int); X2 = TypeVar("X2")
Concatenate, Unpack, SupportsInt, Deque, Counter, Required, NotRequired, ReadOnly = typing.Concatenate, typing.Unpack, typing.SupportsInt, typing.Deque, typing.Counter, typing.Required, typing.NotRequired, typing.ReadOnly
class OfP(Generic[P]): pass
class OfTs(Generic[T, *Ts]): pass
class OfD(Generic[T, D]): pass
for s in (
    'OfP[int, str]', 'OfP[[int, str]]', 'OfP[...]', 'OfP[P]', 'OfTs[int]', 'OfTs[int, str, bool]', 'OfTs[()]', 'OfD[int]', 'OfD[int, str]',
    'OfD[int, str, bool]', 'OfD', 'OfP[P][int, str]', 'OfTs[T, *Ts][int, str, bool]', 'Callable[P, T][[int], str]',
    'Callable[P, T][..., str]', 'Callable[[T], X2][int, str]', 'Callable[Concatenate[T, P], X2][int, [str, bool], None]',
    'Callable[Concatenate[int, P], X2][..., None]', 'Annotated[T, 1][int]', 'Annotated[List[T], "x"][int]', 'Optional[T][int]',
    'Union[T, X2, None][int, int]', 'Dict[str, T][int]', 'Tuple[T, T][int]', 'list[T][int]', 'dict[T, X2][int, str]', 'tuple[T, ...][int]',
    'List[List[T]][int]', 'Tuple[*Ts][int, str]', 'Tuple[int, *Ts]', 'Type[T][int]', 'ClassVar[T]', 'List[T][T]', 'List[T][int][str]',
    'Literal[T]', 'Concatenate[int, str]', 'Concatenate[int, P]', 'Generator[int]', 'AsyncGenerator[int, str]', 'ContextManager[int, None]',
    'Unpack[Ts]', 'List[int] | None', 'T | None', 'None | T', 'T | X2', 'int | T', '"a" | T', 'List[int] | int', 'Optional[int] | str',
    'Union[int, str] | None', 'get_args(Callable[P, T])', 'get_args(Callable[Concatenate[int, P], T])',
    'get_args(Annotated[Annotated[int, 1], 2])', 'get_origin(Annotated[List[int], 1])', 'get_origin(Generic[T])',
    'get_args(Union[int, Callable[[T], str]])', 'Literal[1, 1, True, "a", None]', 'Literal[1, 2] == Literal[2, 1]',
    'hash(Literal[1]) == hash(Literal[1])', 'Annotated[int, 1] == Annotated[int, 1]', 'Annotated[int, [1]]',
    'hash(Annotated[int, 1]) == hash(Annotated[int, 1])', 'Annotated[int, 1].__metadata__', 'Annotated[int, 1].__origin__',
    'Annotated[int, 1].bit_length', 'Annotated[int, 1](5)', 'Optional[int].__args__', 'Optional[int].__origin__',
    'isinstance(1, Union[int, str])', 'isinstance(1, Optional[str])', 'issubclass(int, Optional[int])', 'isinstance(1, Annotated[int, 1])',
    'isinstance([], list[int])', 'isinstance([], List[int])', 'isinstance(1, T)', 'isinstance(1, Literal[1])', 'isinstance(1, ClassVar)',
    'isinstance(1, Callable[[], int])', 'isinstance(len, Callable)', 'isinstance(1, NewType("U", int))', 'isinstance({}, Mapping)',
    'isinstance([], Iterable)', 'isinstance(1, Hashable)', 'List[int]()', 'Dict()', 'Deque[int]([1])', 'Counter[str]("aab")', 'Optional()',
    'NewType("U", int)(5)', 'NewType("U", int) | None', 'TypeVar("Q", bound="Foo").__bound__', 'T.__module__', 'T.__name__', 'T.__bound__',
    'T.__default__', 'P.__name__', 'Ts.__name__', 'repr(Ts)', 'D.__default__', 'D.has_default()', 'List.__origin__', 'List.__parameters__',
    'OfD.__parameters__', 'OfD[int].__args__', 'OfD[T, int].__parameters__', 'OfD[int].__origin__', 'OfD()[int]',
    'OfD[int, str] == OfD[int, str]', 'OfD[int].foo', 'List[int].foo', 'Union.foo', 'List.foo', 'callable(List[int])', 'callable(List)',
    'callable(Any)', 'bool(List)', 'Any | int', 'Self | None', 'Never', 'Union[Never, int]', 'Union[int, Any]', 'Type[Any]',
    'Type[Union[int, str]]', 'Generic[T, T]', 'Generic[T][int]', 'Protocol[T][int]', 'Generic[1]', 'Generic', 'Sized', 'SupportsInt',
    'SupportsAbs[int]', 'isinstance(1, SupportsInt)', 'issubclass(int, SupportsIndex)', 'isinstance(1, SupportsRound)', 'Text is str',
    'IO[str]', 'TextIO', 'Match[str]', 'Pattern', 'List["int"].__args__[0].__forward_arg__', 'Tuple[()].__args__', 'Tuple[int].__args__',
    'list[int].__origin__', 'list[int] | list[str]', 'list[int] | None', '(int | str).__args__', 'type(int | str)', 'int | str | int',
    'isinstance(1, int | None)', 'isinstance(1, int | list[int])', 'issubclass(int, int | str)', '(int | str) == (str | int)',
    'hash(int | str) == hash(str | int)', 'int | "x"', '(int | str)()', 'list[int]([1, 2])', 'list[int].__class__', 'list[int].__name__',
    'dict[str, int].fromkeys("a")', 'list[list[int]]', 'type[int]', 'tuple[()]', 'tuple[int, ...]', 'list[...]', 'list["X"]', 'list[None]',
    'list[int, ]', 'dict[int, list[T]].__parameters__', 'list[int].__parameters__',
):
    attempt(s, lambda: repr(eval(s)))
class N(NamedTuple, Generic[T]):
    a: T
    b: int = 2
print(N(1), N[int](5), N.__parameters__, N.__bases__)
class TD(TypedDict, Generic[T]):
    a: Required[T]; b: NotRequired[int]; c: ReadOnly[str]; d: Annotated[NotRequired[int], "x"]
print(TD[int], sorted(TD.__required_keys__), sorted(TD.__optional_keys__), TD.__readonly_keys__, sorted(TD.__mutable_keys__), TD.__bases__)
print(get_type_hints(TD), get_type_hints(TD, include_extras=True))
class HasNone: m = None
class NoM(Protocol):
    def m(self): ...
print(isinstance(HasNone(), runtime_checkable(NoM)), issubclass(HasNone, NoM), get_type_hints(len))
for text in ("(Generic[T], Generic[X2])", "(Generic)", "(List[X2], Generic[T])", "(T)", "(Protocol, int)", "(NamedTuple, int)", "(TypedDict, int)", "(NewType('U', int))"):
    attempt(text, exec, "class Q%s: pass" % text)
attempt("default", lambda: Generic[D, T]); attempt("reference", lambda: List["a b"]); attempt("both", TypeVar, "Q", int, str, bound=int)

import collections.abc as abc
for joined in (lambda: abc.Callable[[int], str] | None, lambda: None | abc.Callable[..., int],
               lambda: list[int] | abc.Callable[[], str], lambda: abc.Callable[[int], str] | abc.Callable[[str], int],
               lambda: abc.Callable[[int], str] | "X", lambda: abc.Callable[P, int] | None,
               lambda: abc.Callable[typing.Concatenate[int, P], int], lambda: abc.Callable[int, int],
               lambda: (abc.Callable[[int], str] | None).__args__,
               lambda: hash(abc.Callable[[int], str] | None) == hash(None | abc.Callable[[int], str])):
    attempt("joined", joined)
for given in (lambda: typing.Generator[int], lambda: typing.Generator[int, str], lambda: typing.AsyncGenerator[int],
              lambda: typing.ContextManager[int], lambda: typing.AsyncContextManager[int, bool],
              lambda: typing.Generator[()], lambda: typing.ContextManager[int, str, int]):
    attempt("defaults", given)


def mro(*bases):
    import types
    return [c.__name__ for c in types.new_class("Made", bases).__mro__]


for bases in ((Generic[T], typing.ContextManager["X"]), (Generic[T], Dict[T, int]), (Dict[T, int], Generic[T]),
              (Protocol[T], typing.Sized), (Generic[T], abc.Iterator[T]), (Generic[T], List[T], typing.Sized)):
    attempt("bases", mro, *bases)
import collections.abc as cabc
class Fwd: pass
class Hints:
    a: "set[Optional[None]] | list[None]"; b: "cabc.Callable[[Fwd], None] | None"; c: "cabc.Callable[['Fwd'], None] | None"; d: list["Fwd"] | None
    e: "dict[str, list['Fwd']]"; f: "Fwd | None" = None; g: tuple["Fwd", ...] = (); h: "None" = None; i: List['list["Fwd"]'] = None
print(get_type_hints(Hints))
