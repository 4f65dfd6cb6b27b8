"""Classes made of fields, with the usual methods written for them."""

import sys
from reprlib import recursive_repr
from types import GenericAlias, MappingProxyType

__all__ = ["dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY",
           "MISSING", "fields", "asdict", "astuple", "make_dataclass", "replace",
           "is_dataclass"]

_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"
_POST_INIT = "__post_init__"


class FrozenInstanceError(AttributeError):
    """An assignment to a field of a frozen dataclass."""


class _MISSING_TYPE:
    """The type of MISSING, which stands for no default."""


class _KW_ONLY_TYPE:
    """The type of KW_ONLY, after which fields are keyword-only."""


class _FIELD_BASE:
    """What kind of field an annotation makes."""

    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


class _Factory:
    """Shown where the default comes from a factory."""

    def __repr__(self):
        return "<factory>"


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELD = _FIELD_BASE("_FIELD")
_FIELD_CLASSVAR = _FIELD_BASE("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FIELD_BASE("_FIELD_INITVAR")
_HAS_DEFAULT_FACTORY = _Factory()


class InitVar:
    """Marks an argument of __init__ that goes to __post_init__ and is not kept."""

    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        kind = self.type
        if isinstance(kind, type) and not isinstance(kind, GenericAlias):
            return "dataclasses.InitVar[%s]" % kind.__name__
        return "dataclasses.InitVar[%r]" % (kind,)

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """What is known of one field."""

    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init",
                 "compare", "metadata", "kw_only", "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        shown = ["%s=%r" % (n, getattr(self, n)) for n in
                 ("name", "type", "default", "default_factory", "init", "repr", "hash",
                  "compare", "metadata", "kw_only")]
        return "Field(" + ",".join(shown) + ",_field_type=%r)" % (self._field_type,)

    def __set_name__(self, owner, name):
        # The default may be a descriptor that wants to know its name.
        method = getattr(type(self.default), "__set_name__", None)
        if method:
            method(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    """The arguments that the decorator had."""

    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen", "match_args",
                 "kw_only", "slots", "weakref_slot")

    def __init__(self, **values):
        for name in self.__slots__:
            setattr(self, name, values[name])

    def __repr__(self):
        return "_DataclassParams(" + ",".join(
            "%s=%r" % (n, getattr(self, n)) for n in self.__slots__) + ")"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    """Says more about a field than its default."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _leading_name(text):
    """The dotted name in front of an annotation that is a string."""
    text = text.strip()
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] in "_."):
        end += 1
    return text[:end]


def _kind_of(cls, annotation):
    """Whether an annotation means a field, a class variable or an InitVar."""
    if isinstance(annotation, str):
        name = _leading_name(annotation)
        module = sys.modules.get(cls.__module__)
        target = getattr(module, "__dict__", {}) if module is not None else {}
        parts = name.split(".")
        value = target.get(parts[0])
        for part in parts[1:]:
            value = getattr(value, part, None)
        annotation = value
        if annotation is None:
            return _FIELD
    if annotation is InitVar or type(annotation) is InitVar:
        return _FIELD_INITVAR
    typing = sys.modules.get("typing")
    if typing is not None:
        class_var = typing.ClassVar
        if annotation is class_var or getattr(annotation, "__origin__", None) is class_var:
            return _FIELD_CLASSVAR
    return _FIELD


def _is_kw_only(cls, annotation):
    if isinstance(annotation, str):
        name = _leading_name(annotation)
        return name == "KW_ONLY" or name.endswith(".KW_ONLY")
    return annotation is KW_ONLY


def _field_from(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if type(default).__name__ == "member_descriptor":
            # A slot of this name, not a value.
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _kind_of(cls, annotation)
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError("field %s cannot have a default factory" % name)
    if made._field_type is _FIELD_CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError("field %s is a ClassVar but specifies kw_only" % name)
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError("mutable default %s for field %s is not allowed: use default_factory"
                         % (type(made.default), name))
    return made


def _title(cls, name):
    return "%s.%s()" % (cls.__qualname__, name)


def _finish(cls, function, name, doc=None):
    function.__name__ = name
    function.__qualname__ = "%s.%s" % (cls.__qualname__, name)
    function.__module__ = cls.__module__
    if doc is not None:
        function.__doc__ = doc
    return function


def _make_init(cls, all_fields, frozen, slots, has_post):
    used = [f for f in all_fields if f._field_type in (_FIELD, _FIELD_INITVAR)]
    ordered = [f for f in used if f.init and not f.kw_only]
    named = [f for f in used if f.init and f.kw_only]
    seen_default = None
    for f in ordered:
        if f.default is MISSING and f.default_factory is MISSING:
            if seen_default:
                raise TypeError("non-default argument %r follows default argument %r"
                                % (f.name, seen_default.name))
        else:
            seen_default = f
    # The function is compiled, so that it is called as one that was written. It
    # finds what it needs in the closure, by names that no field has.
    me = "__dataclass_self__" if any(f.name == "self" for f in used) else "self"
    outer = {"__dataclass_later__": _HAS_DEFAULT_FACTORY, "__dataclass_store__": object.__setattr__}

    def default_of(f):
        outer["__dataclass_default_%s__" % f.name] = f.default
        return "__dataclass_default_%s__" % f.name

    def parameter(f):
        if f.default is not MISSING:
            return "%s=%s" % (f.name, default_of(f))
        return f.name if f.default_factory is MISSING else "%s=__dataclass_later__" % f.name

    def stored(f):
        """What becomes of a field, if anything."""
        if f.default_factory is not MISSING:
            make = "__dataclass_make_%s__" % f.name
            outer[make] = f.default_factory
            return "%s() if %s is __dataclass_later__ else %s" % (make, f.name, f.name) \
                if f.init else make + "()"
        if f.init:
            return f.name
        if f.default is not MISSING and slots:
            return default_of(f)
        return None

    parameters = [me, *map(parameter, ordered), *(["*"] if named else ()), *map(parameter, named)]
    lines = []
    for f in used:
        value = stored(f) if f._field_type is _FIELD else None
        if value is not None:
            lines.append("  __dataclass_store__(%s, %r, %s)" % (me, f.name, value) if frozen
                         else "  %s.%s = %s" % (me, f.name, value))
    if has_post:
        passed_on = [f.name if f.init else default_of(f)
                     for f in used if f._field_type is _FIELD_INITVAR]
        lines.append("  %s.__post_init__(%s)" % (me, ", ".join(passed_on)))
    source = "def make(%s):\n def __init__(%s):\n%s\n return __init__" % (
        ", ".join(outer), ", ".join(parameters), "\n".join(lines) or "  pass")
    made = {}
    exec(source, getattr(sys.modules.get(cls.__module__), "__dict__", {}), made)
    __init__ = made["make"](**outer)
    notes = {f.name: f.type for f in ordered + named}
    notes["return"] = None
    __init__.__annotations__ = notes
    return _finish(cls, __init__, "__init__")


def _make_repr(cls, shown):
    # Written out as __eq__ is.
    inner = ", ".join(["%s={self.%s!r}" % (f.name, f.name) for f in shown])
    names = {}
    exec("def __repr__(self):\n return f'{self.__class__.__qualname__}(%s)'" % inner, names)
    return _finish(cls, recursive_repr()(names["__repr__"]), "__repr__")


def _make_eq(cls, compared):
    # Written out, so that each attribute is found the quick way.
    tests = " and ".join(["self.%s==other.%s" % (f.name, f.name) for f in compared]) or "True"
    names = {}
    exec("def __eq__(self, other):\n if self is other:\n  return True\n"
         " if other.__class__ is self.__class__:\n  return %s\n return NotImplemented" % tests, names)
    return _finish(cls, names["__eq__"], "__eq__")


def _make_order(cls, compared, name, compare):
    names = [f.name for f in compared]

    def method(self, other):
        if other.__class__ is not self.__class__:
            return NotImplemented
        return compare(tuple([getattr(self, n) for n in names]),
                       tuple([getattr(other, n) for n in names]))

    return _finish(cls, method, name)


def _make_hash(cls, hashed):
    names = [f.name for f in hashed]

    def __hash__(self):
        return hash(tuple([getattr(self, n) for n in names]))

    return _finish(cls, __hash__, "__hash__")


def _add_frozen(cls, names):
    names = frozenset(names)

    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot assign to field %r" % (name,))
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError("cannot delete field %r" % (name,))
        super(cls, self).__delattr__(name)

    for method in (__setattr__, __delattr__):
        if not _set_new(cls, method.__name__, _finish(cls, method, method.__name__)):
            raise TypeError("Cannot overwrite attribute %s in class %s"
                            % (method.__name__, cls.__name__))


def _set_new(cls, name, value):
    """Sets an attribute that the class does not have itself."""
    if name in cls.__dict__:
        return False
    setattr(cls, name, value)
    return True


def _collect(cls, kw_only):
    """All fields, inherited ones first; checks frozen against the bases."""
    collected = {}
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            for f in inherited.values():
                collected[f.name] = f
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    notes = cls.__dict__.get("__annotations__", {})
    own = []
    after_mark = False
    for name, annotation in notes.items():
        if _is_kw_only(cls, annotation):
            if after_mark:
                raise TypeError("%r is KW_ONLY, but KW_ONLY has already been specified" % name)
            after_mark = True
            kw_only = True
        else:
            own.append(_field_from(cls, name, annotation, kw_only))
    for f in own:
        collected[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in notes:
            raise TypeError("%r is a field but has no type annotation" % name)
    return collected, frozen_bases


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
             weakref_slot):
    collected, frozen_bases = _collect(cls, kw_only)
    setattr(cls, _PARAMS, _DataclassParams(
        init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
        match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot))
    if frozen_bases:
        if any(frozen_bases) and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not all(frozen_bases) and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    setattr(cls, _FIELDS, collected)
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    hash_given = cls.__dict__.get("__hash__", MISSING)
    explicit_hash = not (hash_given is MISSING
                         or (hash_given is None and "__eq__" in cls.__dict__))
    everything = list(collected.values())
    kept = [f for f in everything if f._field_type is _FIELD]
    if init:
        _set_new(cls, "__init__",
                 _make_init(cls, everything, frozen, slots, hasattr(cls, _POST_INIT)))
    _set_new(cls, "__replace__", _finish(cls, _replace, "__replace__"))
    compared = [f for f in kept if f.compare]
    if repr:
        _set_new(cls, "__repr__", _make_repr(cls, [f for f in kept if f.repr]))
    if eq:
        _set_new(cls, "__eq__", _make_eq(cls, compared))
    if order:
        import operator
        for name in ("__lt__", "__le__", "__gt__", "__ge__"):
            method = _make_order(cls, compared, name, getattr(operator, name))
            if not _set_new(cls, name, method):
                raise TypeError("Cannot overwrite attribute %s in class %s Consider using "
                                "functools.total_ordering" % (name, cls.__name__))
    if frozen:
        _add_frozen(cls, [f.name for f in kept])
    _choose_hash(cls, kept, unsafe_hash, eq, frozen, explicit_hash)
    if not getattr(cls, "__doc__"):
        cls.__doc__ = cls.__name__ + _signature_text(everything)
    if match_args:
        _set_new(cls, "__match_args__",
                 tuple(f.name for f in everything
                       if f._field_type is not _FIELD_CLASSVAR and f.init and not f.kw_only))
    if slots:
        cls = _with_slots(cls, frozen, weakref_slot, kept)
    elif weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    abstract = getattr(cls, "__abstractmethods__", None)
    if abstract is not None:
        from abc import update_abstractmethods
        update_abstractmethods(cls)
    return cls


def _choose_hash(cls, kept, unsafe_hash, eq, frozen, explicit):
    hashed = [f for f in kept if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash:
        if explicit:
            raise TypeError("Cannot overwrite attribute __hash__ in class %s" % cls.__name__)
        cls.__hash__ = _make_hash(cls, hashed)
    elif eq and not explicit:
        cls.__hash__ = _make_hash(cls, hashed) if frozen else None


def _signature_text(everything):
    pieces = []
    starred = False
    ordered = [f for f in everything if f.init and not f.kw_only]
    named = [f for f in everything if f.init and f.kw_only]
    for f in ordered + named:
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if f.kw_only and not starred:
            pieces.append("*")
            starred = True
        kind = f.type
        if isinstance(kind, type) and not isinstance(kind, GenericAlias):
            text = kind.__qualname__ if kind.__module__ == "builtins" \
                else "%s.%s" % (kind.__module__, kind.__qualname__)
        else:
            text = repr(kind)
            if getattr(kind, "__module__", None) == "typing":
                text = text.replace("typing.", "")
        piece = "%s: %s" % (f.name, text)
        if f.default is not MISSING:
            piece += " = %r" % (f.default,)
        elif f.default_factory is not MISSING:
            piece += " = <factory>"
        pieces.append(piece)
    return "(%s)" % ", ".join(pieces)


def _with_slots(cls, frozen, weakref_slot, kept):
    """A class like cls with slots, which cannot be added to a class that exists."""
    if "__slots__" in cls.__dict__:
        raise TypeError("%s already specifies __slots__" % cls.__name__)
    body = dict(cls.__dict__)
    names = tuple(f.name for f in kept)
    inherited = set()
    for base in cls.__mro__[1:-1]:
        given = base.__dict__.get("__slots__", ("__weakref__",))
        inherited.update([given] if isinstance(given, str) else given)
    slots = [n for n in names if n not in inherited]
    if weakref_slot and "__weakref__" not in inherited:
        slots.append("__weakref__")
    body["__slots__"] = tuple(slots)
    for name in names:
        body.pop(name, None)
    body.pop("__dict__", None)
    body.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    new = type(cls)(cls.__name__, cls.__bases__, body)
    if qualname is not None:
        new.__qualname__ = qualname
    if frozen:
        for name in ("__setattr__", "__delattr__"):
            delattr(new, name)
        _add_frozen(new, names)
        if "__getstate__" in body or "__setstate__" in body:
            return new
        new.__getstate__ = lambda self: [getattr(self, f.name) for f in fields(self)]

        def set_state(self, state):
            for f, value in zip(fields(self), state):
                object.__setattr__(self, f.name, value)

        new.__setstate__ = set_state
    return new


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Writes the methods of a class from its annotated fields."""

    def decorate(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                        slots, weakref_slot)

    return decorate if cls is None else decorate(cls)


