"""Functions about functions."""

from _functools import _lru_cache_wrapper, partial, reduce
from abc import get_cache_token
from types import GenericAlias, MethodType

__all__ = ["update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES",
           "total_ordering", "cache", "cmp_to_key", "lru_cache", "reduce", "partial",
           "partialmethod", "singledispatch", "singledispatchmethod", "cached_property"]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__",
                       "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)

_absent = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes wrapper look like wrapped; returns wrapper."""
    for name in assigned:
        value = getattr(wrapped, name, _absent)
        if value is not _absent:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """update_wrapper as a decorator of the wrapper."""

    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


def _derive(name, source):
    """One rich comparison made of the given one and ==."""
    negate, with_equal = {
        ("__gt__", "__lt__"): (True, "unequal"), ("__le__", "__lt__"): (False, "equal"),
        ("__ge__", "__lt__"): (True, None), ("__ge__", "__le__"): (True, "or_equal"),
        ("__lt__", "__le__"): (False, "but_equal"), ("__gt__", "__le__"): (True, None),
        ("__lt__", "__gt__"): (True, "unequal"), ("__ge__", "__gt__"): (False, "equal"),
        ("__le__", "__gt__"): (True, None), ("__le__", "__ge__"): (True, "or_equal"),
        ("__gt__", "__ge__"): (False, "but_equal"), ("__lt__", "__ge__"): (True, None),
    }[name, source]

    def compare(self, other):
        got = getattr(type(self), source)(self, other)
        if got is NotImplemented:
            return got
        if with_equal is None:
            return not got
        if with_equal == "unequal":
            return not got and self != other
        if with_equal == "equal":
            return got or self == other
        if with_equal == "but_equal":
            return got and self != other
        return not got or self == other

    compare.__name__ = name
    compare.__qualname__ = f"_{name.strip('_')}_from_{source.strip('_')}"
    compare.__doc__ = getattr(int, name).__doc__
    return compare


def total_ordering(cls):
    """Fills in the missing order comparisons from one that is there."""
    given = [n for n in ("__lt__", "__le__", "__gt__", "__ge__")
             if getattr(cls, n, None) is not getattr(object, n, None)]
    if not given:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    for source in ("__lt__", "__le__", "__gt__", "__ge__"):
        if source in given:
            break
    for name in ("__lt__", "__le__", "__gt__", "__ge__"):
        if name not in given:
            setattr(cls, name, _derive(name, source))
    return cls


class KeyWrapper:
    """Orders by a comparison function of the old kind."""

    __module__ = "functools"

    __slots__ = ("obj", "_compare")

    def __hash__(self):
        raise TypeError("unhashable type: 'functools.KeyWrapper'")

    def __init__(self, obj, compare):
        self.obj = obj
        self._compare = compare

    def _order(self, other):
        if type(other) is not KeyWrapper:
            raise TypeError("other argument must be K instance")
        return self._compare(self.obj, other.obj)

    def __lt__(self, other):
        return self._order(other) < 0

    def __gt__(self, other):
        return self._order(other) > 0

    def __eq__(self, other):
        return self._order(other) == 0

    def __le__(self, other):
        return self._order(other) <= 0

    def __ge__(self, other):
        return self._order(other) >= 0


def cmp_to_key(mycmp):
    """A key function from a comparison that returns negative, zero or positive."""

    def make(obj):
        return KeyWrapper(obj, mycmp)

    return make


class partialmethod:
    """partial for use in a class body: the instance goes in front."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func)]
        parts.extend(repr(a) for a in self.args)
        parts.extend("%s=%r" % item for item in self.keywords.items())
        return "%s.%s(%s)" % (cls.__module__, cls.__qualname__, ", ".join(parts))

    def _method(self):
        def method(receiver, /, *args, **keywords):
            return self.func(receiver, *self.args, *args, **{**self.keywords, **keywords})

        method.__isabstractmethod__ = self.__isabstractmethod__
        method.__partialmethod__ = self
        return method

    def __get__(self, obj, cls=None):
        bind = getattr(self.func, "__get__", None)
        if bind is not None and not isinstance(self.func, partial):
            bound = bind(obj, cls)
            if bound is not self.func:
                made = partial(bound, *self.args, **self.keywords)
                try:
                    made.__self__ = bound.__self__
                except AttributeError:
                    pass
                return made
        return self._method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(GenericAlias)


_info_class = []


def _CacheInfo(*values):
    if not _info_class:
        from collections import namedtuple
        _info_class.append(namedtuple("CacheInfo", "hits misses maxsize currsize"))
        _info_class[0].__module__ = "functools"
    return _info_class[0](*values)


