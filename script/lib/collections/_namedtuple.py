"""namedtuple: tuple classes whose items have names."""

import sys
from _collections import _field


class _tuplegetter(_field):
    """Reads one item by position."""

    def __init__(self, index, doc):
        self.__doc__ = doc

    def __set__(self, instance, value):
        raise AttributeError("can't set attribute")

    def __delete__(self, instance):
        raise AttributeError("can't delete attribute")

    def __repr__(self):
        return "_tuplegetter(%d, %r)" % (self._index, self.__doc__)


def _clean(typename, names, rename):
    """The field names after the rules for them, or a ValueError."""
    from keyword import iskeyword
    if rename:
        seen = set()
        for i, name in enumerate(names):
            if (not name.isidentifier() or iskeyword(name) or name.startswith("_")
                    or name in seen):
                names[i] = "_%d" % i
            seen.add(name)
    for name in [typename] + names:
        if type(name) is not str:
            raise TypeError("Type names and field names must be strings")
        if not name.isidentifier():
            raise ValueError("Type names and field names must be valid identifiers: %r" % name)
        if iskeyword(name):
            raise ValueError("Type names and field names cannot be a keyword: %r" % name)
    seen = set()
    for name in names:
        if name.startswith("_") and not rename:
            raise ValueError("Field names cannot start with an underscore: %r" % name)
        if name in seen:
            raise ValueError("Encountered duplicate field name: %r" % name)
        seen.add(name)
    return names


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Makes a tuple subclass with named fields."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    typename = str(typename)
    fields = tuple(_clean(typename, list(map(str, field_names)), rename))
    count = len(fields)
    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > count:
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(fields[count - len(defaults):], defaults))

    make_tuple = tuple.__new__
    # A function of these very parameters, so that calls bind them by themselves.
    listed = "".join([name + ", " for name in fields])
    __new__ = eval("lambda _cls, %s: _make_tuple(_cls, (%s))" % (listed.rstrip(", ") or "/", listed),
                   {"_make_tuple": make_tuple, "__builtins__": {}, "__name__": "namedtuple_" + typename})
    __new__.__name__ = "__new__"
    if defaults is not None:
        __new__.__defaults__ = defaults

    def _make(cls, iterable):
        result = make_tuple(cls, iterable)
        if len(result) != count:
            raise TypeError("Expected %d arguments, got %d" % (count, len(result)))
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(n, v) for n, v in zip(fields, self)])
        if kwds:
            raise TypeError("Got unexpected field names: %r" % list(kwds))
        return result

    def __repr__(self):
        shown = ", ".join(["%s=%r" % pair for pair in zip(fields, self)])
        return self.__class__.__name__ + "(" + shown + ")"

    def _asdict(self):
        return dict(zip(fields, self))

    def __getnewargs__(self):
        return tuple(self)

    for method in (__new__, _make, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = typename + "." + method.__name__
    __new__.__doc__ = "Create new instance of %s(%s)" % (typename, ", ".join(fields))
    namespace = {
        "__doc__": "%s(%s)" % (typename, ", ".join(fields)),
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": __new__,
        "_make": classmethod(_make),
        "__replace__": _replace,
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
    }
    for i, name in enumerate(fields):
        namespace[name] = _tuplegetter(i, "Alias for field number %d" % i)
    if module is None:
        try:
            module = sys._getframe(1).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            module = "__main__"
    namespace["__module__"] = module
    return type(typename, (tuple,), namespace)
