"""Packages' contents."""

import os
from collections import namedtuple

__all__ = ["iter_modules", "walk_packages", "ModuleInfo", "get_data", "resolve_name"]

ModuleInfo = namedtuple("ModuleInfo", "module_finder name ispkg")


def iter_modules(path=None, prefix=""):
    """The modules in folders."""
    import sys
    for folder in sys.path if path is None else path:
        try:
            names = sorted(os.listdir(folder or "."))
        except OSError:
            continue
        for name in names:
            full = os.path.join(folder, name)
            if name.endswith(".py") and name != "__init__.py":
                yield ModuleInfo(None, prefix + name[:-3], False)
            elif os.path.isfile(os.path.join(full, "__init__.py")):
                yield ModuleInfo(None, prefix + name, True)


def walk_packages(path=None, prefix="", onerror=None):
    """The modules in folders and in their packages."""
    for info in iter_modules(path, prefix):
        yield info
        if info.ispkg:
            for folder in path or ():
                inside = os.path.join(folder, info.name[len(prefix):])
                if os.path.isdir(inside):
                    yield from walk_packages([inside], info.name + ".", onerror)


def get_data(package, resource):
    """A file beside a package."""
    from importlib import import_module
    module = import_module(package)
    with open(os.path.join(os.path.dirname(module.__file__), resource), "rb") as f:
        return f.read()


def resolve_name(name):
    """The object of a dotted name, or of module:attributes."""
    from importlib import import_module
    module, colon, rest = name.partition(":")
    if colon:
        found = import_module(module)
        for part in rest.split(".") if rest else ():
            found = getattr(found, part)
        return found
    parts = name.split(".")
    found = import_module(parts.pop(0))
    at = found.__name__
    for part in parts:
        at += "." + part
        try:
            found = getattr(found, part)
        except AttributeError as missing:
            try:
                found = import_module(at)
            except ImportError:
                raise missing from None
    return found
