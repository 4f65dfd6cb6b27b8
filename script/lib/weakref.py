"""Weak references and containers of them, over the native _weakref."""

from _weakref import (CallableProxyType, ProxyType, ReferenceType, getweakrefcount,
                      getweakrefs, proxy, ref)
from collections.abc import MutableMapping, MutableSet

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary",
           "ReferenceType", "ProxyType", "CallableProxyType", "ProxyTypes",
           "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

ProxyTypes = (ProxyType, CallableProxyType)
_absent = object()


class WeakMethod(ref):
    """A weak reference to a bound method, which itself never lives long."""

    __slots__ = ("_func", "_kind", "_alive", "__weakref__")

    def __new__(cls, meth, callback=None):
        try:
            target, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError("argument should be a bound method, not %s" % type(meth)) from None

        def gone(_):
            me = mine()
            if me is not None and me._alive:
                me._alive = False
                if callback is not None:
                    callback(me)

        self = ref.__new__(cls, target, gone)
        self._func = ref(function, gone)
        self._kind = type(meth)
        self._alive = True
        mine = ref(self)
        return self

    def __call__(self):
        target, function = super().__call__(), self._func()
        if target is None or function is None:
            return None
        return self._kind(function, target)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._func == other._func

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


class WeakSet(MutableSet):
    """A set that does not keep its elements alive."""

    __module__ = "_weakrefset"

    def __init__(self, data=None):
        self.data = set()
        mine = ref(self)

        def remove(item):
            me = mine()
            if me is not None:
                me.data.discard(item)

        self._remove = remove
        if data is not None:
            self.update(data)

    def _alive(self):
        return [thing for thing in [r() for r in list(self.data)] if thing is not None]

    def __iter__(self):
        for r in list(self.data):
            thing = r()
            if thing is not None:
                yield thing

    def __len__(self):
        return sum(1 for r in list(self.data) if r() is not None)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        """Adds item."""
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        """Removes item if it is there."""
        self.data.discard(ref(item))

    def remove(self, item):
        """Removes item; KeyError when it is not there."""
        self.data.remove(ref(item))

    def clear(self):
        """Removes all."""
        self.data.clear()

    def pop(self):
        """Takes an element that lives."""
        while True:
            try:
                r = self.data.pop()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            item = r()
            if item is not None:
                return item

    def update(self, other):
        """Adds all of other."""
        for item in other:
            self.add(item)

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    def union(self, other):
        """A set of what is in either."""
        fresh = self.copy()
        fresh.update(other)
        return fresh

    def difference(self, other):
        """A set of what is here and not in other."""
        return self.__class__(i for i in self if i not in other)

    def intersection(self, other):
        """A set of what is in both."""
        return self.__class__(i for i in other if i in self)

    def symmetric_difference(self, other):
        """A set of what is in one of both only."""
        other = self.__class__(other)
        fresh = self.difference(other)
        fresh.update(other.difference(self))
        return fresh

    def difference_update(self, other):
        """Removes all of other."""
        for item in list(other):
            self.discard(item)

    def intersection_update(self, other):
        """Keeps only what is in other too."""
        other = list(other)
        for item in self._alive():
            if item not in other:
                self.discard(item)

    def symmetric_difference_update(self, other):
        """Keeps what is in one of both only."""
        fresh = self.symmetric_difference(other)
        self.clear()
        self.update(fresh)

    def issubset(self, other):
        """Whether all is in other."""
        return all(i in other for i in self)

    def issuperset(self, other):
        """Whether all of other is here."""
        return all(i in self for i in other)

    __or__, __sub__, __and__ = union, difference, intersection
    __xor__, __le__, __ge__ = symmetric_difference, issubset, issuperset

    def __lt__(self, other):
        return self.issubset(other) and len(self) < len(other)

    def __gt__(self, other):
        return self.issuperset(other) and len(self) > len(other)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == {ref(i) for i in other}

    __hash__ = None

    def __ior__(self, other):
        self.update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def __repr__(self):
        return repr(self.data)


