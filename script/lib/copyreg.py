"""How types that need help are copied."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}
_by_name = {}
_by_code = {}


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
    if _by_name.get(key) == code and _by_code.get(code) == key:
        return
    if key in _by_name:
        raise ValueError(f"key {key} is already registered with code {_by_name[key]}")
    if code in _by_code:
        raise ValueError(f"code {code} is already in use for key {_by_code[code]}")
    _by_name[key] = code
    _by_code[code] = key


def remove_extension(module, name, code):
    """Takes the number back."""
    key = (module, name)
    if _by_name.get(key) != code or _by_code.get(code) != key:
        raise ValueError(f"key {key} is not registered with code {code}")
    del _by_name[key]
    del _by_code[code]


def clear_extension_cache():
    """There is nothing to clear."""
