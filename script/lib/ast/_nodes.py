"""The node classes, made of the table that the parser's tree is read by."""

import _ast_nodes
import warnings

__all__ = []

PLACES = ("lineno", "col_offset", "end_lineno", "end_col_offset")
SIMPLE = {"identifier": str, "string": str, "int": int, "constant": object}


class AST:
    _fields = ()
    _attributes = ()
    __match_args__ = ()
    __module__ = "ast"

    def __init__(self, *args, **kwargs):
        cls = type(self)
        fields = cls._fields
        if len(args) > len(fields):
            most = len(fields)
            raise TypeError(f"{cls.__name__} constructor takes at most {most} positional argument{'' if most == 1 else 's'}")
        for name, value in zip(fields, args):
            setattr(self, name, value)
        for name, value in kwargs.items():
            if name in fields:
                if fields.index(name) < len(args):
                    raise TypeError(f"{cls.__name__} got multiple values for argument '{name}'")
            elif name not in cls._attributes:
                warnings.warn(
                    f"{cls.__name__}.__init__ got an unexpected keyword argument '{name}'. Support for arbitrary "
                    "keyword arguments is deprecated and will be removed in Python 3.15.",
                    DeprecationWarning,
                    stacklevel=2,
                )
            setattr(self, name, value)
        if len(args) == len(fields):
            return
        kinds = getattr(cls, "_field_types", None)
        if kinds is None:
            return
        for name in fields[len(args):]:
            if name in kwargs:
                continue
            kind = kinds.get(name)
            if kind is None:
                warnings.warn(
                    f"Field '{name}' is missing from {cls.__module__}.{cls.__name__}._field_types. This will become "
                    "an error in Python 3.15.",
                    DeprecationWarning,
                    stacklevel=2,
                )
            elif getattr(kind, "__origin__", None) is list:
                setattr(self, name, [])
            elif kind is expr_context:
                self.ctx = _ast_nodes.single("Load")
            elif isinstance(kind, type):
                warnings.warn(
                    f"{cls.__name__}.__init__ missing 1 required positional argument: '{name}'. This will become an "
                    "error in Python 3.15.",
                    DeprecationWarning,
                    stacklevel=2,
                )

    def __reduce_ex__(self, protocol):
        state = dict(self.__dict__)
        given = []
        for name in type(self)._fields:
            if name not in state:
                break
            given.append(None)
        return type(self), tuple(given), state


def _shown(fields):
    return ", ".join(f"{kind}{'?' if optional and not many else ''}{'*' if many else ''} {name}" for name, kind, optional, many in fields)


def _make():
    made = {"AST": AST}
    forms = {}
    for name, kind, located, required, fields in _ast_nodes.rows:
        form = f"{name}({_shown(fields)})" if fields else name
        if name != kind:
            forms.setdefault(kind, []).append(form)
        space = {"__module__": "ast", "__doc__": form, "_fields": tuple(f[0] for f in fields)}
        space["__match_args__"] = space["_fields"]
        if name == kind:
            space["_attributes"] = PLACES if located else ()
            if located and not required:
                space["end_lineno"] = space["end_col_offset"] = None
        for field, _, optional, many in fields:
            if optional and not many:
                space[field] = None
        made[name] = type(name, (AST if name == kind else made[kind],), space)
    for kind, members in forms.items():
        made[kind].__doc__ = f"{kind} = " + ("\n" + " " * len(kind) + " | ").join(members)
        if "(" not in made[kind].__doc__:
            made[kind].__doc__ = f"{kind} = " + " | ".join(members)
    for name, kind, located, required, fields in _ast_nodes.rows:
        types = {}
        for field, typ, optional, many in fields:
            typ = SIMPLE.get(typ) or made[typ]
            types[field] = list[typ] if many else typ | None if optional else typ
        if name != kind or fields:
            made[name]._field_types = made[name].__annotations__ = types
    return made


def _old_name(name):
    """A property that gives the value of a constant by the name it had once."""

    def told():
        warnings.warn(
            f"Attribute {name} is deprecated and will be removed in Python 3.14; use value instead",
            DeprecationWarning,
            stacklevel=3,
        )

    def get(self):
        told()
        return self.value

    def put(self, value):
        told()
        self.value = value

    return property(get, put)


made = _make()
made["Constant"].n = _old_name("n")
made["Constant"].s = _old_name("s")
expr_context = made["expr_context"]
__all__ = list(made)
globals().update(made)
_ast_nodes.register(made)
