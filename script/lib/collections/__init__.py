"""Container types beyond the built-in ones."""

from _collections import deque
from collections._dicts import Counter, OrderedDict, defaultdict
from collections._namedtuple import namedtuple

__all__ = ["ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString",
           "defaultdict", "deque", "namedtuple"]


def __getattr__(name):
    """Loads the rarer classes when they are first asked for."""
    if name == "ChainMap":
        from collections._chain import ChainMap as found
    elif name in ("UserDict", "UserList", "UserString"):
        import collections._user
        found = getattr(collections._user, name)
    elif name == "abc":
        import collections.abc as found
    else:
        raise AttributeError("module 'collections' has no attribute %r" % name)
    globals()[name] = found
    return found
