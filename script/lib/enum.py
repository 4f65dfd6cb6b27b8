"""Enumerations and flags."""

import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = ["EnumType", "EnumMeta", "EnumDict", "Enum", "IntEnum", "StrEnum", "Flag",
           "IntFlag", "ReprEnum", "auto", "unique", "property", "verify", "member",
           "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP",
           "global_flag_repr", "global_enum_repr", "global_str", "global_enum",
           "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "pickle_by_global_name",
           "pickle_by_enum_name", "show_flag_values"]

# These names exist only once the class statements below have run.
Enum = Flag = EJECT = KEEP = ReprEnum = None

_builtin_property = __builtins__["property"] if isinstance(__builtins__, dict) \
    else __builtins__.property


class nonmember:
    """A value in an enum's body that is not to become a member."""

    def __init__(self, value):
        self.value = value


class member:
    """A value in an enum's body that is to become a member, whatever it is."""

    def __init__(self, value):
        self.value = value


_auto_unset = object()


class auto:
    """Stands for a value that the enum chooses."""

    def __init__(self, value=_auto_unset):
        self.value = value

    def __repr__(self):
        return "auto(%r)" % (self.value,)


class property(DynamicClassAttribute):
    """A property of members that lets a member of the same name exist."""

    member = None
    name = clsname = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError("%r has no attribute %r" % (ownerclass, self.name))
        if self.fget is not None:
            return self.fget(instance)
        if self.member is not None:
            return self.member
        raise AttributeError("%r has no attribute %r" % (type(instance), self.name))

    def __set__(self, instance, value):
        if self.fset is not None:
            return self.fset(instance, value)
        raise AttributeError("<enum %r> cannot set attribute %r" % (self.clsname, self.name))

    def __delete__(self, instance):
        if self.fdel is not None:
            return self.fdel(instance)
        raise AttributeError("<enum %r> cannot delete attribute %r" % (self.clsname, self.name))

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


