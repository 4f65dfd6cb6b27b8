"""Mocks that look like what they stand for."""

import functools
import inspect
import sys
import types

from ._call import DEFAULT
from ._mocks import AsyncMock, MagicMock, NonCallableMagicMock, NonCallableMock, _is_mock, _Later
from ._signature import is_async, signature_of


class InvalidSpecError(Exception):
    pass


_asserts = (
    "assert_called_with", "assert_called_once_with", "assert_called", "assert_not_called", "assert_called_once",
    "assert_has_calls", "assert_any_call",
)
_await_asserts = (
    "assert_awaited", "assert_awaited_once", "assert_awaited_with", "assert_awaited_once_with", "assert_any_await",
    "assert_has_awaits", "assert_not_awaited",
)


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    if isinstance(spec, (list, tuple)):
        spec = type(spec)
    if _is_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    is_class = isinstance(spec, type)
    options = {"spec_set" if spec_set else "spec": spec}
    if spec is None:
        options = {}
    kind = MagicMock
    if inspect.isdatadescriptor(spec):
        options = {}
    elif not callable(spec) or is_class and instance and not _callable_instances(spec):
        kind = NonCallableMagicMock
    elif is_async(spec):
        if instance:
            raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
        kind = AsyncMock
    options.update(kwargs)
    name = options.pop("name", _name)
    mock = kind(parent=_parent, _new_parent=_parent, _new_name="" if _parent is None else name, name=name,
                _spec_as_instance=instance, _eat_self=False, unsafe=unsafe, **options)
    result = mock
    if isinstance(spec, (types.FunctionType, types.MethodType, types.BuiltinFunctionType)):
        result = _as_function(mock, spec)
    elif callable(mock):
        _check_calls(mock, signature_of(spec, instance, is_class and instance))
    if _parent is not None and not instance:
        _parent._mock_children[name] = result
    if is_class and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock)
    if result is mock:
        _spec_children(mock, spec, spec_set, is_class)
    return result


def _callable_instances(cls):
    return any("__call__" in base.__dict__ for base in cls.__mro__)


def _spec_children(mock, spec, spec_set, is_class):
    for name in dir(spec):
        if name.startswith("__") and name.endswith("__"):
            continue
        try:
            original = getattr(spec, name)
        except AttributeError:
            continue
        if _is_mock(original):
            continue
        if not isinstance(original, (types.FunctionType, types.MethodType)):
            mock._mock_children[name] = _Later(functools.partial(
                create_autospec, original, spec_set, False, mock, name))
            continue
        static = inspect.getattr_static(spec, name, None)
        skip_self = is_class and isinstance(static, types.FunctionType) or isinstance(original, types.MethodType)
        child_kind = AsyncMock if is_async(original) else MagicMock
        child = child_kind(parent=mock, name=name, _new_name=name, _new_parent=mock, _eat_self=skip_self, spec=original)
        mock._mock_children[name] = child
        unbound = isinstance(original, types.FunctionType)
        signature = signature_of(original, False, unbound and skip_self)
        child.__dict__["_spec_signature"] = signature
        _check_calls(child, signature)


def _check_calls(mock, signature):
    if signature is None:
        return

    def check(self, /, *args, **kwargs):
        signature.bind(*args, **kwargs)

    type(mock)._mock_check_sig = check
    type(mock).__signature__ = signature


def _as_function(mock, spec):
    """A function with the spec's name and signature that calls the mock."""
    signature = signature_of(spec, False, False)

    def check(args, kwargs):
        if signature is not None:
            signature.bind(*args, **kwargs)

    if is_async(spec):
        async def function(*args, **kwargs):
            check(args, kwargs)
            return await mock(*args, **kwargs)
    else:
        def function(*args, **kwargs):
            check(args, kwargs)
            return mock(*args, **kwargs)

    for attribute in "__name__", "__qualname__", "__module__":
        try:
            setattr(function, attribute, getattr(spec, attribute))
        except (AttributeError, TypeError):
            pass
    if signature is not None:
        function.__signature__ = signature
    function.mock = mock
    function.called = False
    function.call_count = 0
    function.call_args = None
    function.call_args_list = type(mock.call_args_list)()
    function.method_calls = type(mock.call_args_list)()
    function.mock_calls = type(mock.call_args_list)()
    function.return_value = mock.return_value
    function.side_effect = mock.side_effect
    function._mock_children = mock._mock_children

    def reset_mock():
        mock.reset_mock()
        value = function.return_value
        if _is_mock(value):
            value.reset_mock()

    names = _asserts
    if is_async(spec):
        names += _await_asserts
        function.await_count = 0
        function.await_args = None
        function.await_args_list = type(mock.call_args_list)()
    for name in names:
        setattr(function, name, getattr(mock, name))
    function.reset_mock = reset_mock
    mock._mock_delegate = function
    return function


def mock_open(mock=None, read_data=""):
    """A mock of open() whose files hold read_data."""
    import io

    make = io.BytesIO if isinstance(read_data, (bytes, bytearray)) else io.StringIO
    if mock is None:
        mock = MagicMock(name="open", spec=open)
    handle = MagicMock(spec=[*dir(io.TextIOWrapper), *dir(io.BytesIO)])
    state = [make(read_data)]

    def use(name):
        def method(*args, **kwargs):
            set_value = getattr(handle, name).return_value
            if set_value is not None:
                return set_value
            return getattr(state[0], name)(*args, **kwargs)

        return method

    for name in "read", "readline", "readlines":
        child = getattr(handle, name)
        child.return_value = None
        child.side_effect = use(name)

    def lines():
        if handle.readline.return_value is not None:
            while True:
                yield handle.readline.return_value
        yield from state[0]

    handle.write.return_value = None
    handle.__enter__.return_value = handle
    handle.__exit__.return_value = None
    if sys.version_info >= (3, 13):
        def close(*args):
            handle.close()

        handle.__exit__.side_effect = close
    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = lambda: next(state[0])

    def opened(*args, **kwargs):
        state[0] = make(read_data)
        return DEFAULT

    mock.side_effect = opened
    mock.return_value = handle
    return mock
