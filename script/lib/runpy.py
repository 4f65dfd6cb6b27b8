"""Runs modules and files as programs."""

import importlib
import importlib.util
import os
import sys
import types

__all__ = ["run_module", "run_path"]


class _Place:
    """A module that stands in sys.modules while its code runs."""

    def __init__(self, name):
        self.name, self.module = name, types.ModuleType(name)

    def __enter__(self):
        self.before = sys.modules.get(self.name)
        sys.modules[self.name] = self.module
        return self.module

    def __exit__(self, *_):
        if self.before is None:
            sys.modules.pop(self.name, None)
        else:
            sys.modules[self.name] = self.before


def _names(name, init_globals, file, package):
    names = dict(init_globals or {})
    names.update(__name__=name, __file__=file, __cached__=None, __doc__=None, __loader__=None, __package__=package, __spec__=None)
    return names


def _run(code, name, init_globals, file, package):
    with _Place(name) as module:
        space = module.__dict__
        space.update(_names(name, init_globals, file, package))
        before = sys.argv[0] if sys.argv else ""
        if sys.argv:
            sys.argv[0] = file
        try:
            exec(code, space)
        finally:
            if sys.argv:
                sys.argv[0] = before
        return space.copy()


def _read(path):
    with open(path, "rb") as f:
        return compile(f.read(), path, "exec")


def run_path(path_name, init_globals=None, run_name=None):
    """Run a file, or the __main__ of a folder, and give the names it left."""
    path = os.fsdecode(path_name)
    name = "<run_path>" if run_name is None else run_name
    if os.path.isdir(path):
        main = os.path.join(path, "__main__.py")
        if not os.path.exists(main):
            raise ImportError(f"can't find '__main__' module in {path!r}", name="__main__")
        sys.path.insert(0, path)
        try:
            return _run(_read(main), name, init_globals, main, "")
        finally:
            try:
                sys.path.remove(path)
            except ValueError:
                pass
    return _run(_read(path), name, init_globals, path, name.rpartition(".")[0])


def run_module(mod_name, init_globals=None, run_name=None, alter_sys=False):
    """Run a module by its name, and give the names it left."""
    if mod_name.startswith("."):
        raise ImportError("Relative module names not supported")
    parent = mod_name.rpartition(".")[0]
    if parent:
        importlib.import_module(parent)
    spec = importlib.util.find_spec(mod_name)
    if spec is None:
        raise ImportError(f"No module named {mod_name}")
    if spec.submodule_search_locations is not None:
        if mod_name == "__main__" or mod_name.endswith(".__main__"):
            raise ImportError("Cannot use package as __main__ module")
        try:
            return run_module(mod_name + ".__main__", init_globals, run_name or mod_name, alter_sys)
        except ImportError as e:
            raise ImportError(f"{e}; {mod_name!r} is a package and cannot be directly executed") from None
    name = mod_name if run_name is None else run_name
    code = _read(spec.origin)
    if alter_sys:
        return _run(code, name, init_globals, spec.origin, parent)
    space = _names(name, init_globals, spec.origin, parent)
    exec(code, space)
    return space
