"""How types that need help are copied."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}
_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def constructor(object):
    """Checks that object can be called."""
    if not callable(object):
        raise TypeError("constructors must be callable")


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Has objects of a type copied by a function."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def __newobj__(cls, *args):
    """An instance without its __init__."""
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    """An instance without its __init__, with named arguments."""
    return cls.__new__(cls, *args, **kwargs)


def add_extension(module, name, code):
    """Gives a name a number."""
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError("code out of range")
    key = (module, name)
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError(f"key {key} is already registered with code {_extension_registry[key]}")
    if code in _inverted_registry:
        raise ValueError(f"code {code} is already in use for key {_inverted_registry[code]}")
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Takes the number back."""
    key = (module, name)
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _extension_registry[key]
    del _inverted_registry[code]


def clear_extension_cache():
    """There is nothing to clear."""


def _reconstructor(cls, base, state):
    """An instance of cls that is made as base makes its own."""
    if base is object:
        return object.__new__(cls)
    obj = base.__new__(cls, state)
    if base.__init__ is not object.__init__:
        base.__init__(obj, state)
    return obj


def _union(obj):
    import functools
    import operator

    return functools.reduce, (operator.or_, obj.__args__)


pickle(complex, lambda z: (complex, (z.real, z.imag)))
pickle(type(int | str), _union)
pickle(type(_union.__get__(0)), lambda method: (getattr, (method.__self__, method.__name__)))
