"""Names for annotations; at run time they only have to subscript and print well."""

import collections
import collections.abc
import sys
from abc import ABCMeta
from types import GenericAlias, UnionType

TYPE_CHECKING = False


def _text(t):
    if t is Ellipsis:
        return "..."
    if isinstance(t, type) and not isinstance(t, GenericAlias):
        if t.__module__ == "builtins":
            return t.__qualname__
        return "%s.%s" % (t.__module__, t.__qualname__)
    if isinstance(t, (tuple, list)):
        return "[" + ", ".join(map(_text, t)) + "]"
    if type(t).__name__ == "function":
        return t.__name__
    return repr(t)


def _arg(t):
    """None means its type, a string a reference to come."""
    if t is None:
        return type(None)
    if isinstance(t, str):
        return ForwardRef(t)
    return t


def _args(params):
    return tuple([_arg(p) for p in (params if isinstance(params, tuple) else (params,))])


def _variables(args):
    found = []
    for a in args:
        if isinstance(a, (TypeVar, ParamSpec, TypeVarTuple)):
            more = [a]
        elif isinstance(a, (list, tuple)):
            more = _variables(a)
        else:
            more = getattr(a, "__parameters__", ()) if not isinstance(a, type) \
                or isinstance(a, GenericAlias) else ()
        for v in more:
            if v not in found:
                found.append(v)
    return tuple(found)


def _count(named, given, wanted, at_least=None):
    """Refuses too many or too few arguments for a subscript."""
    if at_least is None:
        at_least = wanted
    if wanted is not None and given > wanted:
        word, limit = "many", str(wanted)
    elif given < at_least:
        word, limit = "few", str(at_least)
        if wanted != at_least or not isinstance(named, _Name):
            limit = "at least " + limit
    else:
        return
    raise TypeError("Too %s arguments for %s; actual %d, expected %s"
                    % (word, named, given, limit))


class _Joins:
    """Lets annotations be joined by |."""

    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]


class ForwardRef(_Joins):
    """A type named by a string."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError("Forward reference must be a string -- got %r" % (arg,))
        try:
            compile("(%s)" % arg, "<string>", "eval")
        except SyntaxError:
            raise SyntaxError("Forward reference must be an expression -- got %r" % arg) from None
        self.__forward_arg__ = arg

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return "ForwardRef(%r)" % self.__forward_arg__


class _Unset:
    """Stands for a default that was not given."""


class _Variable(_Joins):
    """What type variables share."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False,
                 infer_variance=False, default=_Unset):
        if constraints and bound is not None:
            raise TypeError("Constraints cannot be combined with bound=...")
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = None if bound is None else _arg(bound)
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__default__ = NoDefault if default is _Unset else default
        try:
            self.__module__ = sys._getframe(1).f_globals.get("__name__")
        except (AttributeError, ValueError):
            pass
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        if covariant and contravariant:
            raise ValueError("Bivariant types are not supported.")

    def __getattr__(self, name):
        # What a type parameter says of itself is worked out when asked for.
        mine = self.__dict__
        if name in ("__bound__", "__constraints__") and "_bound" in mine:
            value = None if self._bound is None else self._bound()
            several = isinstance(value, tuple)
            self.__constraints__ = value if several else ()
            self.__bound__ = None if several else value
        elif name == "__default__" and "_default" in mine:
            self.__default__ = NoDefault if self._default is None else self._default()
        else:
            raise AttributeError("%r object has no attribute %r"
                                 % ("typing." + type(self).__name__, name))
        return mine[name]

    def has_default(self):
        """Whether a default was given."""
        if "_default" in self.__dict__:
            return self._default is not None
        return self.__default__ is not NoDefault

    def __typing_subst__(self, arg):
        return _arg(arg)

    def __mro_entries__(self, bases):
        raise TypeError("Cannot subclass an instance of " + type(self).__name__)

    def __repr__(self):
        if self.__dict__.get("__infer_variance__"):
            return self.__name__
        sign = "+" if self.__covariant__ else "-" if self.__contravariant__ else "~"
        return sign + self.__name__


class TypeVar(_Variable):
    """A type variable."""


class ParamSpec(_Variable):
    """A variable for a parameter list."""

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class ParamSpecArgs:
    """The positional part of a ParamSpec."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return self.__origin__.__name__ + ".args"


class ParamSpecKwargs:
    """The keyword part of a ParamSpec."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return self.__origin__.__name__ + ".kwargs"


class TypeVarTuple(_Variable):
    """A variable for any number of types."""

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class _NoDefaultType:
    """The type of NoDefault."""

    __slots__ = ()

    def __repr__(self):
        return "typing.NoDefault"


NoDefault = _NoDefaultType()


