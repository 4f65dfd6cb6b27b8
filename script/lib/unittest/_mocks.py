"""The classes of mocks."""

import inspect

from . import _magic
from ._asserts_of_calls import AsyncCallAsserts, CallAsserts
from ._call import DEFAULT, _Call, _CallList
from ._signature import is_async, signature_of
from .util import safe_repr

_missing = object()
_deleted = object()
_typos = "assert", "assret", "asert", "aseert", "assrt"
_without_assert = {
    name.removeprefix("assert_") for name in dir(CallAsserts) if name.startswith("assert_")
} | {"called_once_with", "called_with", "has_calls", "any_call", "not_called", "called_once"} - {"called"}


def _told(name):
    """An attribute that a function which stands for a mock may hold instead."""
    stored = f"_mock_{name}"

    def get(self):
        delegate = self.__dict__["_mock_delegate"]
        return self.__dict__[stored] if delegate is None else getattr(delegate, name)

    def put(self, value):
        delegate = self.__dict__["_mock_delegate"]
        if delegate is None:
            self.__dict__[stored] = value
        else:
            setattr(delegate, name, value)

    return property(get, put)


def _is_exception(obj):
    return isinstance(obj, BaseException) or isinstance(obj, type) and issubclass(obj, BaseException)


def _mock_of(value):
    try:
        return getattr(value, "mock") if inspect.isfunction(value) else value
    except AttributeError:
        return value


def _is_mock(value):
    return issubclass(type(value), NonCallableMock)


def _adopt(parent, value, name, new_name):
    """Makes a mock that belongs to nobody a child. Whether it did."""
    value = _mock_of(value)
    if not _is_mock(value) or value._mock_name or value._mock_new_name \
            or value._mock_parent is not None or value._mock_new_parent is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = above._mock_new_parent
    if new_name:
        value._mock_new_parent = parent
        value._mock_new_name = new_name
    if name:
        value._mock_parent = parent
        value._mock_name = name
    return True


