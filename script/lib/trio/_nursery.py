"""Nurseries, and the run."""
import _trio

from . import _groups
from ._calls import coroutine_of, name_of
from ._scopes import _reraise, scope_of


class TaskStatus:
    """What a function that is started by Nursery.start tells that it is ready by."""

    __slots__ = ("_core",)

    def __init__(self, core):
        self._core = core

    def started(self, value=None):
        self._core.started(value)

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)


class _Ignored:
    def started(self, value=None):
        pass

    def __repr__(self):
        return "TASK_STATUS_IGNORED"


TASK_STATUS_IGNORED = _Ignored()


class Nursery:
    """Where tasks are started; open_nursery makes one."""

    __slots__ = ("_core", "cancel_scope", "__weakref__")

    def __init__(self, *args, **kwargs):
        raise TypeError("trio.Nursery has no public constructor")

    def __init_subclass__(cls):
        raise TypeError("type 'trio.Nursery' is not an acceptable base type")

    @property
    def child_tasks(self):
        return frozenset(self._core.child_tasks())

    @property
    def parent_task(self):
        return self._core.parent_task

    @property
    def _closed(self):
        return self._core.closed

    def _check_open(self):
        if self._core.closed:
            raise RuntimeError("Nursery is closed to new arrivals")

    def start_soon(self, async_fn, *args, name=None):
        self._check_open()
        self._core.spawn(coroutine_of(async_fn, *args), name_of(async_fn, name))

    async def start(self, async_fn, *args, name=None):
        def build(core):
            return coroutine_of(async_fn, *args, task_status=TaskStatus(core)), name_of(async_fn, name)

        self._check_open()
        return await self._core.start(build)


Nursery.__module__ = "trio"


def nursery_of(core):
    """The Nursery of a core nursery."""
    nursery = Nursery.__new__(Nursery)
    nursery._core = core
    nursery.cancel_scope = scope_of(core.scope)
    core.own(nursery)
    core.own_scope(nursery.cancel_scope)
    return nursery


class NurseryManager:
    """async with open_nursery()."""

    __slots__ = ("_strict", "_nursery")

    def __init__(self, strict):
        self._strict = strict

    async def __aenter__(self):
        self._nursery = nursery_of(_trio.open_nursery(self._strict))
        return self._nursery

    async def __aexit__(self, kind, error, traceback):
        left = await self._nursery._core.close(error)
        if left is error:
            return False
        if left is None:
            return True
        _reraise(left)

    def __enter__(self):
        raise RuntimeError("use 'async with open_nursery(...)', not 'with open_nursery(...)'")

    def __exit__(self, *args):
        raise AssertionError("Never called, but should be defined")


NurseryManager.__module__ = "trio"


def open_nursery(strict_exception_groups=None):
    if strict_exception_groups is not None and not strict_exception_groups:
        _warn_loose("open_nursery(strict_exception_groups=False)")
    return NurseryManager(None if strict_exception_groups is None else bool(strict_exception_groups))


class TrioDeprecationWarning(FutureWarning):
    """Warns of what will go from trio."""


TrioDeprecationWarning.__module__ = "trio"


def _warn_loose(what):
    if _trio.STRICT:
        import warnings

        text = (
            f"{what} is deprecated since Trio 0.25.0; use the default value of True "
            "and rewrite exception handlers to handle ExceptionGroups instead"
        )
        warnings.warn(TrioDeprecationWarning(text + " (https://github.com/python-trio/trio/issues/2929)"), stacklevel=3)


def run(
    async_fn,
    *args,
    clock=None,
    instruments=(),
    restrict_keyboard_interrupt_to_checkpoints=False,
    strict_exception_groups=_trio.STRICT,
):
    if _trio.in_run():
        raise RuntimeError("Attempted to call run() from inside a run()")
    if not strict_exception_groups:
        _warn_loose("trio.run(..., strict_exception_groups=False)")

    from ._asyncgens import Hooks

    hooks = Hooks()

    def build():
        hooks.install()
        return coroutine_of(async_fn, *args), name_of(async_fn)

    strict, restrict = bool(strict_exception_groups), bool(restrict_keyboard_interrupt_to_checkpoints)
    try:
        return _trio.run(build, strict, restrict, clock, instruments, hooks.close_all)
    finally:
        hooks.restore()


_trio.nursery_of = nursery_of
