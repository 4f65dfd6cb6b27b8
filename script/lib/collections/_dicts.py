"""defaultdict, OrderedDict and Counter: dicts with a twist."""

import sys
from _collections import _count_elements, _odict_equal, _odict_methods, _odict_view
from reprlib import recursive_repr


class defaultdict(dict):
    """A dict that makes the value of a missing key."""

    __module__ = "collections"
    __slots__ = ("default_factory", "__dict__")

    def __init__(self, default_factory=None, /, *args, **kwds):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        super().__init__(*args, **kwds)
        self.default_factory = default_factory

    def __missing__(self, key, /):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    @recursive_repr("...")
    def _factory_text(self):
        return repr(self.default_factory)

    @recursive_repr("defaultdict(...)")
    def __repr__(self):
        return "%s(%s, %s)" % (type(self).__name__, self._factory_text(), dict.__repr__(self))

    def copy(self):
        """A shallow copy with the same factory."""
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        fresh = type(self)(self.default_factory, self)
        fresh.update(other)
        return fresh

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        fresh = type(self)(self.default_factory, other)
        fresh.update(self)
        return fresh


class OrderedDict(dict):
    """A dict whose order can be changed and counts in comparisons."""

    __module__ = "collections"

    move_to_end = _odict_methods["move_to_end"]
    popitem = _odict_methods["popitem"]

    def keys(self):
        """A view of the keys."""
        return _odict_view(self, "k")

    def values(self):
        """A view of the values."""
        return _odict_view(self, "v")

    def items(self):
        """A view of the pairs."""
        return _odict_view(self, "i")

    def pop(self, key, *default, **named):
        """Takes the value of key, or the default."""
        if named:
            default = (named["default"],)
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default:
            return default[0]
        raise KeyError(key)

    def setdefault(self, key, default=None):
        """The value of key, set to default if it was missing."""
        if key in self:
            return self[key]
        self[key] = default
        return default

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """Makes one with the same value for all keys."""
        fresh = cls()
        for key in iterable:
            fresh[key] = value
        return fresh

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    __copy__ = copy

    @recursive_repr()
    def __repr__(self):
        if not self:
            return "%s()" % self.__class__.__name__
        shown = dict(self.items()) if sys.version_info >= (3, 12) else list(self.items())
        return "%s(%r)" % (self.__class__.__name__, shown)

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return _odict_equal(self, other)
        return dict.__eq__(self, other)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    def __reduce__(self):
        state = getattr(self, "__dict__", None) or None
        return self.__class__, (), state, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        fresh = self.__class__(self)
        fresh.update(other)
        return fresh

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        fresh = self.__class__(other)
        fresh.update(self)
        return fresh

    def __ior__(self, other):
        self.update(other)
        return self


class Counter(dict):
    """Counts hashable things; what was never seen counts zero."""

    __module__ = "collections"

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of all counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """Pairs by falling count; equal counts in the order first met."""
        pairs = sorted(self.items(), key=lambda pair: pair[1], reverse=True)
        return pairs if n is None else pairs[:max(0, n)]

    def elements(self):
        """Each thing as often as counted."""
        for thing, count in self.items():
            for _ in range(count):
                yield thing

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Adds counts."""
        if iterable is not None:
            if hasattr(iterable, "items") and hasattr(iterable, "keys"):
                if self:
                    for thing, count in iterable.items():
                        self[thing] = count + self.get(thing, 0)
                else:
                    super().update(iterable)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Takes counts away; they may fall below zero."""
        if iterable is not None:
            if hasattr(iterable, "items") and hasattr(iterable, "keys"):
                for thing, count in iterable.items():
                    self[thing] = self.get(thing, 0) - count
            else:
                for thing in iterable:
                    self[thing] = self.get(thing, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    __copy__ = copy

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        if not self:
            return "%s()" % self.__class__.__name__
        try:
            shown = dict(self.most_common())
        except TypeError:
            shown = dict(self)
        return "%s(%r)" % (self.__class__.__name__, shown)

    def _fit(self, other):
        return isinstance(other, Counter)

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _combine(self, other, rule):
        """A new Counter of the positive results of rule(mine, theirs)."""
        fresh = Counter()
        for thing in self:
            count = rule(self[thing], other[thing])
            if count > 0:
                fresh[thing] = count
        for thing in other:
            if thing not in self:
                count = rule(0, other[thing])
                if count > 0:
                    fresh[thing] = count
        return fresh

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combine(other, lambda a, b: a + b)

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combine(other, lambda a, b: a - b)

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combine(other, max)

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self._combine(other, min)

    def __pos__(self):
        return self._combine(Counter(), lambda a, b: a)

    def __neg__(self):
        return self._combine(Counter(), lambda a, b: -a)

    def _keep_positive(self):
        for thing in [t for t, count in self.items() if not count > 0]:
            del self[thing]
        return self

    def __iadd__(self, other):
        for thing, count in other.items():
            self[thing] += count
        return self._keep_positive()

    def __isub__(self, other):
        for thing, count in other.items():
            self[thing] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for thing, count in other.items():
            if count > self[thing]:
                self[thing] = count
        return self._keep_positive()

    def __iand__(self, other):
        for thing, count in self.items():
            if other[thing] < count:
                self[thing] = other[thing]
        return self._keep_positive()
