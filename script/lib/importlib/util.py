"""Modules by file and by name."""

import sys
from importlib.machinery import ModuleSpec, SourceFileLoader

__all__ = ["cache_from_source", "find_spec", "module_from_spec", "resolve_name", "source_from_cache",
           "spec_from_file_location"]


def resolve_name(name, package):
    """The full name of a relative one."""
    level = len(name) - len(name.lstrip("."))
    if not level:
        return name
    if not package:
        raise ImportError("no package specified for %r (required for relative module names)"
                          % name)
    base = package.rsplit(".", level - 1)
    if len(base) < level:
        raise ImportError("attempted relative import beyond top-level package")
    rest = name[level:]
    return base[0] + "." + rest if rest else base[0]


def find_spec(name, package=None):
    """How a module would be imported, or None."""
    import os
    full = resolve_name(name, package)
    if full in sys.modules:
        spec = getattr(sys.modules[full], "__spec__", None)
        return ModuleSpec(full, None) if spec is None else spec
    parent, _, last = full.rpartition(".")
    if parent:
        places = getattr(__import__(parent, fromlist=["__path__"]), "__path__", [])
    else:
        places = sys.path
    for place in places:
        base = os.path.join(place, last)
        for file in (os.path.join(base, "__init__.py"), base + ".py"):
            if os.path.isfile(file):
                return spec_from_file_location(full, file)
    if full in sys.stdlib_module_names:
        try:
            __import__(full)
        except ImportError:
            return None
        return ModuleSpec(full, None)
    return None


def spec_from_file_location(name, location=None, *, loader=None,
                            submodule_search_locations=None):
    """How the module in a file is imported."""
    if loader is None:
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    spec.submodule_search_locations = submodule_search_locations
    return spec


def module_from_spec(spec):
    """An empty module for a spec."""
    module = type(sys)(spec.name)
    module.__spec__ = spec
    module.__loader__ = spec.loader
    module.__package__ = spec.parent
    if spec.has_location:
        module.__file__ = spec.origin
    return module


def cache_from_source(path, debug_override=None, *, optimization=None):
    """Where the bytecode of a file would be kept. None is ever written here."""
    import os
    head, tail = os.path.split(os.fspath(path))
    base, dot, rest = tail.rpartition(".")
    tag = sys.implementation.cache_tag
    if tag is None:
        raise NotImplementedError("sys.implementation.cache_tag is None")
    level = "" if optimization is None else str(optimization)
    if level:
        if not level.isalnum():
            raise ValueError(f"{optimization!r} is not alphanumeric")
        level = f".opt-{level}"
    return os.path.join(head, "__pycache__", f"{base or rest}{dot}{tag}{level}.pyc")


def source_from_cache(path):
    """The file whose bytecode would be kept at path."""
    import os
    head, name = os.path.split(os.fspath(path))
    head, folder = os.path.split(head)
    if folder != "__pycache__":
        raise ValueError(f"__pycache__ not bottom-level directory in {path!r}")
    if name.count(".") not in (2, 3):
        raise ValueError(f"expected only 2 or 3 dots in {name!r}")
    return os.path.join(head, name.partition(".")[0] + ".py")
