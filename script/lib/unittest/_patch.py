"""Replaces attributes and items for a time."""

import contextlib
import functools
import inspect
import pkgutil
import sys

from ._autospec import InvalidSpecError, _callable_instances, create_autospec
from ._call import DEFAULT
from ._mocks import AsyncMock, MagicMock, NonCallableMagicMock, NonCallableMock, _is_mock
from ._signature import is_async


class _patch:
    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *,
                 unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        if not unsafe:
            for typo in "autospect", "auto_spec", "set_spec":
                if typo in kwargs:
                    raise RuntimeError(f"{typo!r} might be a typo; use unsafe=True if this is intended")
        if _is_mock(spec):
            raise InvalidSpecError(f"Cannot spec attr {attribute!r} as the spec has already been mocked out. [spec={spec!r}]")
        self.getter, self.attribute, self.new, self.spec = getter, attribute, new, spec
        self.create, self.spec_set, self.autospec = create, spec_set, autospec
        self.new_callable, self.kwargs, self.unsafe = new_callable, kwargs, unsafe
        self.has_local = False
        self.target = self.temp_original = None
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        other = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                       self.new_callable, self.kwargs, unsafe=True)
        other.attribute_name = self.attribute_name
        other.additional_patchers = [p.copy() for p in self.additional_patchers]
        return other

    def __call__(self, func):
        if isinstance(func, type):
            return self.decorate_class(func)
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        return _decorated(func, self)

    def decorate_class(self, klass):
        for name in dir(klass):
            if name.startswith(patch.TEST_PREFIX):
                value = getattr(klass, name)
                if hasattr(value, "__call__"):
                    setattr(klass, name, self.copy()(value))
        return klass

    def get_original(self):
        target, name = self.getter(), self.attribute
        local = False
        try:
            original = target.__dict__[name]
            local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        import builtins

        if name in dir(builtins) and inspect.ismodule(target):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, local

    def __enter__(self):
        if self.is_started:
            raise RuntimeError("Patch is already started")
        self.target = self.getter()
        original, local = self.get_original()
        new = self._replacement(original) if self.new is DEFAULT else self.new
        if self.new is not DEFAULT and self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.temp_original, self.has_local = original, local
        self._exit_stack = contextlib.ExitStack()
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            extra = {self.attribute_name: new} if self.new is DEFAULT else {}
            for other in self.additional_patchers:
                value = self._exit_stack.enter_context(other)
                if other.new is DEFAULT:
                    extra.update(value)
            return extra
        except:
            if not self.__exit__(*sys.exc_info()):
                raise

    def _replacement(self, original):
        spec, spec_set, autospec = self.spec, self.spec_set, self.autospec
        if spec is False:
            spec = None
        if spec is not None and autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (spec is not None or autospec is not None) and spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")
        kwargs = dict(self.kwargs)
        if autospec:
            if original is DEFAULT:
                raise TypeError("Can't use 'autospec' with create=True")
            if autospec is True:
                autospec = original
            if _is_mock(self.target):
                raise InvalidSpecError(
                    f"Cannot autospec attr {self.attribute!r} as the patch target has already been mocked out. "
                    f"[target={self.target!r}, attr={autospec!r}]")
            return create_autospec(autospec, spec_set=bool(spec_set), _name=self.attribute, **kwargs)
        inherit = False
        if spec is True:
            spec = original
            if spec_set is True:
                spec_set, spec = original, None
        elif spec is None and spec_set is True:
            spec_set = original
        wanted = spec if spec is not None else spec_set
        if wanted is not None:
            if original is DEFAULT:
                raise TypeError("Can't use 'spec' with create=True")
            inherit = isinstance(original, type)
        if spec is None and is_async(original):
            kind = AsyncMock
        else:
            kind = MagicMock
        if self.new_callable is not None:
            kind = self.new_callable
        elif wanted is not None:
            if is_async(wanted):
                kind = AsyncMock
            elif isinstance(wanted, list):
                if "__call__" not in wanted:
                    kind = NonCallableMagicMock
            elif not callable(wanted):
                kind = NonCallableMagicMock
        options = {}
        if spec is not None:
            options["spec"] = spec
        if spec_set is not None:
            options["spec_set"] = spec_set
        if isinstance(kind, type) and issubclass(kind, NonCallableMock) and self.attribute:
            options["name"] = self.attribute
        options.update(kwargs)
        new = kind(**options)
        if inherit and _is_mock(new):
            # An instance of the class is like the class's instances.
            options = {"spec_set" if spec_set is not None else "spec": wanted}
            callables = not isinstance(wanted, type) or _callable_instances(wanted)
            new.return_value = (type(new).__mro__[1] if callables else NonCallableMagicMock)(
                _new_parent=new, _new_name="()", **options)
        return new

    def __exit__(self, *exc_info):
        if not self.is_started:
            return
        if self.has_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and (not hasattr(self.target, self.attribute) or self.attribute in (
                    "__doc__", "__module__", "__defaults__", "__annotations__", "__kwdefaults__")):
                # A proxy, whose attributes live elsewhere.
                setattr(self.target, self.attribute, self.temp_original)
        self.temp_original = self.target = None
        self.has_local = self.is_started = False
        stack, self._exit_stack = self._exit_stack, None
        return stack.__exit__(*exc_info)

    def start(self):
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        try:
            self._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _decorated(func, first):
    @contextlib.contextmanager
    def patched(patchings, args, kwargs):
        extra = []
        with contextlib.ExitStack() as stack:
            for patching in patchings:
                value = stack.enter_context(patching)
                if patching.attribute_name is not None:
                    kwargs.update(value)
                elif patching.new is DEFAULT:
                    extra.append(value)
            yield (*args, *extra), kwargs

    if inspect.iscoroutinefunction(func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            with patched(wrapper.patchings, args, kwargs) as (args, kwargs):
                return await func(*args, **kwargs)
    else:
        @functools.wraps(func)
        def wrapper(*args, **kwargs):
            with patched(wrapper.patchings, args, kwargs) as (args, kwargs):
                return func(*args, **kwargs)

    wrapper.patchings = [first]
    return wrapper


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = {**dict(values), **kwargs}
        self.clear = clear
        self._original = None

    def __call__(self, f):
        if isinstance(f, type):
            for name in dir(f):
                value = getattr(f, name)
                if name.startswith(patch.TEST_PREFIX) and hasattr(value, "__call__"):
                    setattr(f, name, _patch_dict(self.in_dict, self.values, self.clear)(value))
            return f
        if inspect.iscoroutinefunction(f):
            @functools.wraps(f)
            async def wrapper(*args, **kwargs):
                with self:
                    return await f(*args, **kwargs)
        else:
            @functools.wraps(f)
            def wrapper(*args, **kwargs):
                with self:
                    return f(*args, **kwargs)
        return wrapper

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = pkgutil.resolve_name(self.in_dict)
        d = self.in_dict
        try:
            self._original = d.copy()
        except AttributeError:
            self._original = {key: d[key] for key in d}
        if self.clear:
            _emptied(d)
        try:
            d.update(self.values)
        except AttributeError:
            for key, value in self.values.items():
                d[key] = value
        return d

    def __exit__(self, *args):
        if self._original is None:
            return False
        d, original = self.in_dict, self._original
        self._original = None
        _emptied(d)
        try:
            d.update(original)
        except AttributeError:
            for key in original:
                d[key] = original[key]
        return False

    def start(self):
        result = self.__enter__()
        _patch._active_patches.append(self)
        return result

    def stop(self):
        try:
            _patch._active_patches.remove(self)
        except ValueError:
            return None
        return self.__exit__(None, None, None)


def _emptied(d):
    try:
        d.clear()
    except AttributeError:
        for key in list(d):
            del d[key]


def _target(target):
    try:
        target, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")
    return functools.partial(pkgutil.resolve_name, target), attribute


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *,
          unsafe=False, **kwargs):
    getter, attribute = _target(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs,
                  unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = functools.partial(pkgutil.resolve_name, target) if type(target) is str else lambda: target
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    patchers = []
    for name, new in kwargs.items():
        p = _patch(getter, name, new, spec, create, spec_set, autospec, new_callable, {})
        p.attribute_name = name
        patchers.append(p)
    patchers[0].additional_patchers = patchers[1:]
    return patchers[0]


def _stopall():
    for p in reversed(_patch._active_patches[:]):
        p.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stopall
patch.TEST_PREFIX = "test"
