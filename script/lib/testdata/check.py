"""Runs one check program against the standard module or against ours.

    check.py real MODULE      the standard library only
    check.py ours MODULE      MODULE from this tree, everything else standard
    check.py together MODULE  every module of this tree that there is

The check program prints; two runs agree when their output is the same.
"""

import importlib
import importlib.machinery
import importlib.util
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TREE = os.path.dirname(HERE)


def tree_modules():
    """Top-level names that this tree holds."""
    names = set()
    for entry in os.listdir(TREE):
        full = os.path.join(TREE, entry)
        if entry.endswith(".py"):
            names.add(entry[:-3])
        elif os.path.isfile(os.path.join(full, "__init__.py")):
            names.add(entry)
    return names


class TreeFinder:
    """Serves the chosen top-level modules (and their submodules) from the tree."""

    def __init__(self, tops):
        self.tops = tops

    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] not in self.tops:
            return None
        base = os.path.join(TREE, *name.split("."))
        package = os.path.join(base, "__init__.py")
        if os.path.isfile(package):
            return importlib.util.spec_from_file_location(
                name, package, submodule_search_locations=[base])
        if os.path.isfile(base + ".py"):
            return importlib.util.spec_from_file_location(name, base + ".py")
        return None


def main():
    sys.dont_write_bytecode = True
    mode, module = sys.argv[1:3]
    names = tree_modules()
    helpers = {n for n in names if n not in sys.stdlib_module_names}
    if mode != "real":
        # The standard modules are loaded first, so that they keep using each
        # other and not the one under test.
        import asyncio  # noqa: F401
        for name in sorted(names - helpers):
            importlib.import_module(name)
        tops = names if mode == "together" else {module.split(".")[0]} | helpers
        for name in list(sys.modules):
            if name.split(".")[0] in tops:
                del sys.modules[name]
        sys.meta_path.insert(0, TreeFinder(tops))
    sys.argv = [module]
    file = os.path.join(HERE, "checks", module + ".py")
    with open(file, encoding="utf-8") as f:
        text = f.read()
    main_module = sys.modules["__main__"]
    main_module.__dict__["__file__"] = module + ".py"
    # Tracebacks show the check's own lines, wherever it is run.
    import linecache
    linecache.cache[module + ".py"] = (len(text), None, text.splitlines(True), module + ".py")
    exec(compile(text, module + ".py", "exec"), main_module.__dict__)
    if mode != "real":
        loaded = sys.modules.get(module)
        assert loaded is not None and loaded.__file__.startswith(TREE), "not ours: %r" % (loaded,)


main()