class NonCallableMock(CallAsserts):
    def __new__(cls, spec=None, wraps=None, name=None, spec_set=None, parent=None, *args, **kwargs):
        # A class an instance: its special methods are its own.
        bases = (cls,)
        wanted = spec if spec is not None else spec_set
        if wanted is not None and not issubclass(cls, AsyncMockMixin) and is_async(wanted):
            bases = (AsyncMockMixin, cls)
        return object.__new__(type(cls.__name__, bases, {"__doc__": cls.__doc__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        d = self.__dict__
        d.update(
            _mock_parent=parent, _mock_name=name, _mock_new_name=_new_name,
            _mock_new_parent=parent if _new_parent is None else _new_parent,
            _mock_sealed=False, _mock_children={}, _mock_wraps=wraps, _mock_delegate=None,
            _mock_called=False, _mock_call_args=None, _mock_call_count=0, _mock_call_args_list=_CallList(),
            _mock_mock_calls=_CallList(), method_calls=_CallList(), _mock_unsafe=unsafe,
            _mock_return_value=DEFAULT, _mock_side_effect=None,
        )
        if spec_set is not None:
            spec = spec_set
        if _eat_self is None:
            _eat_self = parent is not None
        self._mock_add_spec(spec, spec_set is not None, _spec_as_instance, _eat_self)
        if kwargs:
            self.configure_mock(**kwargs)

    called = _told("called")
    call_count = _told("call_count")
    call_args = _told("call_args")
    call_args_list = _told("call_args_list")
    mock_calls = _told("mock_calls")

    def _mock_add_spec(self, spec, spec_set, _spec_as_instance=False, _eat_self=False):
        if spec is not None and _is_mock(spec):
            raise _invalid(f"Cannot spec a Mock object. [object={spec!r}]")
        d = self.__dict__
        kind = signature = methods = None
        coroutines = []
        if spec is not None and not isinstance(spec, (list, tuple)):
            kind = spec if isinstance(spec, type) else type(spec)
            signature = signature_of(spec, _spec_as_instance, _eat_self)
            methods = dir(spec)
            for name in methods:
                found = inspect.getattr_static(spec, name, None)
                if is_async(getattr(found, "__func__", found)):
                    coroutines.append(name)
        elif spec is not None:
            methods = list(spec)
        d.update(_spec_class=kind, _spec_set=spec_set, _spec_signature=signature, _mock_methods=methods,
                 _spec_asyncs=coroutines)

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)

    @property
    def __class__(self):
        kind = self.__dict__.get("_spec_class")
        return type(self) if kind is None else kind

    @property
    def return_value(self):
        d = self.__dict__
        value = d["_mock_return_value"] if d["_mock_delegate"] is None else d["_mock_delegate"].return_value
        if value is DEFAULT and d["_mock_wraps"] is None:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        d = self.__dict__
        if d["_mock_delegate"] is not None:
            d["_mock_delegate"].return_value = value
        else:
            d["_mock_return_value"] = value
            _adopt(self, value, None, "()")

    @property
    def side_effect(self):
        d = self.__dict__
        return d["_mock_side_effect"] if d["_mock_delegate"] is None else d["_mock_delegate"].side_effect

    @side_effect.setter
    def side_effect(self, value):
        d = self.__dict__
        if value is not None and not _is_exception(value) and not callable(value):
            try:
                value = iter(value)
            except TypeError:
                pass
        if d["_mock_delegate"] is None:
            d["_mock_side_effect"] = value
        else:
            d["_mock_delegate"].side_effect = value

    def attach_mock(self, mock, attribute):
        inner = _mock_of(mock)
        inner._mock_parent = inner._mock_new_parent = None
        inner._mock_name = ""
        inner._mock_new_name = None
        setattr(self, attribute, mock)

    def configure_mock(self, **kwargs):
        # Parents before their parts.
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *path, last = name.split(".")
            obj = self
            for part in path:
                obj = getattr(obj, part)
            setattr(obj, last, value)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called = False
        self.call_args = None
        self.call_count = 0
        self.mock_calls = _CallList()
        self.call_args_list = _CallList()
        self.method_calls = _CallList()
        if return_value:
            self._mock_return_value = DEFAULT
        if side_effect:
            self._mock_side_effect = None
        for child in self._mock_children.values():
            if child is not _deleted and (_is_mock(child) or _is_mock(_mock_of(child))):
                _mock_of(child).reset_mock(visited, return_value=return_value, side_effect=side_effect)
        value = self._mock_return_value
        if _is_mock(value) and value is not self:
            value.reset_mock(visited)

    def __getattr__(self, name):
        if name in ("_mock_methods", "_mock_unsafe", "_mock_children", "_mock_delegate"):
            raise AttributeError(name)
        methods = self._mock_methods
        if methods is not None:
            if name not in methods or name in _magic._all_magics:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif _magic._is_magic(name):
            raise AttributeError(name)
        if not self._mock_unsafe and (not methods or name not in methods):
            if name.startswith(_typos) or name in _without_assert:
                raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} "
                                     "is meant to be an attribute.")
        children = self._mock_children
        child = children.get(name)
        if child is _deleted:
            raise AttributeError(name)
        if child is None:
            wraps = self._mock_wraps
            if wraps is not None:
                wraps = getattr(wraps, name)
            child = children[name] = self._get_child_mock(
                parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
        elif isinstance(child, _Later):
            child = children[name] = child.make()
        return child

    def __setattr__(self, name, value):
        d = self.__dict__
        if name in _own:
            return object.__setattr__(self, name, value)
        methods = d.get("_mock_methods")
        if d.get("_spec_set") and methods is not None and name not in methods and name not in d:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _magic._unsupported:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in _magic._all_magics:
            if methods is not None and name not in methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            if _is_mock(value):
                _adopt(self, value, None, name)
                d["_mock_children"][name] = value
                return setattr(type(self), name, value)
            d["_mock_children"][name] = value
            return setattr(type(self), name, _method(value) if callable(value) else value)
        if name == "__class__":
            d["_spec_class"] = value
            return
        if _adopt(self, value, name, name):
            d["_mock_children"][name] = value
        if d.get("_mock_sealed") and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        if isinstance(inspect.getattr_static(type(self), name, None), PropertyMock):
            return getattr(type(self), name)(value)
        return object.__setattr__(self, name, value)

    def __delattr__(self, name):
        if name in _magic._all_magics and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        found = self._mock_children.get(name, _missing)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif found is _deleted:
            raise AttributeError(name)
        if found is not _missing:
            del self._mock_children[name]
        self._mock_children[name] = _deleted

    def __dir__(self):
        from . import mock

        extras = self._mock_methods or []
        names, own = dir(type(self)), list(self.__dict__)
        children = [name for name, child in self._mock_children.items() if child is not _deleted]
        if mock.FILTER_DIR:
            names = [n for n in names if not n.startswith("_")]
            own = [n for n in own if not n.startswith("_") or _magic._is_magic(n)]
        return sorted({*extras, *names, *own, *children})

    def _extract_mock_name(self):
        parent = self._mock_new_parent
        if parent is None:
            return self._mock_name or "mock"
        name = self._mock_new_name
        return parent._extract_mock_name() + (name if name == "()" else f".{name}")

    def __repr__(self):
        name = self._extract_mock_name()
        named = "" if name == "mock" else f" name={name!r}"
        spec = ""
        if self._spec_class is not None:
            spec = f" {'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{named}{spec} id='{id(self)}'>"

    def _get_child_mock(self, /, **kw):
        if self._mock_sealed:
            attribute = f".{kw['name']}" if "name" in kw else "()"
            raise AttributeError(self._extract_mock_name() + attribute)
        name, cls = kw.get("_new_name"), type(self)
        if name in self._spec_asyncs:
            return AsyncMock(**kw)
        if issubclass(cls, MagicMock) and name in _magic._async_method_magics:
            kind = AsyncMock
        elif issubclass(cls, AsyncMockMixin):
            plain = name in _magic._all_sync_magics or self._mock_methods and name in self._mock_methods
            kind = MagicMock if plain else AsyncMock
        elif not issubclass(cls, CallableMixin):
            kind = MagicMock if issubclass(cls, NonCallableMagicMock) else Mock
        else:
            kind = cls.__mro__[1]
        return kind(**kw)

    def _calls_repr(self):
        return f"\nCalls: {safe_repr(self.mock_calls)}." if self.mock_calls else ""


class _Later:
    """A child with a spec, made when it is asked for."""

    def __init__(self, make):
        self.make = make


def _invalid(text):
    from ._autospec import InvalidSpecError

    return InvalidSpecError(text)


def _method(function):
    def method(self, /, *args, **kwargs):
        return function(self, *args, **kwargs)

    return method


class CallableMixin:
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent, **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        if side_effect is not None:
            self.side_effect = side_effect

    def _mock_check_sig(self, /, *args, **kwargs):
        pass

    def __call__(self, /, *args, **kwargs):
        self._mock_check_sig(*args, **kwargs)
        self._increment_mock_call(*args, **kwargs)
        return self._mock_call(*args, **kwargs)

    def _mock_call(self, /, *args, **kwargs):
        return self._execute_mock_call(*args, **kwargs)

    def _increment_mock_call(self, /, *args, **kwargs):
        self.called = True
        self.call_count += 1
        this = _Call((args, kwargs), two=True)
        self.call_args = this
        self.call_args_list.append(this)
        self.mock_calls.append(_Call(("", args, kwargs)))
        # Everything above hears of the call by the path from there.
        as_method, method, path = self._mock_parent is not None, self._mock_name, self._mock_new_name
        called = path == "()"
        above = self._mock_new_parent
        while above is not None:
            if as_method:
                above.method_calls.append(_Call((method, args, kwargs)))
                as_method = above._mock_parent is not None
                if as_method:
                    method = f"{above._mock_name}.{method}"
            above.mock_calls.append(_Call((path, args, kwargs)))
            name = above._mock_new_name
            if name:
                path = name + ("" if called else ".") + path
                called = name == "()"
            above = above._mock_new_parent

    def _next_effect(self, args, kwargs):
        """What side_effect says of a call: a value or DEFAULT."""
        effect = self.side_effect
        if effect is None:
            return DEFAULT
        if _is_exception(effect):
            raise effect
        if not callable(effect):
            value = next(effect)
            if _is_exception(value):
                raise value
            return value
        return effect(*args, **kwargs)

    def _execute_mock_call(self, /, *args, **kwargs):
        value = self._next_effect(args, kwargs)
        return self._returned(args, kwargs) if value is DEFAULT else value

    def _returned(self, args, kwargs):
        if self._mock_return_value is not DEFAULT:
            return self.return_value
        delegate = self._mock_delegate
        if delegate is not None and delegate.return_value is not DEFAULT:
            return delegate.return_value
        if self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    pass


class MagicMixin:
    def __init__(self, /, *args, **kw):
        super().__init__(*args, **kw)
        self._mock_set_magics()

    def _mock_set_magics(self):
        cls, methods = type(self), self._mock_methods
        for name in _magic._defaults:
            wanted = methods is None or name in methods
            if name not in cls.__dict__ and wanted:
                setattr(cls, name, _magic.MagicProxy(name))
            elif name in cls.__dict__ and not wanted:
                delattr(cls, name)

    def mock_add_spec(self, spec, spec_set=False):
        self._mock_add_spec(spec, spec_set)
        self._mock_set_magics()


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    pass


class MagicMock(MagicMixin, Mock):
    def reset_mock(self, /, *args, return_value=False, **kwargs):
        super().reset_mock(*args, return_value=return_value, **kwargs)
        if return_value:
            for name in _magic._defaults:
                method = self._mock_children.get(name)
                if _is_mock(method):
                    _magic.set_default(self, method, name)


class AsyncMockMixin(AsyncCallAsserts):
    def __init__(self, /, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # What inspect's and asyncio's iscoroutinefunction() ask for.
        from asyncio.coroutines import _is_coroutine

        self.__dict__["_is_coroutine"] = _is_coroutine
        self.__dict__["_is_coroutine_mark"] = inspect._coroutine_mark
        self.__dict__.update(_mock_await_count=0, _mock_await_args=None, _mock_await_args_list=_CallList())
        code = NonCallableMock(spec_set=type(_code.__code__))
        code.__dict__["co_flags"] = _code.__code__.co_flags
        self.__dict__["__code__"] = code
        self.__dict__["__name__"] = "AsyncMock"
        self.__dict__["__defaults__"] = ()
        self.__dict__["__kwdefaults__"] = {}
        self.__dict__["__annotations__"] = None

    await_count = _told("await_count")
    await_args = _told("await_args")
    await_args_list = _told("await_args_list")

    async def _execute_mock_call(self, /, *args, **kwargs):
        this = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = this
        self.await_args_list.append(this)
        effect = self.side_effect
        if effect is not None and not _is_exception(effect) and not callable(effect):
            try:
                value = next(effect)
            except StopIteration:
                # A coroutine cannot raise StopIteration.
                raise StopAsyncIteration
            if _is_exception(value):
                raise value
        else:
            value = self._next_effect(args, kwargs)
            if effect is not None and is_async(effect):
                value = await value
        if value is not DEFAULT:
            return value
        if self._mock_return_value is DEFAULT and self._mock_wraps is not None:
            value = self._mock_wraps(*args, **kwargs)
            return await value if is_async(self._mock_wraps) else value
        return self._returned(args, kwargs)

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count = 0
        self.await_args = None
        self.await_args_list = _CallList()


async def _code(*args, **kwargs):
    pass


class AsyncMagicMixin(MagicMixin):
    pass


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    pass


class PropertyMock(Mock):
    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, value):
        self(value)


class ThreadingMixin:
    DEFAULT_TIMEOUT = None

    def __init__(self, /, *args, timeout=DEFAULT, **kwargs):
        import threading

        super().__init__(*args, **kwargs)
        self.__dict__["_mock_wait_timeout"] = self.DEFAULT_TIMEOUT if timeout is DEFAULT else timeout
        self.__dict__["_mock_calls_changed"] = threading.Condition()

    def _get_child_mock(self, /, **kw):
        kw.setdefault("timeout", self._mock_wait_timeout)
        return super()._get_child_mock(**kw)

    def _mock_call(self, *args, **kwargs):
        value = super()._mock_call(*args, **kwargs)
        with self._mock_calls_changed:
            self._mock_calls_changed.notify_all()
        return value

    def _wait(self, happened, timeout):
        with self._mock_calls_changed:
            return self._mock_calls_changed.wait_for(happened, timeout)

    def wait_until_called(self, *, timeout=DEFAULT):
        timeout = self._mock_wait_timeout if timeout is DEFAULT else timeout
        if not self._wait(lambda: self.called, timeout):
            raise AssertionError(f"{self._mock_name or 'mock'} was not called before timeout({timeout}).")

    def wait_until_any_call_with(self, *args, **kwargs):
        wanted = _Call((args, kwargs), two=True)
        if not self._wait(lambda: wanted in self.call_args_list, self._mock_wait_timeout):
            raise AssertionError(f"{self._format_mock_call_signature(args, kwargs)} call not found")


class ThreadingMock(ThreadingMixin, MagicMixin, Mock):
    pass


def seal(mock):
    mock._mock_sealed = True
    for name in dir(mock):
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if _is_mock(child) and child._mock_new_parent is mock:
            seal(child)


_own = {
    "return_value", "side_effect", "called", "call_count", "call_args", "call_args_list", "mock_calls",
    "await_count", "await_args", "await_args_list", "method_calls",
} | {
    f"_mock_{name}" for name in
    "parent name new_name new_parent sealed return_value side_effect delegate wraps methods".split()
}
