"""The names of special methods, and what a MagicMock's return at first."""

from ._call import DEFAULT

_async_magics = {"__aenter__", "__aexit__", "__anext__"} | {"__aiter__"}
_async_method_magics = {"__aenter__", "__aexit__", "__anext__"}

_numeric = "add sub mul matmul truediv floordiv mod lshift rshift and xor or pow".split()
_magics = {
    f"__{name}__" for name in
    "lt gt le ge eq ne getitem setitem delitem len contains str enter exit divmod rdivmod neg pos abs invert "
    "complex int float index round trunc floor ceil bool next fspath aiter iter hash".split()
} | {f"__{side}{name}__" for side in ("", "i", "r") for name in _numeric}
_settable_only = {
    f"__{name}__" for name in
    "sizeof repr get set delete reversed missing reduce reduce_ex getinitargs getnewargs getstate setstate getformat "
    "dir subclasses format getnewargs_ex".split()
}
_unsupported = {
    f"__{name}__" for name in
    "getattr setattr init new prepare instancecheck subclasscheck del".split()
}
_defaults = _magics | _async_magics
_all_sync_magics = _magics | _settable_only
_all_magics = _all_sync_magics | _async_magics

_returns = {
    "__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented,
    "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0,
    "__bool__": True, "__index__": 1, "__aexit__": False,
}


def _is_magic(name):
    return len(name) > 4 and name.startswith("__") and name.endswith("__")


def _eq(mock):
    def same(other):
        if mock.__eq__._mock_return_value is not DEFAULT:
            return mock.__eq__._mock_return_value
        return True if mock is other else NotImplemented

    return same


def _ne(mock):
    def differs(other):
        if mock.__ne__._mock_return_value is not DEFAULT:
            return DEFAULT
        return False if mock is other else NotImplemented

    return differs


def _iter(mock):
    def items():
        found = mock.__iter__._mock_return_value
        return iter([]) if found is DEFAULT else iter(found)

    return items


def _aiter(mock):
    def items():
        found = mock.__aiter__._mock_return_value
        return _AsyncItems(iter([]) if found is DEFAULT else iter(found))

    return items


class _AsyncItems:
    def __init__(self, items):
        self._items = items

    def __aiter__(self):
        return self

    async def __anext__(self):
        for item in self._items:
            return item
        raise StopAsyncIteration


_effects = {"__eq__": _eq, "__ne__": _ne, "__iter__": _iter, "__aiter__": _aiter}
_computed = {
    "__hash__": object.__hash__,
    "__str__": object.__str__,
    "__fspath__": lambda mock: f"{type(mock).__name__}/{mock._extract_mock_name()}/{id(mock)}",
}


def set_default(mock, method, name):
    if name in _returns:
        method.return_value = _returns[name]
    elif name in _computed:
        method.return_value = _computed[name](mock)
    elif name in _effects:
        method.side_effect = _effects[name](mock)


class MagicProxy:
    """Makes a special method's mock when it is first asked for."""

    def __init__(self, name, parent=None):
        self.name = name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        name = self.name
        method = obj._get_child_mock(name=name, _new_name=name, _new_parent=obj)
        setattr(obj, name, method)
        set_default(obj, method, name)
        return method
