"""Imports by name."""

import sys
from builtins import __import__

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]


def import_module(name, package=None):
    """The module of a name; one that begins with dots is relative to package."""
    level = len(name) - len(name.lstrip("."))
    if level:
        if not package:
            raise TypeError("the 'package' argument is required to perform a relative import "
                            "for %r" % name)
        base = package.rsplit(".", level - 1)
        if len(base) < level:
            raise ImportError("attempted relative import beyond top-level package")
        rest = name[level:]
        name = base[0] + "." + rest if rest else base[0]
    if name not in sys.modules:
        __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """Nothing is kept between imports."""


def reload(module):
    """Runs a module's code again in its namespace."""
    if not isinstance(module, type(sys)):
        raise TypeError("reload() argument must be a module")
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError("module %s not in sys.modules" % name, name=name)
    with open(module.__file__, encoding="utf-8") as f:
        code = compile(f.read(), module.__file__, "exec")
    exec(code, module.__dict__)
    return sys.modules[name]