def _type_parameter(kind, name, bound, default):
    """The parameter that the machine makes of T, *T or **T."""
    cls = (TypeVar, ParamSpec, TypeVarTuple)[kind]
    made = cls.__new__(cls)
    made.__name__ = name
    made.__covariant__ = made.__contravariant__ = False
    made.__infer_variance__ = True
    made._bound = bound
    made._default = default
    made.__module__ = sys._getframe(1).f_globals.get("__name__")
    return made


def _generic_base(params):
    """The base that type parameters give a class."""
    return Generic[tuple([Unpack[p] if isinstance(p, TypeVarTuple) else p for p in params])]


class TypeAliasType(_Joins):
    """A name for a type."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self.__parameters__ = type_params
        self.__value__ = value
        self.__module__ = sys._getframe(1).f_globals.get("__name__")

    def __getattr__(self, name):
        if name == "__value__" and "_work_out" in self.__dict__:
            self.__value__ = self._work_out()
            return self.__value__
        raise AttributeError("'typing.TypeAliasType' object has no attribute %r" % name)

    def __getitem__(self, params):
        if not self.__type_params__:
            raise TypeError("Only generic type aliases are subscriptable")
        return GenericAlias(self, params)

    def __repr__(self):
        return self.__name__


def _type_alias(name, work_out, params):
    """What a type statement makes."""
    made = TypeAliasType.__new__(TypeAliasType)
    made.__name__ = name
    made.__type_params__ = made.__parameters__ = params
    made._work_out = work_out
    made.__module__ = sys._getframe(1).f_globals.get("__name__")
    return made


# How many arguments the names of this module take, where that is one number.
_arity = dict.fromkeys(("List Set FrozenSet Deque Counter Type Awaitable AsyncIterable "
                        "AsyncIterator Iterable Iterator Reversible Container Collection "
                        "AbstractSet MutableSet Sequence MutableSequence KeysView ValuesView "
                        "MappingView").split(), 1)
_arity.update(dict.fromkeys("Dict DefaultDict OrderedDict ChainMap Mapping MutableMapping "
                            "ItemsView".split(), 2))
_arity["Coroutine"] = _arity["Generator"] = 3
_arity.update({"AsyncGenerator": 2, "ContextManager": 2, "AsyncContextManager": 2,
               "Hashable": 0, "Sized": 0, "ByteString": 0})
# What is taken for the last of them.
_defaults = {"Generator": (type(None), type(None)), "AsyncGenerator": (type(None),),
             "ContextManager": (bool | None,), "AsyncContextManager": (bool | None,)}

_not_callable = ("List", "Dict", "Set", "FrozenSet", "Tuple", "Type", "Callable")


def _and_generic(alias, bases):
    """The bases that a named alias stands for: its class, and Generic if none that
    follow bring it along."""
    entries = () if alias.__origin__ in bases else (alias.__origin__,)
    for base in bases[bases.index(alias) + 1:]:
        if isinstance(base, (_Alias, _Name)):
            return entries
        brought = (base,)
        if not isinstance(base, type):
            brought = getattr(base, "__mro_entries__", lambda bases: ())(bases)
        if any(isinstance(b, type) and issubclass(b, Generic) for b in brought):
            return entries
    return entries + (Generic,)


def _is_parameters(arg):
    """Whether arg can stand for a ParamSpec."""
    return arg is Ellipsis or isinstance(arg, (list, tuple, ParamSpec, _Concatenation))


def _chosen(named, own, params, defaults=True):
    """What a subscript chooses for the type variables own: a tuple of types for *Ts
    and, unless one thing stands for all, for **P."""
    given = list(params) if isinstance(params, tuple) else [params]
    if len(own) == 1 and isinstance(own[0], ParamSpec) \
            and not (len(given) == 1 and _is_parameters(given[0])):
        given = [given]
    several = [i for i, p in enumerate(own) if isinstance(p, TypeVarTuple)]
    for p in own[len(given) + len(several):] if defaults else ():
        default = p.__default__
        if default is NoDefault:
            break
        given.append(default)
    if several:
        _count(named, len(given), None, len(own) - 1)
        at, more = several[0], len(given) - len(own) + 1
        given[at:at + more] = [_args(tuple(given[at:at + more]))]
    else:
        _count(named, len(given), len(own))
    chosen = {}
    for p, arg in zip(own, given):
        if isinstance(p, ParamSpec):
            if not _is_parameters(arg):
                raise TypeError("Expected a list of types, an ellipsis, ParamSpec, or "
                                "Concatenate. Got %s" % (arg,))
            chosen[p] = _args(tuple(arg)) if isinstance(arg, list) else arg
        else:
            chosen[p] = arg if isinstance(p, TypeVarTuple) else _arg(arg)
    return chosen


def _substitute(args, chosen, flat):
    """args with type variables replaced; flat splices what stands for a **P."""
    out = []
    for a in args:
        if isinstance(a, (TypeVar, ParamSpec)):
            got = chosen.get(a, a)
            if flat and isinstance(got, tuple):
                out += got
            else:
                out.append(got)
            continue
        params = () if isinstance(a, type) and not isinstance(a, GenericAlias) \
            else getattr(a, "__parameters__", ())
        if not params:
            out.append(a)
        elif isinstance(a, _Alias) and a.__origin__ is Unpack and params[0] in chosen \
                and isinstance(params[0], TypeVarTuple):
            out += chosen[params[0]]
        elif isinstance(a, _Alias):
            made = a._replaced(chosen)
            if isinstance(made, tuple):
                out += made
            else:
                out.append(made)
        else:
            with_ = []
            for p in params:
                got = chosen.get(p, p)
                if isinstance(p, TypeVarTuple) and p in chosen:
                    with_ += got
                else:
                    with_.append(list(got) if isinstance(got, tuple) else got)
            out.append(a[tuple(with_)])
    return tuple(out)


class _Alias(_Joins):
    """A subscripted name: List[int]."""

    def __init__(self, origin, args, name):
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _variables(args)
        self._name = name

    def copy_with(self, args):
        """The same name with other arguments."""
        return type(self)(self.__origin__, args, self._name)

    def _replaced(self, chosen):
        return self.copy_with(_substitute(self.__args__, chosen, False))

    def __getitem__(self, params):
        if self.__origin__ in (Generic, _protocol[0]):
            raise TypeError("Cannot subscript already-subscripted %s" % self)
        if not self.__parameters__:
            raise TypeError("%s is not a generic class" % self)
        return self._replaced(_chosen(self, self.__parameters__, params))

    def __iter__(self):
        yield Unpack[self]

    def __call__(self, *args, **kwargs):
        if self._name in _not_callable:
            raise TypeError("Type %s cannot be instantiated; use %s() instead"
                            % (self._name, self.__origin__.__name__))
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            pass
        return made

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name or self.__origin__.__name__
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if origin is Generic:
            # A later base may bring Generic along.
            later = bases[bases.index(self) + 1:]
            return () if Protocol in bases or any(
                isinstance(b, (_Alias, _Name)) and b is not self for b in later) else (Generic,)
        if origin is Protocol:
            return (Protocol,)
        if not isinstance(origin, type):
            raise TypeError("Cannot subclass %r" % self)
        return _and_generic(self, bases) if self._name else (origin,)

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        name = "typing." + self._name if self._name else _text(self.__origin__)
        return "%s[%s]" % (name, ", ".join(map(_text, self.__args__)) or "()")

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError("Subscripted generics cannot be used with class and instance checks")


class _UnionAlias(_Alias):
    """Union[A, B] and Optional[A]."""

    def copy_with(self, args):
        return Union[args]

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return "Optional" if type(None) in self.__args__ and len(self.__args__) == 2 else "Union"
        return super().__getattr__(name)

    def __eq__(self, other):
        if not isinstance(other, (_UnionAlias, UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return "typing.Optional[%s]" % _text(args[0] if args[1] is type(None) else args[1])
        return super().__repr__()

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)


class _LiteralAlias(_Alias):
    """Literal[1, "a"]."""

    def _typed(self):
        return {(v, type(v)) for v in self.__args__}

    def __eq__(self, other):
        if not isinstance(other, _LiteralAlias):
            return NotImplemented
        return self._typed() == other._typed()

    def __hash__(self):
        return hash(frozenset(self._typed()))

    def __repr__(self):
        return "typing.Literal[%s]" % (", ".join(map(repr, self.__args__)) or "()")


class _AnnotatedAlias(_Alias):
    """Annotated[A, what, ...]."""

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, origin.__metadata__ + metadata
        super().__init__(origin, (origin,), "Annotated")
        self.__metadata__ = metadata

    def copy_with(self, args):
        return _AnnotatedAlias(args[0], self.__metadata__)

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __repr__(self):
        return "typing.Annotated[%s, %s]" % (_text(self.__origin__),
                                             ", ".join(map(repr, self.__metadata__)))


class _Concatenation(_Alias):
    """Concatenate[A, P]."""

    def _replaced(self, chosen):
        args = _substitute(self.__args__, chosen, True)
        last = chosen.get(self.__args__[-1])
        if isinstance(last, tuple):
            return args
        if isinstance(last, _Concatenation):
            return self.copy_with(args[:-1] + last.__args__)
        return self.copy_with(args)


class _CallableAlias(_Alias):
    """Callable[[A, B], R], with the arguments flat."""

    def _replaced(self, chosen):
        return self.copy_with(_substitute(self.__args__, chosen, True))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_parameters(args[0]):
            return "typing.Callable[%s, %s]" % tuple(map(_text, args))
        return "typing.Callable[[%s], %s]" % (", ".join(map(_text, args[:-1])), _text(args[-1]))


class _Name(_Joins):
    """A name of this module that is no class: Any, Union, List."""

    def __init__(self, name, origin=None, subscript=None):
        self._name = name
        self._subscript = subscript
        if origin is not None:
            self.__origin__ = origin

    def __getitem__(self, params):
        if self._subscript is not None:
            return self._subscript(self, params)
        if "__origin__" not in self.__dict__:
            raise TypeError("%r is not subscriptable" % self)
        wanted = _arity.get(self._name)
        if wanted == 0:
            raise TypeError("%r is not a generic class" % self)
        if self._name in _defaults:
            given = params if isinstance(params, tuple) else (params,)
            more = _defaults[self._name]
            if not wanted - len(more) <= len(given) <= wanted:
                raise TypeError("Too %s arguments for %r; actual %d, expected at least %d" % (
                    "many" if len(given) > wanted else "few", self, len(given), wanted - len(more)))
            params = given + more[max(0, len(given) + len(more) - wanted):]
        if wanted:
            _count(self, len(params) if isinstance(params, tuple) else 1, wanted)
        return _Alias(self.__origin__, _args(params), self._name)

    def __call__(self, *args, **kwargs):
        origin = self.__dict__.get("__origin__")
        if origin is None:
            raise TypeError("Cannot instantiate %r" % self)
        if self._name in _not_callable:
            raise TypeError("Type %s cannot be instantiated; use %s() instead"
                            % (self._name, origin.__name__))
        return origin(*args, **kwargs)

    def __mro_entries__(self, bases):
        origin = self.__dict__.get("__origin__")
        if origin is None:
            raise TypeError("Cannot subclass %r" % self)
        return _and_generic(self, bases)

    def __instancecheck__(self, obj):
        if "__origin__" not in self.__dict__ and self is not Union:
            raise TypeError("%r cannot be used with isinstance()" % self)
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        origin = self.__dict__.get("__origin__")
        if origin is None:
            raise TypeError("%r cannot be used with issubclass()" % self)
        return issubclass(cls, origin)

    def __repr__(self):
        return "typing." + self._name

    def __reduce__(self):
        return self._name

    def __getattr__(self, name):
        if name in ("__name__", "__qualname__"):
            return self._name
        origin = self.__dict__.get("__origin__")
        if origin is None or name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        return getattr(origin, name)


def _union(self, params):
    if params == ():
        raise TypeError("Cannot take a Union of no types.")
    flat = []
    for p in _args(params):
        inside = (p,)
        if isinstance(p, UnionType) or getattr(p, "__origin__", None) is Union:
            inside = p.__args__
        for q in inside:
            if q not in flat:
                flat.append(q)
    return flat[0] if len(flat) == 1 else _UnionAlias(Union, tuple(flat), "Union")


def _optional(self, param):
    if isinstance(param, tuple):
        raise TypeError("typing.Optional requires a single type. Got %.100r." % (param,))
    return Union[param, None]


def _one(self, param):
    if isinstance(param, tuple):
        raise TypeError("%s accepts only single type. Got %.100r." % (self, param))
    return _Alias(self, _args(param), self._name)


def _concatenate(self, params):
    if params == ():
        raise TypeError("Cannot take a Concatenate of no types.")
    args = _args(params)
    if not (args[-1] is Ellipsis or isinstance(args[-1], ParamSpec)):
        raise TypeError("The last parameter to Concatenate should be a ParamSpec variable or "
                        "ellipsis.")
    return _Concatenation(self, args, "Concatenate")


def _literal(self, params):
    params = params if isinstance(params, tuple) else (params,)
    flat = []
    for p in params:
        for v in p.__args__ if getattr(p, "__origin__", None) is Literal else (p,):
            if not any(v == f and type(v) is type(f) for f in flat):
                flat.append(v)
    return _LiteralAlias(Literal, tuple(flat), "Literal")


def _callable(self, params):
    if not isinstance(params, tuple) or len(params) != 2:
        raise TypeError("Callable must be used as Callable[[arg, ...], result].")
    args, result = params
    args = _args(tuple(args)) if isinstance(args, (list, tuple)) else (args,)
    return _CallableAlias(collections.abc.Callable, args + _args((result,)), "Callable")


def _annotated(self, params):
    if not isinstance(params, tuple) or len(params) < 2:
        raise TypeError("Annotated[...] should be used with at least two arguments (a type and "
                        "an annotation).")
    return _AnnotatedAlias(_arg(params[0]), params[1:])


class _AnyMeta(type):
    def __instancecheck__(cls, obj):
        if cls is Any:
            raise TypeError("typing.Any cannot be used with isinstance()")
        return super().__instancecheck__(obj)

    def __repr__(cls):
        return "typing.Any" if cls is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    """Any type at all."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError("Any cannot be instantiated")
        return super().__new__(cls)