def lru_cache(maxsize=128, typed=False):
    """Remembers the results of the last maxsize calls."""

    def wrapping(func):
        wrapper = _lru_cache_wrapper(func, maxsize, typed, _CacheInfo)
        wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
        return update_wrapper(wrapper, func)

    if callable(maxsize) and isinstance(typed, bool):
        func, maxsize = maxsize, 128
        return wrapping(func)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return wrapping


def cache(user_function, /):
    """Remembers all results."""
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    """A property computed once and then kept in the instance's dict."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__
        self.__module__ = func.__module__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError("Cannot assign the same cached_property to two different names "
                            "(%r and %r)." % (self.attrname, name))

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling "
                            "__set_name__ on it.")
        try:
            kept = instance.__dict__
        except AttributeError:
            raise TypeError("No '__dict__' attribute on %r instance to cache %r property."
                            % (type(instance).__name__, self.attrname)) from None
        value = kept.get(self.attrname, _absent)
        if value is _absent:
            value = self.func(instance)
            try:
                kept[self.attrname] = value
            except TypeError:
                raise TypeError("The '__dict__' attribute on %r instance does not support item "
                                "assignment for caching %r property."
                                % (type(instance).__name__, self.attrname)) from None
        return value

    __class_getitem__ = classmethod(GenericAlias)


def _closest(cls, registry):
    """The registered class that stands nearest to cls.

    Classes in the MRO win by position; an abstract class counts where the
    first class of the MRO that satisfies it stands.
    """
    mro = cls.__mro__
    for position, base in enumerate(mro):
        if base in registry and base is not object:
            exact = (position, base)
            break
    else:
        exact = None
    best = []
    depth = None
    for candidate in registry:
        if candidate in mro or not isinstance(candidate, type):
            continue
        try:
            if not issubclass(cls, candidate):
                continue
        except TypeError:
            continue
        at = 0
        for position, base in enumerate(mro):
            if issubclass(base, candidate):
                at = position
        if depth is None or at < depth:
            best, depth = [candidate], at
        elif at == depth:
            best.append(candidate)
    if exact is not None and (depth is None or exact[0] <= depth):
        return exact[1]
    if not best:
        return object if object in registry else None
    best = [c for c in best if not any(o is not c and issubclass(o, c) for o in best)]
    if len(best) > 1:
        raise RuntimeError("Ambiguous dispatch: %r or %r" % (best[0], best[1]))
    return best[0]


def _is_union(thing):
    from types import UnionType
    if isinstance(thing, UnionType):
        return True
    return getattr(thing, "__origin__", None) is not None and \
        getattr(thing.__origin__, "_name", None) == "Union"


def singledispatch(func):
    """Chooses the implementation by the type of the first argument."""
    from types import MappingProxyType
    registry = {}
    chosen = {}
    token = [None]

    def dispatch(cls):
        """The implementation for a class."""
        if token[0] != get_cache_token():
            token[0] = get_cache_token()
            chosen.clear()
        try:
            return chosen[cls]
        except KeyError:
            pass
        try:
            found = registry[cls]
        except KeyError:
            found = registry.get(_closest(cls, registry))
        chosen[cls] = found
        return found

    def register(cls, func=None):
        """Adds an implementation."""
        if isinstance(cls, type) or _is_union(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError("Invalid first argument to `register()`. %r is not a class "
                                "or union type." % (cls,))
            notes = getattr(cls, "__annotations__", {})
            if not notes:
                raise TypeError("Invalid first argument to `register()`: %r. Use either "
                                "`@register(some_class)` or plain `@register` on an annotated "
                                "function." % (cls,))
            func = cls
            from typing import get_type_hints
            name, cls = next(iter(get_type_hints(func).items()))
            if not isinstance(cls, type) and not _is_union(cls):
                raise TypeError("Invalid annotation for %r. %r is not a class." % (name, cls))
        if isinstance(cls, type):
            registry[cls] = func
        else:
            for member in cls.__args__:
                registry[member] = func
        chosen.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError("%s requires at least 1 positional argument" % name)
        return dispatch(args[0].__class__)(*args, **kw)

    name = getattr(func, "__name__", "singledispatch function")
    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = chosen.clear
    return update_wrapper(wrapper, func)


class singledispatchmethod:
    """singledispatch for methods: the type of the argument after self decides."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError("%r is not callable or a descriptor" % (func,))
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        """Adds an implementation."""
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        name = getattr(self.func, "__name__", "singledispatchmethod method")

        def method(*args, **kwargs):
            if not args:
                raise TypeError("%s requires at least 1 positional argument" % name)
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        method.__isabstractmethod__ = self.__isabstractmethod__
        method.register = self.register
        return update_wrapper(method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
