"""Patches modules once the program has imported them."""
import sys


def late_import(name, patch):
    """Patch a module when the program imports it, or now if it is there."""
    if name in sys.modules:
        patch(sys.modules[name])
    else:
        LATE[name] = patch


class PatchingLoader:
    """Loads one module as its real loader does, which the module gets to see."""

    def __init__(self, real, patch):
        self.real = real
        self.patch = patch

    def __getattr__(self, name):
        return getattr(self.real, name)

    def exec_module(self, module):
        module.__spec__.loader = module.__loader__ = self.real
        self.real.exec_module(module)
        self.patch(module)


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
        spec.loader = PatchingLoader(spec.loader, patch)
        if not LATE:
            sys.meta_path.remove(LateFinder)
        return spec


LATE = {}