Union = _Name("Union", None, _union)
Optional = _Name("Optional", None, _optional)
Literal = _Name("Literal", None, _literal)
Callable = _Name("Callable", collections.abc.Callable, _callable)
Annotated = _Name("Annotated", None, _annotated)
Concatenate = _Name("Concatenate", None, _concatenate)
for _n in "ClassVar Final Required NotRequired ReadOnly TypeGuard TypeIs Unpack".split():
    globals()[_n] = _Name(_n, None, _one)
for _n in "NoReturn Never Self LiteralString TypeAlias".split():
    globals()[_n] = _Name(_n)
for _n, _o in (("List", list), ("Dict", dict), ("Set", set), ("FrozenSet", frozenset),
               ("Tuple", tuple), ("Type", type), ("Deque", collections.deque),
               ("DefaultDict", collections.defaultdict), ("Counter", collections.Counter),
               ("OrderedDict", collections.OrderedDict), ("ChainMap", collections.ChainMap)):
    globals()[_n] = _Name(_n, _o)
for _n in ("Awaitable Coroutine AsyncIterable AsyncIterator AsyncGenerator Iterable Iterator "
           "ByteString Generator Reversible Container Collection Hashable Sized Mapping MutableMapping "
           "Sequence MutableSequence MappingView KeysView ItemsView ValuesView "
           "MutableSet").split():
    globals()[_n] = _Name(_n, getattr(collections.abc, _n))
