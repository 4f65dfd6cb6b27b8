"""Abstract base classes of containers, iterators and coroutines."""

import builtins
from abc import ABCMeta, abstractmethod
from types import GenericAlias
from _static import match_as as _match_as

__all__ = ["Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator",
           "Hashable", "Iterable", "Iterator", "Generator", "Reversible", "Sized",
           "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping",
           "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView",
           "Sequence", "MutableSequence", "ByteString", "Buffer"]


def _has(cls, *names):
    """True when cls defines every name and none of them as None."""
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


def _hook(names):
    """A __subclasshook__ that asks for the names, on the defining class only."""

    def __subclasshook__(cls, other):
        if cls.__dict__.get("_hook_names") is not None:
            return _has(other, *names)
        return NotImplemented

    return classmethod(__subclasshook__)


class Hashable(metaclass=ABCMeta):
    """Has a hash."""

    __slots__ = ()
    _hook_names = ("__hash__",)

    @abstractmethod
    def __hash__(self):
        return 0

    __subclasshook__ = _hook(_hook_names)


class Awaitable(metaclass=ABCMeta):
    """Can be awaited."""

    __slots__ = ()
    _hook_names = ("__await__",)

    @abstractmethod
    def __await__(self):
        yield

    __subclasshook__ = _hook(_hook_names)
    __class_getitem__ = classmethod(GenericAlias)


class Coroutine(Awaitable):
    """Can be sent values, thrown exceptions and closed."""

    __slots__ = ()
    _hook_names = ("__await__", "send", "throw", "close")

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        _throw(typ, val, tb)

    def close(self):
        """Ends it by GeneratorExit."""
        _close(self, (GeneratorExit, StopIteration), "coroutine ignored GeneratorExit")

    __subclasshook__ = _hook(_hook_names)


def _throw(typ, val, tb):
    if val is None:
        if tb is None:
            raise typ
        val = typ()
    if tb is not None:
        val = val.with_traceback(tb)
    raise val


def _close(self, quiet, text):
    try:
        self.throw(GeneratorExit)
    except quiet:
        return
    raise RuntimeError(text)


class AsyncIterable(metaclass=ABCMeta):
    """Can be the subject of async for."""

    __slots__ = ()
    _hook_names = ("__aiter__",)

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __subclasshook__ = _hook(_hook_names)
    __class_getitem__ = classmethod(GenericAlias)


class AsyncIterator(AsyncIterable):
    """Gives its next item by an awaitable."""

    __slots__ = ()
    _hook_names = ("__anext__", "__aiter__")

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self

    __subclasshook__ = _hook(_hook_names)