def _is_descriptor(obj):
    return hasattr(obj, "__get__") or hasattr(obj, "__set__") or hasattr(obj, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    start = "_%s__" % cls_name
    return len(name) > len(start) and name.startswith(start) and not name.endswith("__")


def _is_single_bit(num):
    return num > 0 and num & (num - 1) == 0


def _bits_of(num):
    while num:
        low = num & -num
        yield low
        num ^= low


def show_flag_values(value):
    """The single bits of a value."""
    return list(_bits_of(int(value)))


def bin(num, max_bits=None):
    """A binary text with a sign bit in front."""
    n = num.__index__()
    width = max_bits if max_bits is not None else max(n.bit_length(), 1 if n < 0 else 0)
    if n >= 0:
        sign, digits = "0", format(n, "b") if n else ""
    else:
        sign, digits = "1", format(n & ((1 << n.bit_length()) - 1), "b")
    if not digits:
        digits = "0"
    fill = sign
    return "0b" + sign + " " + digits.rjust(width, fill)


class EnumDict(dict):
    """An enum's body: notes which names are members, in order."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._cls_name = cls_name
        self._generate = None

    @_builtin_property
    def member_names(self):
        """The names of the members so far."""
        return list(self._member_names)

    def _next(self, name, value):
        if value.value is _auto_unset:
            value.value = self._generate(name, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        return value.value

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError("_ignore_ cannot specify already set names: %r" % (already,))
            elif key not in ("_order_", "_numeric_repr_", "_missing_", "_iter_member_",
                             "_iter_member_by_value_", "_iter_member_by_def_",
                             "_add_alias_", "_add_value_alias_", "_new_member_"):
                raise ValueError("_sunder_ names, such as %r, are reserved for future Enum use"
                                 % (key,))
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not (_is_descriptor(value)
                                               or _is_inner_class(self._cls_name, value)):
            if isinstance(value, member):
                value = value.value
            if key in self:
                raise TypeError("%r already defined as %r" % (key, self[key]))
            if isinstance(value, auto):
                value = self._next(key, value)
            elif type(value) is tuple and any(isinstance(v, auto) for v in value):
                value = tuple([self._next(key, v) if isinstance(v, auto) else v for v in value])
            self._member_names[key] = None
            self._last_values.append(value)
        elif key in self and key in self._member_names:
            raise TypeError("%r already defined as %r" % (key, self[key]))
        super().__setitem__(key, value)

    def update(self, members, *more):
        try:
            for name in members.keys():
                self[name] = members[name]
        except AttributeError:
            for name, value in members:
                self[name] = value


_EnumDict = EnumDict


def _is_inner_class(cls_name, value):
    """Whether value is a class written in the body, which makes no member of it."""
    if not isinstance(value, type):
        return False
    return ("." + value.__qualname__).endswith(".%s.%s" % (cls_name, value.__name__))


def _bases_of(name, bases):
    """The data type mixed in and the first enum class of the bases."""
    if not bases:
        return object, Enum
    for base in bases:
        if isinstance(base, EnumType) and base._member_names_:
            raise TypeError("<enum %r> cannot extend %r" % (name, base))
    first = bases[-1]
    if not isinstance(first, EnumType):
        raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] "
                        "[data_type,] enum_type)`")
    found = []
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    if base._member_type_ not in found:
                        found.append(base._member_type_)
                    break
            elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                found.append(candidate or base)
                break
            else:
                candidate = candidate or base
    found = list(dict.fromkeys(found))
    if len(found) > 1:
        raise TypeError("too many data types for %r: %r" % (name, set(found)))
    return (found[0] if found else object), first


def _creator(namespace, data_type, first):
    """The __new__ to make members with; whether it is saved; whether it takes arguments."""
    made = namespace.get("__new__")
    if isinstance(made, staticmethod):
        made = made.__func__
    saved = first is not None and made is not None
    if made is None:
        for attribute in ("__new_member__", "__new__"):
            for owner in (data_type, first):
                target = getattr(owner, attribute, None)
                if target is None or target is object.__new__:
                    continue
                if Enum is not None and target is Enum.__dict__["__new__"].__func__:
                    continue
                if target is getattr(None.__class__, "__new__", None):
                    continue
                made = target
                break
            if made is not None:
                break
        else:
            made = object.__new__
    if first is None or made is object.__new__:
        return made, saved, False
    return made, saved, True


class _Builder:
    """Makes the members when type.__new__ names it.

    That moment is after the class exists and before its bases hear of it by
    __init_subclass__.
    """

    def __init__(self, build):
        self.build = build
        self.error = None

    def __set_name__(self, owner, name):
        type.__delattr__(owner, name)
        try:
            self.build(owner)
        except Exception as exc:
            self.error = exc


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        body = EnumDict(cls)
        if Enum is not None:
            _, first = _bases_of(cls, bases)
            if first is not None:
                body._generate = first._generate_next_value_
                dict.__setitem__(body, "_generate_next_value_",
                                 first.__dict__.get("_generate_next_value_")
                                 or staticmethod(first._generate_next_value_))
        return body

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if Enum is None:
            # This is Enum itself: it has no members and no enum base.
            made = super().__new__(metacls, cls, bases, dict(classdict), **kwds)
            made._member_names_ = []
            made._member_map_ = {}
            made._value2member_map_ = {}
            made._unhashable_values_ = []
            made._member_type_ = object
            made._new_member_ = object.__new__
            made._use_args_ = False
            return made
        names = list(classdict._member_names)
        data_type, first = _bases_of(cls, bases)
        values = {n: classdict[n] for n in names}
        bad = set(names) & {"mro", ""}
        if bad:
            raise ValueError("invalid enum member name(s) %s" % ",".join(repr(n) for n in bad))
        order = classdict.get("_order_")
        body = {}
        ignore = set(classdict._ignore)
        for key, value in classdict.items():
            if key not in values and key not in ignore and key not in ("_order_", "_ignore_"):
                body[key] = value
        creator, save_new, use_args = _creator(classdict, data_type, first)
        body["_new_member_"] = creator
        body["_use_args_"] = use_args
        body["_member_names_"] = []
        body["_member_map_"] = {}
        body["_value2member_map_"] = {}
        body["_unhashable_values_"] = []
        body["_member_type_"] = data_type
        if "__reduce_ex__" not in body and data_type is not object \
                and not any(m in data_type.__dict__ for m in
                            ("__getnewargs_ex__", "__getnewargs__", "__reduce_ex__", "__reduce__")):
            body["__reduce_ex__"] = _reduce_by_value
        is_flag = Flag is not None and issubclass(first, Flag)
        if is_flag or boundary is not None:
            body["_boundary_"] = boundary or getattr(first, "_boundary_", None)
            body["_flag_mask_"] = 0
            body["_singles_mask_"] = 0
            body["_all_bits_"] = 0
            body["_inverted_"] = None

        def build(made):
            made._reprs_by_data_type(classdict, data_type, first)
            for name in names:
                made._add(name, values[name], is_flag)
            if save_new:
                made.__new_member__ = creator
            made.__new__ = Enum.__new__
            if order is not None:
                _check_order(made, order)
            if is_flag:
                made._finish_flag(boundary)

        builder = _Builder(build)
        body["_builder_"] = builder
        made = super().__new__(metacls, cls, bases, body, **kwds)
        if builder.error is not None:
            raise builder.error
        return made

    def __init__(cls, *args, **kwds):
        super().__init__(*args)

    def _reprs_by_data_type(cls, classdict, data_type, first):
        """Chooses __format__, __str__ and __repr__ where a mixed-in type has its own."""
        if ReprEnum is not None and ReprEnum in cls.__bases__:
            # The data type's own texts, for all but repr.
            if "__format__" not in classdict:
                cls.__format__ = data_type.__format__
            if "__str__" not in classdict:
                own = data_type.__str__
                cls.__str__ = data_type.__repr__ if own is object.__str__ else own
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name in classdict:
                continue
            enum_method = getattr(first, name)
            if getattr(cls, name, None) is getattr(data_type, name, None) is not enum_method \
                    and data_type is not object \
                    and not (ReprEnum is not None and issubclass(cls, ReprEnum)
                             and name in ("__str__", "__format__")):
                setattr(cls, name, enum_method)
        if Flag is not None and issubclass(first, Flag):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__",
                         "__invert__"):
                if name not in classdict:
                    setattr(cls, name, getattr(Flag, name))

    def _add(cls, name, value, is_flag):
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        if cls._use_args_:
            new = cls._new_member_(cls, *args)
        else:
            new = cls._new_member_(cls)
        if not hasattr(new, "_value_"):
            if cls._member_type_ is object:
                new._value_ = value
            else:
                try:
                    new._value_ = cls._member_type_(*args)
                except Exception as exc:
                    raise TypeError("_value_ not set in __new__, unable to create it") from exc
        value = new._value_
        new._name_ = name
        new.__objclass__ = cls
        new.__init__(*args)
        new._sort_order_ = len(cls._member_names_)
        canonical = cls._find(value)
        if canonical is not None and not (is_flag and canonical._name_ is None):
            new = canonical
        else:
            if is_flag and isinstance(value, int):
                if value < 0:
                    cls._flag_mask_ |= 0
                else:
                    cls._flag_mask_ |= value
                    if _is_single_bit(value):
                        cls._singles_mask_ |= value
                    cls._all_bits_ = (1 << cls._flag_mask_.bit_length()) - 1
            if not (is_flag and isinstance(value, int) and not _is_single_bit(value)):
                cls._member_names_.append(name)
            try:
                cls._value2member_map_.setdefault(value, new)
            except TypeError:
                cls._unhashable_values_.append(value)
        cls._bind(name, new)
        cls._member_map_[name] = new

    def _find(cls, value):
        """The member that already has the value, or None."""
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for m in cls._member_map_.values():
                if m._value_ == value:
                    return m
        return None

    def _bind(cls, name, new):
        """Makes the member an attribute, beside an inherited property of that name."""
        for base in cls.__mro__[1:]:
            there = base.__dict__.get(name)
            if there is None:
                continue
            if isinstance(there, (property, DynamicClassAttribute)):
                redirect = property(there.fget, there.fset, there.fdel)
                redirect.member = new
                redirect.__set_name__(cls, name)
                type.__setattr__(cls, name, redirect)
                return
            break
        type.__setattr__(cls, name, new)

    def _finish_flag(cls, boundary):
        missing = []
        if cls._boundary_ is not KEEP:
            for m in list(cls._member_map_.values()):
                value = m._value_
                if isinstance(value, int) and value > 0 and not _is_single_bit(value):
                    for bit in _bits_of(value):
                        if not bit & cls._singles_mask_:
                            missing.append(m._name_)
                            break
        for m in cls._member_map_.values():
            if isinstance(m._value_, int) and m._value_ < 0:
                if cls._boundary_ is KEEP:
                    fixed = cls._all_bits_ & m._value_ if cls._all_bits_ else m._value_
                else:
                    fixed = cls._singles_mask_ & m._value_
                m._value_ = fixed
        ordered = [m._value_ for m in cls if isinstance(m._value_, int)]
        cls._iter_by_def = ordered != sorted(ordered)

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_auto_unset, *values, module=None, qualname=None,
                 type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not _auto_unset:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _auto_unset and type is None:
            raise TypeError("%r has no members; specify `names=()` if you meant to create a new, "
                            "empty, enum" % cls)
        return cls._create_(value, None if names is _auto_unset else names, module=module,
                            qualname=qualname, type=type, start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        bases = (cls,) if type is None else (type, cls)
        metacls = cls.__class__
        body = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            given, names = names, []
            last = []
            for i, name in enumerate(given):
                value = cls._generate_next_value_(name, start, i, last[:])
                last.append(value)
                names.append((name, value))
        for item in names or ():
            name, value = (item, names[item]) if isinstance(item, str) else item
            body[name] = value
        if module is None:
            try:
                module = sys._getframe(2).f_globals["__name__"]
            except (AttributeError, ValueError, KeyError):
                module = None
        if module is not None:
            body["__module__"] = module
        if qualname is not None:
            body["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, body, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            cls(value)
        except ValueError:
            return value in cls._unhashable_values_ if cls._unhashable_values_ else False
        except TypeError:
            return False
        return True

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError("%r cannot delete member %r." % (cls.__name__, attr))
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def __dir__(cls):
        return sorted(["__class__", "__contains__", "__doc__", "__getitem__", "__init_subclass__",
                       "__iter__", "__len__", "__members__", "__module__", "__name__",
                       "__qualname__"] + cls._member_names_)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        """All names, aliases too, with their members."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__


EnumMeta = EnumType


def _reduce_by_value(self, proto):
    return self.__class__, (self._value_,)


def _check_order(cls, order):
    if isinstance(order, str):
        order = order.replace(",", " ").split()
    if [n for n in order if n in cls._member_names_] != cls._member_names_:
        raise TypeError("member order does not match _order_:\n  %r\n  %r"
                        % (cls._member_names_, list(order)))


def _after_the_last(start, last_values):
    """What follows the last value to which one can be added."""
    values = list(last_values)
    if sys.version_info >= (3, 11):
        try:
            values.sort()
            if values[-1] == last_values[-1]:
                return values[-1] + 1
        except TypeError:
            pass
        import warnings

        warnings.warn(
            "In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support "
            "adding +1\nand the value returned will be the largest value in the enum incremented by 1",
            DeprecationWarning,
            stacklevel=5,
        )
    for value in reversed(values):
        try:
            return value + 1
        except TypeError:
            pass
    return start


class Enum(metaclass=EnumType):
    """A set of named constant values."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for m in cls._member_map_.values():
                if m._value_ == value:
                    return m
        problem = None
        try:
            found = cls._missing_(value)
        except Exception as exc:
            problem = exc
            found = None
        if isinstance(found, cls):
            return found
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT \
                and isinstance(found, int):
            return found
        if not cls._member_map_:
            raise TypeError("%r has no members defined" % cls)
        invalid = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        if found is None and problem is None:
            raise invalid
        if problem is None:
            problem = TypeError("error in %s._missing_: returned %r instead of None or a valid "
                                "member" % (cls.__name__, found))
        if not isinstance(problem, ValueError):
            problem.__context__ = invalid
        raise problem

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        if sys.version_info < (3, 13):
            return _after_the_last(start, last_values)
        try:
            last = sorted(last_values)[-1]
        except TypeError:
            raise TypeError("unable to sort non-numeric values") from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f"unable to increment {last!r}") from None

    @classmethod
    def _missing_(cls, value):
        return None

    def _add_alias_(self, name):
        type(self)._member_map_[name] = self
        type.__setattr__(type(self), name, self)

    def _add_value_alias_(self, value):
        type(self)._value2member_map_.setdefault(value, self)

    def __repr__(self):
        show = self._value_repr_ if hasattr(self, "_value_repr_") else repr
        cls = self.__class__
        kind = cls._member_type_
        if kind is not object and "__dataclass_fields__" in kind.__dict__ \
                and kind.__dict__["__dataclass_params__"].repr:
            from dataclasses import fields
            inner = ", ".join("%s=%r" % (f.name, getattr(self, f.name))
                              for f in fields(self) if f.repr)
            return "<%s.%s: %s>" % (cls.__name__, self._name_, inner)
        return "<%s.%s: %s>" % (cls.__name__, self._name_, show(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__", "name", "value"}
        for cls in self.__class__.__mro__:
            for name in cls.__dict__:
                if name[0] != "_" and name not in self._member_map_:
                    names.add(name)
        return sorted(names)

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The member's name."""
        return self._name_

    @property
    def value(self):
        """The member's value."""
        return self._value_


class ReprEnum(Enum):
    """Changes only repr; str and format are the data type's."""


class IntEnum(int, ReprEnum):
    """Members that are ints."""


class StrEnum(str, ReprEnum):
    """Members that are strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2],))
        value = str(*values)
        self = str.__new__(cls, value)
        self._value_ = value
        return self

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What a flag does with bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """Members that combine by bit operators."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        top = max(last_values)
        try:
            return 2 ** top.bit_length()
        except Exception:
            raise TypeError("invalid flag value %r" % top) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _bits_of(value & cls._flag_mask_):
            found = cls._value2member_map_.get(bit)
            if found is not None:
                yield found

    @classmethod
    def _iter_member_(cls, value):
        members = list(cls._iter_member_by_value_(value))
        if cls.__dict__.get("_iter_by_def"):
            members.sort(key=lambda m: m._sort_order_)
        return iter(members)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, singles, every = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        negative = None
        unknown = False
        if value < 0:
            unknown = not ~every <= value
        else:
            unknown = bool(value & (every ^ mask)) or value > every
        if unknown:
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (
                    cls, value, bin(value, width), bin(mask, width)))
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
            elif cls._boundary_ is KEEP:
                if value < 0:
                    value = max(every + 1, 2 ** value.bit_length()) + value
        if value < 0:
            negative = value
            if cls._boundary_ in (EJECT, KEEP):
                value = every + 1 + value
            else:
                value = singles & value
        stray = value & ~mask
        if cls._member_type_ is object:
            combined = object.__new__(cls)
        else:
            combined = cls._member_type_.__new__(cls, value)
        if not hasattr(combined, "_value_"):
            combined._value_ = value
        if stray and cls._boundary_ is not KEEP:
            raise ValueError("%s(%r) --> unknown values %r [%s]" % (
                cls.__name__, value, stray, bin(stray)))
        if value & mask:
            names = [m._name_ for m in cls._iter_member_(value)]
            if not cls.__dict__.get("_iter_by_def", True) or names:
                combined._name_ = "|".join(names)
            if not names:
                combined._name_ = None
            elif stray:
                combined._name_ += "|%s" % cls._numeric_repr_(stray)
        else:
            combined._name_ = None
        combined.__objclass__ = cls
        kept = cls._value2member_map_.setdefault(value, combined)
        if negative is not None:
            cls._value2member_map_[negative] = kept
        return kept

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': %r and %r" % (
                type(other).__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return "<%s: %s>" % (name, self._numeric_repr_(self._value_))
        return "<%s.%s: %s>" % (name, self._name_, self._numeric_repr_(self._value_))

    def __str__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return "%s(%s)" % (name, self._numeric_repr_(self._value_))
        return "%s.%s" % (name, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._operand(other)
        if value is None:
            return NotImplemented
        return self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._operand(other)
        if value is None:
            return NotImplemented
        return self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._operand(other)
        if value is None:
            return NotImplemented
        return self.__class__(self._value_ ^ value)

    def __invert__(self):
        if self._boundary_ in (EJECT, KEEP):
            return self.__class__(~self._value_)
        return self.__class__(self._singles_mask_ & ~self._value_)

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""


def unique(enumeration):
    """Refuses an enum in which a value has two names."""
    doubles = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if doubles:
        raise ValueError("duplicate values found in %r: %s" % (
            enumeration, ", ".join("%s -> %s" % pair for pair in doubles)))
    return enumeration


class EnumCheck(StrEnum):
    """What verify can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Checks an enum for the given conditions."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                doubles = [(n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
                if doubles:
                    raise ValueError("aliases found in %r: %s" % (
                        enumeration, ", ".join("%s -> %s" % pair for pair in doubles)))
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named(enumeration)
        return enumeration

    def _continuous(self, enumeration):
        values = {m.value for m in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            missing = [1 << i for i in range(low.bit_length(), high.bit_length() - 1)
                       if 1 << i not in values]
            kind = "flag"
        else:
            missing = [i for i in range(low + 1, high) if i not in values]
            kind = "enum"
        if missing:
            raise ValueError("invalid %s %r: missing values %s" % (
                kind, enumeration.__name__, ", ".join(map(str, missing))))

    def _named(self, enumeration):
        values = [m.value for m in enumeration]
        problems, bits = [], 0
        for name, m in enumeration._member_map_.items():
            if name in enumeration._member_names_ or m.value < 0:
                continue
            absent = [b for b in _bits_of(m.value) if b not in values]
            if absent:
                problems.append(name)
                for b in absent:
                    bits |= b
        if problems:
            if len(problems) == 1:
                who = "alias %s is missing" % problems[0]
            else:
                who = "aliases %s and %s are missing" % (", ".join(problems[:-1]), problems[-1])
            if _is_single_bit(bits):
                what = "value 0x%x" % bits
            else:
                what = "combined values of 0x%x" % bits
            raise ValueError("invalid Flag %r: %s %s [use enum.show_flag_values(value) for "
                             "details]" % (enumeration.__name__, who, what))


def global_enum_repr(self):
    """module.NAME"""
    name = self._name_ if self._name_ is not None else str(self._value_)
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], name)


def global_flag_repr(self):
    """module.NAME|module.NAME"""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    return "|".join(n if n[0].isdigit() else "%s.%s" % (module, n)
                    for n in self._name_.split("|"))


def global_str(self):
    """NAME"""
    if self._name_ is None:
        return "%s(%r)" % (self.__class__.__name__, self._value_)
    return self._name_


def global_enum(cls, update_str=False):
    """Puts the members among their module's names."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls


def pickle_by_global_name(self, proto):
    """A __reduce_ex__ that names the member."""
    return self.name


def pickle_by_enum_name(self, proto):
    """A __reduce_ex__ that names class and member."""
    return getattr, (self.__class__, self._name_)