AbstractSet = _Name("AbstractSet", collections.abc.Set)
Text = str
AnyStr = TypeVar("AnyStr", bytes, str)


def _parameters(cls, params):
    """The type variables that make a class generic."""
    args = params if isinstance(params, tuple) else (params,)
    if not args:
        raise TypeError("Parameter list to %s[...] cannot be empty" % cls.__qualname__)
    flat = [a.__args__[0] if isinstance(a, _Alias) and a.__origin__ is Unpack else a
            for a in args]
    if not all(isinstance(a, _Variable) for a in flat):
        raise TypeError("Parameters to %s[...] must all be type variables or parameter "
                        "specification variables." % cls.__name__)
    if len(set(flat)) != len(flat):
        raise TypeError("Parameters to %s[...] must all be unique" % cls.__name__)
    default = False
    for v in flat:
        has = v.has_default()
        if default and not has:
            raise TypeError("Type parameter %r without a default follows type parameter with a "
                            "default" % v)
        default = has
    return args


def _declared(cls):
    """The type parameters of a class, by its bases."""
    bases = cls.__dict__.get("__orig_bases__")
    if Generic in (cls.__bases__ if bases is None else bases) and cls.__name__ != "Protocol":
        raise TypeError("Cannot inherit from plain Generic")
    found, named = _variables(bases or ()), None
    for base in bases or ():
        if isinstance(base, _Alias) and base.__origin__ in (Generic, _protocol[0]):
            if named is not None and base.__origin__ is Generic:
                raise TypeError("Cannot inherit from Generic[...] multiple times.")
            named = base
    if named is None:
        return found
    left = [v for v in found if v not in named.__parameters__]
    if left:
        raise TypeError("Some type variables (%s) are not listed in %s[%s]"
                        % (", ".join(map(str, left)), named.__origin__.__name__,
                           ", ".join(map(str, named.__parameters__))))
    return named.__parameters__


