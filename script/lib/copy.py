"""Shallow and deep copies."""

import builtins
import types

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    """What cannot be copied."""


error = Error

_atomic = {type(None), int, float, bool, str, tuple, bytes, frozenset, type, range,
           slice, property, types.BuiltinFunctionType, types.EllipsisType,
           types.NotImplementedType, types.FunctionType, types.CodeType}
_atomic.update(kind for kind in (vars(builtins).get("complex"),) if kind)
_atomic_deep = _atomic - {tuple, frozenset, slice}
_copiers = {kind: kind.copy for kind in (list, dict, set, bytearray)}


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    copier = _copiers.get(cls)
    if copier is not None:
        return copier(x)
    if cls in _atomic or issubclass(cls, type):
        return x
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    if _is_weakref(cls):
        return x
    return _rebuild(x, _reduced(x, cls), None)


def _is_weakref(cls):
    return cls.__name__ in ("ReferenceType", "weakref") and cls.__module__ in ("weakref", "builtins")


def _reduced(x, cls):
    """What the pickle protocol says about how to make x again."""
    try:
        import copyreg
        special = copyreg.dispatch_table.get(cls)
    except ImportError:
        special = None
    if special is not None:
        return special(x)
    method = getattr(x, "__reduce_ex__", None)
    if method is not None:
        return method(4)
    method = getattr(x, "__reduce__", None)
    if method is not None:
        return method()
    raise Error("un(deep)copyable object of type %s" % cls)


def deepcopy(x, memo=None, _nil=[]):
    """A new object with copies of the contents, all the way down.

    memo maps the ids of objects already copied to their copies.
    """
    cls = type(x)
    if cls in _atomic_deep:
        return x
    mark = id(x)
    if memo is None:
        memo = {}
    else:
        done = memo.get(mark, _nil)
        if done is not _nil:
            return done
    if cls is list:
        result = []
        memo[mark] = result
        for item in x:
            result.append(deepcopy(item, memo))
    elif cls is dict:
        result = {}
        memo[mark] = result
        for key, value in x.items():
            result[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        result = _deep_tuple(x, memo)
    elif cls is types.MethodType:
        result = cls(x.__func__, deepcopy(x.__self__, memo))
    elif issubclass(cls, type) or _is_weakref(cls):
        return x
    else:
        method = getattr(x, "__deepcopy__", None)
        if method is not None:
            result = method(memo)
        else:
            result = _rebuild(x, _reduced(x, cls), memo)
    if result is not x:
        memo[mark] = result
        # x must live as long as its id stands in memo.
        memo.setdefault(id(memo), []).append(x)
    return result


def _deep_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # A tuple that contains itself through a list was made meanwhile.
    if id(x) in memo:
        return memo[id(x)]
    for old, new in zip(x, items):
        if old is not new:
            return tuple(items)
    return x


def _rebuild(x, parts, memo):
    """Makes an object from what __reduce_ex__ returned; deep when memo is given."""
    if isinstance(parts, str):
        return x
    deep = memo is not None
    func, args, state, items, pairs = (tuple(parts) + (None,) * 5)[:5]
    if deep and args:
        args = tuple([deepcopy(a, memo) for a in args])
    y = func(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        if hasattr(y, "__setstate__"):
            y.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                y.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(y, name, value)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            y[key] = value
    return y


def replace(obj, /, **changes):
    """A copy of obj with some fields changed."""
    method = getattr(type(obj), "__replace__", None)
    if method is None:
        raise TypeError("replace() does not support %s objects" % type(obj).__name__)
    return method(obj, **changes)
