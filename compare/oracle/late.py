"""Patches modules once the program has imported them."""
import sys


def late_import(name, patch):
    """Patch a module when the program imports it, or now if it is there."""
    if name in sys.modules:
        patch(sys.modules[name])
    else:
        LATE[name] = patch


class LateFinder:
    """Finds the modules of LATE as they are, and patches them once loaded."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        patch = LATE.pop(name, None)
        if patch is None:
            return None
        for finder in sys.meta_path:
            if finder is LateFinder:
                continue
            spec = finder.find_spec(name, path, target)
            if spec is not None:
                break
        else:
            return None
        load = spec.loader.exec_module

        def exec_module(module):
            load(module)
            del spec.loader.exec_module
            patch(module)

        try:
            spec.loader.exec_module = exec_module
        except AttributeError:  # a class serves as the loader of frozen modules
            import importlib

            importlib.import_module(name)
            patch(sys.modules[name])
        if not LATE:
            sys.meta_path.remove(LateFinder)
        return spec


LATE = {}