class Generic:
    """A class with type parameters."""

    __slots__ = ()

    @classmethod
    def __class_getitem__(cls, params):
        if cls in (Generic, _protocol[0]):
            return _Alias(cls, _parameters(cls, params), cls.__name__)
        own = cls.__parameters__
        if not own:
            raise TypeError("%s is not a generic class" % cls)
        chosen = _chosen(cls, own, params)
        args = []
        for p in own:
            args += chosen[p] if isinstance(p, TypeVarTuple) else (chosen[p],)
        return _Alias(cls, tuple(args), None)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        cls.__parameters__ = _declared(cls)


_protocol = [None]
# Classes that a protocol may have as bases although they are none.
_protocol_bases = {
    "collections.abc": ("Callable Awaitable Iterable Iterator AsyncIterable AsyncIterator "
                        "Hashable Sized Container Collection Reversible Buffer").split(),
    "contextlib": ("AbstractContextManager", "AbstractAsyncContextManager"),
}


class _ProtocolMeta(ABCMeta):
    """isinstance by members, for protocols marked runtime_checkable."""

    def __new__(metacls, name, bases, body, /, **kwargs):
        if _protocol[0] in bases:
            for base in bases:
                if not (base in (object, Generic) or getattr(base, "_is_protocol", False)
                        or base.__name__ in _protocol_bases.get(base.__module__, ())):
                    raise TypeError("Protocols can only inherit from other protocols, got %r"
                                    % base)
        return super().__new__(metacls, name, bases, body, **kwargs)

    def __instancecheck__(cls, obj):
        if not cls.__dict__.get("_is_protocol"):
            return super().__instancecheck__(obj)
        if not cls.__dict__.get("_checkable"):
            raise TypeError("Instance and class checks can only be used with "
                            "@runtime_checkable protocols")
        if super().__subclasscheck__(type(obj)):
            return True
        missing = object()
        data = _data_members(cls)
        for name in _members(cls):
            value = getattr(obj, name, missing)
            if value is missing or value is None and name not in data:
                return False
        return True

    def __subclasscheck__(cls, other):
        if not cls.__dict__.get("_is_protocol") or cls is _protocol[0]:
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError("issubclass() arg 1 must be a class")
        if not cls.__dict__.get("_checkable"):
            raise TypeError("Instance and class checks can only be used with "
                            "@runtime_checkable protocols")
        data = _data_members(cls)
        if data:
            raise TypeError("Protocols with non-method members don't support issubclass(). "
                            "Non-method members: " + ", ".join(map(repr, sorted(data))) + ".")
        if super().__subclasscheck__(other):
            return True
        for name in _members(cls):
            for base in other.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return False
                    break
            else:
                return False
        return True