class AsyncGenerator(AsyncIterator):
    """The interface of async generators."""

    __slots__ = ()
    _hook_names = ("__aiter__", "__anext__", "asend", "athrow", "aclose")

    async def __anext__(self):
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        _throw(typ, val, tb)

    async def aclose(self):
        """Ends it by GeneratorExit."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError("asynchronous generator ignored GeneratorExit")

    __subclasshook__ = _hook(_hook_names)


class Iterable(metaclass=ABCMeta):
    """Can be the subject of for."""

    __slots__ = ()
    _hook_names = ("__iter__",)

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    __subclasshook__ = _hook(_hook_names)
    __class_getitem__ = classmethod(GenericAlias)


class Iterator(Iterable):
    """Gives its next item."""

    __slots__ = ()
    _hook_names = ("__iter__", "__next__")

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self

    __subclasshook__ = _hook(_hook_names)


class Reversible(Iterable):
    """Can be walked backwards."""

    __slots__ = ()
    _hook_names = ("__reversed__", "__iter__")

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None

    __subclasshook__ = _hook(_hook_names)


class Generator(Iterator):
    """The interface of generators."""

    __slots__ = ()
    _hook_names = ("__iter__", "__next__", "send", "throw", "close")

    def __next__(self):
        return self.send(None)

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        _throw(typ, val, tb)

    def close(self):
        """Ends it by GeneratorExit."""
        _close(self, (GeneratorExit, StopIteration), "generator ignored GeneratorExit")

    __subclasshook__ = _hook(_hook_names)


class Sized(metaclass=ABCMeta):
    """Has a length."""

    __slots__ = ()
    _hook_names = ("__len__",)

    @abstractmethod
    def __len__(self):
        return 0

    __subclasshook__ = _hook(_hook_names)


class Container(metaclass=ABCMeta):
    """Answers in."""

    __slots__ = ()
    _hook_names = ("__contains__",)

    @abstractmethod
    def __contains__(self, x):
        return False

    __subclasshook__ = _hook(_hook_names)
    __class_getitem__ = classmethod(GenericAlias)


class Collection(Sized, Iterable, Container):
    """Sized, iterable, with in."""

    __slots__ = ()
    _hook_names = ("__len__", "__iter__", "__contains__")
    __subclasshook__ = _hook(_hook_names)


class Buffer(metaclass=ABCMeta):
    """Gives its bytes."""

    __slots__ = ()
    _hook_names = ("__buffer__",)

    @abstractmethod
    def __buffer__(self, flags, /):
        raise NotImplementedError

    __subclasshook__ = _hook(_hook_names)


for _type in (bytes, bytearray, memoryview):
    Buffer.register(_type)


class _CallableGenericAlias(GenericAlias):
    """Callable[[A, B], R], with the arguments flat in __args__."""

    __slots__ = ()

    def __new__(cls, origin, args):
        if not (isinstance(args, tuple) and len(args) == 2):
            raise TypeError("Callable must be used as Callable[[arg, ...], result].")
        params, result = args
        if isinstance(params, (tuple, list)):
            return super().__new__(cls, origin, (*params, result))
        if not _stands_for_parameters(params):
            raise TypeError("Expected a list of types, an ellipsis, ParamSpec, "
                            f"or Concatenate. Got {params}")
        return super().__new__(cls, origin, (params, result))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _stands_for_parameters(args[0]):
            return "collections.abc.Callable[%s, %s]" % (_type_text(args[0]), _type_text(args[1]))
        return "collections.abc.Callable[[%s], %s]" % (
            ", ".join(map(_type_text, args[:-1])), _type_text(args[-1]))


def _stands_for_parameters(thing):
    """Tell whether it is what may stand in place of the list of parameters."""
    if thing is Ellipsis:
        return True
    kind = type(thing)
    if kind.__module__ != "typing":
        return False
    origin = getattr(thing, "__origin__", None)
    return kind.__name__ == "ParamSpec" or getattr(origin, "_name", None) == "Concatenate"


def _type_text(thing):
    if isinstance(thing, type) and type(thing) is not GenericAlias:
        if thing.__module__ == "builtins":
            return thing.__qualname__
        return "%s.%s" % (thing.__module__, thing.__qualname__)
    if thing is Ellipsis:
        return "..."
    return repr(thing)


class Callable(metaclass=ABCMeta):
    """Can be called."""

    __slots__ = ()
    _hook_names = ("__call__",)

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    __subclasshook__ = _hook(_hook_names)
    __class_getitem__ = classmethod(_CallableGenericAlias)


from collections._sets import (  # noqa: E402
    ItemsView, KeysView, Mapping, MappingView, MutableMapping, MutableSet, Set, ValuesView)
from collections._seqs import ByteString, MutableSequence, Sequence  # noqa: E402


def _register():
    _match_as(Sequence, "sequence")
    _match_as(Mapping, "mapping")
    from types import AsyncGeneratorType, CoroutineType, GeneratorType, MappingProxyType
    Coroutine.register(CoroutineType)
    AsyncGenerator.register(AsyncGeneratorType)
    Generator.register(GeneratorType)
    Set.register(frozenset)
    MutableSet.register(set)
    Mapping.register(MappingProxyType)
    MutableMapping.register(dict)
    KeysView.register(type({}.keys()))
    ItemsView.register(type({}.items()))
    ValuesView.register(type({}.values()))
    Set.register(type({}.keys()))
    Set.register(type({}.items()))
    for cls in (tuple, str, range, vars(builtins).get("memoryview")):
        if cls is not None:
            Sequence.register(cls)
    ByteString.register(bytes)
    ByteString.register(bytearray)
    MutableSequence.register(list)
    MutableSequence.register(bytearray)
    from _collections import deque
    MutableSequence.register(deque)


_register()
