"""Names of node classes that there are no more."""

import sys
import warnings

import ast


class _Kind(type):
    """A class whose instances are constants of some types."""

    def __call__(cls, *args, **kwargs):
        if not hasattr(cls, "_types"):
            return super().__call__(*args, **kwargs)
        warn(cls.__name__)
        if cls._types == (type(...),):
            return ast.Constant(..., *args, **kwargs)
        kwargs = {"value" if name == cls._named else name: value for name, value in kwargs.items()}
        return ast.Constant(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if not hasattr(cls, "_types"):
            return super().__instancecheck__(instance)
        warn(cls.__name__)
        if not isinstance(instance, ast.Constant):
            return False
        value = instance.value
        if isinstance(value, bool) and bool not in cls._types:
            return False
        return isinstance(value, cls._types)


def warn(name):
    warnings.warn(
        f"ast.{name} is deprecated and will be removed in Python 3.14; use ast.Constant instead",
        DeprecationWarning,
        stacklevel=3,
    )


def constants(name, types, named):
    doc = "A constant, by the name of its type that it had once."
    return _Kind(name, (ast.Constant,), {"__module__": "ast", "__doc__": doc, "_types": types, "_named": named, "_fields": (named,)})


CONSTANTS = {
    "Num": constants("Num", (int, float, complex), "n"),
    "Str": constants("Str", (str,), "s"),
    "Bytes": constants("Bytes", (bytes,), "s"),
    "NameConstant": constants("NameConstant", (type(None), bool), "value"),
    "Ellipsis": constants("Ellipsis", (type(...),), "value"),
}


class slice(ast.AST):
    """What an index was once."""

    __module__ = "ast"


class Index(slice):
    """Gives the index itself."""

    __module__ = "ast"

    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    """Gives a tuple."""

    __module__ = "ast"

    def __new__(cls, dims=(), **kwargs):
        return ast.Tuple(list(dims), ast.Load(), **kwargs)


class Suite(ast.mod):
    """Never met in a tree."""

    __module__ = "ast"


class AugLoad(ast.expr_context):
    """Never met in a tree."""

    __module__ = "ast"


class AugStore(ast.expr_context):
    """Never met in a tree."""

    __module__ = "ast"


class Param(ast.expr_context):
    """Never met in a tree."""

    __module__ = "ast"


OTHERS = {c.__name__: c for c in (slice, Index, ExtSlice, Suite, AugLoad, AugStore, Param)}


def get(name):
    if name in CONSTANTS:
        warnings.warn(
            f"ast.{name} is deprecated and will be removed in Python 3.14; use ast.Constant instead",
            DeprecationWarning,
            stacklevel=3,
        )
        return CONSTANTS[name]
    if name in OTHERS:
        return OTHERS[name]
    raise AttributeError(f"module 'ast' has no attribute {name!r}")