def _data_members(cls):
    return [n for n in _members(cls) if not callable(getattr(cls, n, None))]


def _members(cls):
    skip = ("_is_protocol", "_checkable", "__init__", "__orig_bases__", "__parameters__",
            "__abstractmethods__", "__annotations__", "__dict__", "__doc__", "__module__",
            "__weakref__", "__slots__", "__qualname__", "__subclasshook__", "__class_getitem__",
            "__static_attributes__", "__firstlineno__", "__match_args__")
    names = []
    for base in cls.__mro__:
        if base.__dict__.get("_is_protocol") and base is not _protocol[0]:
            for n in list(base.__dict__) + list(base.__dict__.get("__annotations__", ())):
                if n not in skip and not n.startswith("_abc_") and n not in names:
                    names.append(n)
    return names


class Protocol(Generic, metaclass=_ProtocolMeta):
    """A class described by its members."""

    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if "_is_protocol" not in cls.__dict__:
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if cls._is_protocol and "__init__" not in cls.__dict__:
            def __init__(self, *args, **kwargs):
                if type(self).__dict__.get("_is_protocol"):
                    raise TypeError("Protocols cannot be instantiated")
                # A class that inherits this finds its own next constructor.
                for base in type(self).__mro__:
                    found = base.__dict__.get("__init__")
                    if found is not None and not base.__dict__.get("_is_protocol"):
                        found(self, *args, **kwargs)
                        return

            cls.__init__ = __init__


_protocol[0] = Protocol


def runtime_checkable(cls):
    """Lets isinstance look at a protocol's members."""
    if not cls.__dict__.get("_is_protocol"):
        raise TypeError("@runtime_checkable can be only applied to protocol classes, got %r"
                        % cls)
    cls._checkable = True
    return cls


def _supports(name, method):
    body = {method: lambda self, *args: None, "__module__": "typing"}
    body[method].__isabstractmethod__ = True
    bases = (Protocol,)
    if name in ("SupportsAbs", "SupportsRound"):
        body["__orig_bases__"] = (Protocol[TypeVar("T_co", covariant=True)],)
    made = _ProtocolMeta(name, bases, body)
    return runtime_checkable(made)


for _n, _m in (("SupportsInt", "__int__"), ("SupportsFloat", "__float__"),
               ("SupportsIndex", "__index__"), ("SupportsAbs", "__abs__"),
               ("SupportsBytes", "__bytes__"), ("SupportsComplex", "__complex__"),
               ("SupportsRound", "__round__")):
    globals()[_n] = _supports(_n, _m)


class _NamedTupleMeta(type):
    def __new__(metacls, name, bases, body):
        if bases == (_NamedTupleBase,):
            return super().__new__(metacls, name, (), body)
        for base in bases:
            if base is not _named and base is not Generic:
                raise TypeError("can only inherit from a NamedTuple type and Generic")
        notes = body.get("__annotations__", {})
        defaults = []
        for field in notes:
            if field in body:
                defaults.append(field)
            elif defaults:
                raise TypeError("Non-default namedtuple field %s cannot follow default field%s "
                                "%s" % (field, "s" if len(defaults) > 1 else "",
                                        ", ".join(defaults)))
        made = collections.namedtuple(name, notes, defaults=[body[n] for n in defaults],
                                      module=body["__module__"])
        made.__annotations__ = notes
        made.__orig_bases__ = body.get("__orig_bases__", (NamedTuple,))
        if Generic in bases:
            made = type(name, tuple([tuple if b is _named else b for b in bases]),
                        {k: v for k, v in vars(made).items() if k != "__weakref__"})
        for key, value in body.items():
            if key in ("__new__", "__init__", "__slots__", "__getnewargs__", "_fields",
                       "_field_defaults", "_make", "_replace", "_asdict"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + key)
            if key not in ("__module__", "__annotations__", "__orig_bases__") \
                    and key not in made._fields:
                setattr(made, key, value)
        return made