def fields(class_or_instance):
    """The Field objects of a dataclass or of an instance of one."""
    try:
        collected = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in collected.values() if f._field_type is _FIELD)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Whether obj is a dataclass or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def asdict(obj, *, dict_factory=dict):
    """A dict of the fields; dataclasses and containers inside are converted too."""
    if not _is_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")
    return _convert(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """A tuple of the fields' values; dataclasses and containers inside too."""
    if not _is_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")
    return _convert(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


# What is given on as it is, since nothing in it can change.
_PLAIN = frozenset([type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type,
                    range, property])


def _convert(obj, make):
    kind = type(obj)
    if kind in _PLAIN:
        return obj
    if kind is list:
        return [_convert(v, make) for v in obj]
    known = getattr(kind, _FIELDS, None)
    if known is not None:
        return make([(name, _convert(getattr(obj, name), make)) for name, f in known.items()
                     if f._field_type is _FIELD])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[_convert(v, make) for v in obj])
    if isinstance(obj, (list, tuple)):
        return kind([_convert(v, make) for v in obj])
    if isinstance(obj, dict):
        pairs = [(_convert(k, make), _convert(v, make)) for k, v in obj.items()]
        if hasattr(kind, "default_factory"):
            fresh = kind(obj.default_factory)
            for key, value in pairs:
                fresh[key] = value
            return fresh
        return kind(pairs)
    from copy import deepcopy
    return deepcopy(obj)


def replace(obj, /, **changes):
    """A new instance with some fields changed."""
    if not _is_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError("field %s is declared with init=False, it cannot be specified "
                                "with replace()" % f.name)
        elif f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError("InitVar %r must be specified with replace()" % f.name)
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False, module=None):
    """A dataclass from a name and a list of fields."""
    from keyword import iskeyword
    from types import new_class
    notes = {}
    values = {}
    for item in fields:
        if isinstance(item, str):
            name, kind = item, "typing.Any"
        elif len(item) == 2:
            name, kind = item
        elif len(item) == 3:
            name, kind, value = item
            values[name] = value
        else:
            raise TypeError("Invalid field: %r" % (item,))
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError("Field names must be valid identifiers: %r" % (name,))
        if iskeyword(name):
            raise TypeError("Field names must not be keywords: %r" % (name,))
        if name in notes:
            raise TypeError("Field name duplicated: %r" % (name,))
        notes[name] = kind

    def fill(body):
        body.update(namespace or {})
        body.update(values)
        body["__annotations__"] = notes

    made = new_class(cls_name, bases, {}, fill)
    if module is None:
        try:
            module = sys._getframe(1).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            module = "__main__"
    made.__module__ = module
    return dataclass(made, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)