class WeakValueDictionary(MutableMapping):
    """A mapping whose entries go when their values do."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self._mine = ref(self)
        self.update(other, **kw)

    def _link(self, key, value):
        mine = self._mine

        def remove(r):
            me = mine()
            if me is not None and me.data.get(key) is r:
                del me.data[key]

        return ref(value, remove)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = self._link(key, value)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        r = self.data.get(key)
        return r is not None and r() is not None

    def __len__(self):
        return sum(1 for r in list(self.data.values()) if r() is not None)

    def __iter__(self):
        for key, r in list(self.data.items()):
            if r() is not None:
                yield key

    def items(self):
        """Pairs of key and living value."""
        for key, r in list(self.data.items()):
            value = r()
            if value is not None:
                yield key, value

    def keys(self):
        """Keys of living values."""
        return iter(self)

    def values(self):
        """Living values."""
        for _, value in self.items():
            yield value

    def valuerefs(self):
        """The references."""
        return list(self.data.values())

    def get(self, key, default=None):
        """The value of key, or default."""
        r = self.data.get(key)
        value = None if r is None else r()
        return default if value is None else value

    def pop(self, key, *args):
        """Takes the value of key, or the default."""
        r = self.data.pop(key, None)
        value = None if r is None else r()
        if value is None:
            if args:
                return args[0]
            raise KeyError(key)
        return value

    def popitem(self):
        """Takes a pair whose value lives."""
        while True:
            key, r = self.data.popitem()
            value = r()
            if value is not None:
                return key, value

    def setdefault(self, key, default=None):
        """The value of key, set to default if there was none."""
        value = self.get(key)
        if value is None:
            self[key] = default
            return default
        return value

    def copy(self):
        """A shallow copy."""
        return self.__class__(dict(self.items()))

    __copy__ = copy

    def __or__(self, other):
        fresh = self.copy()
        fresh.update(other)
        return fresh

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))


class WeakKeyDictionary(MutableMapping):
    """A mapping whose entries go when their keys do."""

    def __init__(self, dict=None):
        self.data = {}
        mine = ref(self)

        def remove(r):
            me = mine()
            if me is not None:
                me.data.pop(r, None)

        self._remove = remove
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def __len__(self):
        return sum(1 for r in list(self.data) if r() is not None)

    def __iter__(self):
        for r in list(self.data):
            key = r()
            if key is not None:
                yield key

    def items(self):
        """Pairs of living key and value."""
        for r, value in list(self.data.items()):
            key = r()
            if key is not None:
                yield key, value

    def keys(self):
        """Living keys."""
        return iter(self)

    def values(self):
        """Values of living keys."""
        for _, value in self.items():
            yield value

    def keyrefs(self):
        """The references."""
        return list(self.data)

    def get(self, key, default=None):
        """The value of key, or default."""
        return self.data.get(ref(key), default)

    def pop(self, key, *args):
        """Takes the value of key, or the default."""
        return self.data.pop(ref(key), *args)

    def popitem(self):
        """Takes a pair whose key lives."""
        while True:
            r, value = self.data.popitem()
            key = r()
            if key is not None:
                return key, value

    def setdefault(self, key, default=None):
        """The value of key, set to default if there was none."""
        return self.data.setdefault(ref(key, self._remove), default)

    def copy(self):
        """A shallow copy."""
        fresh = self.__class__()
        for key, value in self.items():
            fresh[key] = value
        return fresh

    __copy__ = copy

    def __or__(self, other):
        fresh = self.copy()
        fresh.update(other)
        return fresh

    def __ior__(self, other):
        self.update(other)
        return self

    def __repr__(self):
        return "<%s at %#x>" % (self.__class__.__name__, id(self))


class finalize:
    """Calls a function when an object goes, or at exit, at most once."""

    __slots__ = ()
    _registry = {}
    _order = [0]
    _at_exit = []

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._at_exit:
            import atexit
            self._at_exit.append(True)
            atexit.register(finalize._exitfunc)
        self._order[0] += 1
        self._registry[self] = [ref(obj, self), func, args, kwargs or None, True,
                                self._order[0]]

    def __call__(self, _=None):
        """Runs the function now; None when it already ran."""
        entry = self._registry.pop(self, None)
        if entry is not None:
            return entry[1](*entry[2], **(entry[3] or {}))
        return None

    def detach(self):
        """Forgets the object; returns what was kept of it."""
        entry = self._registry.get(self)
        obj = entry and entry[0]()
        if obj is not None and self._registry.pop(self, None):
            return obj, entry[1], entry[2], entry[3] or {}
        return None

    def peek(self):
        """What is kept, without forgetting it."""
        entry = self._registry.get(self)
        obj = entry and entry[0]()
        if obj is not None:
            return obj, entry[1], entry[2], entry[3] or {}
        return None

    @property
    def alive(self):
        """Whether the function is still to run."""
        return self in self._registry

    @property
    def atexit(self):
        """Whether it runs at exit."""
        entry = self._registry.get(self)
        return bool(entry) and entry[4]

    @atexit.setter
    def atexit(self, value):
        entry = self._registry.get(self)
        if entry:
            entry[4] = bool(value)

    def __repr__(self):
        entry = self._registry.get(self)
        obj = entry and entry[0]()
        if obj is None:
            return "<%s object at %#x; dead>" % (type(self).__name__, id(self))
        return "<%s object at %#x; for %r at %#x>" % (
            type(self).__name__, id(self), type(obj).__name__, id(obj))

    @classmethod
    def _exitfunc(cls):
        while True:
            due = [(entry[5], f) for f, entry in cls._registry.items() if entry[4]]
            if not due:
                return
            due.sort(key=lambda pair: pair[0])
            try:
                due[-1][1]()
            except Exception:
                import sys
                sys.excepthook(*sys.exc_info())