class _NamedTupleBase:
    """Marks a class statement as one of a named tuple."""


_named = type.__new__(_NamedTupleMeta, "NamedTuple", (), {})


def NamedTuple(typename, fields=None, /, **kwargs):
    """A named tuple with types; as a base class, or called with pairs."""
    if kwargs:
        if fields is not None:
            raise TypeError("Either list of fields or keywords can be provided to NamedTuple, "
                            "not both")
        import warnings
        warnings.warn("Creating NamedTuple classes using keyword arguments is deprecated and "
                      "will be disallowed in Python 3.15. Use the class-based or functional "
                      "syntax instead.", DeprecationWarning, stacklevel=2)
        fields = kwargs.items()
    made = collections.namedtuple(typename, [n for n, _ in fields or ()],
                                  module=sys._getframe(1).f_globals.get("__name__"))
    made.__annotations__ = {n: t for n, t in fields or ()}
    return made


NamedTuple.__mro_entries__ = lambda bases: (_named,)


def _qualifiers(value):
    """What of Required and the like stands around a type."""
    found = []
    while isinstance(value, _Alias):
        if isinstance(value, _AnnotatedAlias):
            value = value.__origin__
        elif value.__origin__ in (Required, NotRequired, ReadOnly):
            found.append(value.__origin__)
            value = value.__args__[0]
        else:
            break
    return found


class _TypedDictMeta(type):
    def __new__(metacls, name, bases, body, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError("cannot inherit from both a TypedDict type and a non-TypedDict "
                                "base class")
        made = type.__new__(_TypedDictMeta, name, (Generic, dict) if Generic in bases else (dict,),
                            body)
        if "__orig_bases__" not in body:
            made.__orig_bases__ = bases
        notes, keys = {}, {"required": set(), "optional": set(), "readonly": set(), "mutable": set()}
        for base in bases:
            notes.update(getattr(base, "__annotations__", {}))
            for kind, known in keys.items():
                known |= getattr(base, "__%s_keys__" % kind, set())
        own = {k: _arg(v) for k, v in body.get("__annotations__", {}).items()}
        for key, value in own.items():
            said = _qualifiers(value)
            needed = Required in said or total and NotRequired not in said
            keys["required" if needed else "optional"].add(key)
            keys["optional" if needed else "required"].discard(key)
            keys["readonly" if ReadOnly in said else "mutable"].add(key)
        notes.update(own)
        made.__annotations__ = notes
        for kind, known in keys.items():
            setattr(made, "__%s_keys__" % kind, frozenset(known))
        made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, obj):
        raise TypeError("TypedDict does not support instance and class checks")

    __subclasscheck__ = __instancecheck__


_typed = type.__new__(_TypedDictMeta, "TypedDict", (), {})


def TypedDict(typename, fields=None, /, *, total=True):
    """A dict with known keys; as a base class, or called with a dict."""
    return _TypedDictMeta(typename, (), {"__annotations__": dict(fields or {}), "__module__":
                                         sys._getframe(1).f_globals.get("__name__")},
                          total=total)


TypedDict.__mro_entries__ = lambda bases: (_typed,)


class NewType(_Joins):
    """A name of its own for a type; calling it gives the argument back."""

    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        try:
            self.__module__ = sys._getframe(1).f_globals.get("__name__")
        except (AttributeError, ValueError):
            self.__module__ = None

    def __call__(self, x, /):
        return x

    def __mro_entries__(self, bases):
        class Refused:
            def __init_subclass__(cls):
                raise TypeError("Cannot subclass an instance of NewType. Perhaps you were looking "
                                "for: `%s = NewType(%r, %s)`" % (cls.__name__, cls.__name__, name))
        name = self.__name__
        return (Refused,)

    def __repr__(self):
        return "%s.%s" % (self.__module__, self.__qualname__)


def cast(typ, val):
    """val itself."""
    return val


def assert_type(val, typ, /):
    """val itself."""
    return val


def assert_never(arg, /):
    """Fails when reached."""
    raise AssertionError("Expected code to be unreachable, but got: %s" % repr(arg))


def reveal_type(obj, /):
    """Prints the type, returns obj."""
    print("Runtime type is %r" % type(obj).__name__, file=sys.stderr)
    return obj


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        "You should not call an overloaded function. A series of @overload-decorated functions "
        "outside a stub module should always be followed by an implementation that is not "
        "@overload-ed.")


_overloads = collections.defaultdict(dict)


def overload(func):
    """Marks a signature without a body."""
    inner = getattr(func, "__func__", func)
    try:
        place = (inner.__module__, inner.__qualname__)
        _overloads[place][inner.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    """The signatures that overload marked for a function."""
    inner = getattr(func, "__func__", func)
    place = (getattr(inner, "__module__", None), getattr(inner, "__qualname__", None))
    return list(_overloads[place].values()) if place in _overloads else []


def clear_overloads():
    """Forgets all signatures."""
    _overloads.clear()


def is_protocol(tp, /):
    """Whether tp is a class that describes members."""
    return isinstance(tp, type) and bool(tp.__dict__.get("_is_protocol")) and tp is not Protocol


def get_protocol_members(tp, /):
    """The names that a protocol asks for."""
    if not is_protocol(tp):
        raise TypeError("%r is not a Protocol" % (tp,))
    return frozenset(_members(tp))


def final(f):
    """Marks what is not to be overridden."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Marks what overrides."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    """Marks what has no types."""
    arg.__no_type_check__ = True
    return arg


def no_type_check_decorator(decorator):
    """Gives a decorator that marks what it makes as having no types."""

    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    wrapped.__wrapped__ = decorator
    wrapped.__name__ = decorator.__name__
    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False,
                        frozen_default=False, field_specifiers=(), **kwargs):
    """Marks what acts like dataclass."""

    def decorate(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            "eq_default": eq_default, "order_default": order_default,
            "kw_only_default": kw_only_default, "frozen_default": frozen_default,
            "field_specifiers": field_specifiers, "kwargs": kwargs}
        return cls_or_fn

    return decorate


def get_origin(tp):
    """The subscripted thing, or None."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_Alias, GenericAlias, _Name)):
        return tp.__dict__.get("__origin__") if isinstance(tp, _Name) else tp.__origin__
    if isinstance(tp, UnionType):
        return UnionType
    return Generic if tp is Generic else None


def get_args(tp):
    """The subscript's arguments."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_Alias, GenericAlias)):
        args = tp.__args__
        if tp.__origin__ is collections.abc.Callable and args \
                and not (len(args) == 2 and _is_parameters(args[0])):
            return (list(args[:-1]), args[-1])
        return args
    return tp.__args__ if isinstance(tp, UnionType) else ()


def is_typeddict(tp):
    """Whether tp is a TypedDict class."""
    return isinstance(tp, _TypedDictMeta)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations with strings evaluated; those of all bases for a class."""
    if getattr(obj, "__no_type_check__", None):
        return {}
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            names = globalns
            if names is None:
                names = getattr(sys.modules.get(base.__module__), "__dict__", {})
            for key, value in base.__dict__.get("__annotations__", {}).items():
                hints[key] = _evaluate(value, names, localns or dict(vars(base)), include_extras)
        return hints
    if globalns is None:
        target = obj
        while hasattr(target, "__wrapped__"):
            target = target.__wrapped__
        globalns = getattr(target, "__globals__", None) or getattr(obj, "__dict__", {})
    notes = getattr(obj, "__annotations__", None)
    if notes is None:
        if callable(obj) and hasattr(obj, "__name__") and not isinstance(obj, (_Alias, _Name)):
            return {}
        raise TypeError("%r is not a module, class, method, or function." % (obj,))
    return {k: _evaluate(v, globalns, localns, include_extras) for k, v in notes.items()}


def _evaluate(value, globalns, localns, include_extras):
    if isinstance(value, ForwardRef):
        value = value.__forward_arg__
    if isinstance(value, str):
        value = eval(value, globalns, localns)
    if isinstance(value, _Alias):
        if value._name in ("Annotated", "Required", "NotRequired", "ReadOnly") \
                and not include_extras:
            return _evaluate(value.__args__[0], globalns, localns, False)
        if value._name != "Literal" and any(isinstance(a, ForwardRef) for a in value.__args__):
            return value.copy_with(tuple([_evaluate(a, globalns, localns, include_extras)
                                            for a in value.__args__]))
    if isinstance(value, (GenericAlias, UnionType)):
        args = tuple([a if a is None else
                      _evaluate(ForwardRef(a) if isinstance(a, str) else a, globalns, localns,
                                include_extras) for a in value.__args__])
        if args != value.__args__:
            if isinstance(value, UnionType):
                joined = args[0]
                for a in args[1:]:
                    joined = joined | a
                return joined
            return GenericAlias(value.__origin__, args)  # of Callable, too
    return type(None) if value is None else value


class IO(Generic[AnyStr]):
    """A file."""


class TextIO(IO[str]):
    """A text file."""


class BinaryIO(IO[bytes]):
    """A file of bytes."""


def __getattr__(name):
    if name in ("Pattern", "Match"):
        import re
        made = _Name(name, getattr(re, name))
    elif name in ("ContextManager", "AsyncContextManager"):
        import contextlib
        made = _Name(name, getattr(contextlib, "Abstract" + name))
    else:
        raise AttributeError("module 'typing' has no attribute %r" % name)
    globals()[name] = made
    return made


__all__ = [_n for _n in list(globals())
           if not _n.startswith("_") and _n not in ("collections", "sys", "ABCMeta",
                                                     "GenericAlias", "UnionType")]
__all__ += ["Pattern", "Match", "ContextManager", "AsyncContextManager"]
