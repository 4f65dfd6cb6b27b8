"""Tools around the with statement."""

import os
import sys
from abc import ABC, abstractmethod
from collections import deque
from functools import wraps
from types import GenericAlias, MethodType

__all__ = [
    "asynccontextmanager", "contextmanager", "closing", "nullcontext",
    "AbstractContextManager", "AbstractAsyncContextManager", "AsyncExitStack",
    "ContextDecorator", "ExitStack", "redirect_stdout", "redirect_stderr",
    "suppress", "aclosing", "chdir",
]


def _lookup_all(cls, *names):
    """Whether a class and its bases define every name (None counts as not)."""
    for name in names:
        for base in cls.__mro__:
            if name in base.__dict__:
                if base.__dict__[name] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class AbstractContextManager(ABC):
    """What a with statement needs."""

    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractContextManager:
            return _lookup_all(other, "__enter__", "__exit__")
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    """What an async with statement needs."""

    __class_getitem__ = classmethod(GenericAlias)
    __slots__ = ()

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractAsyncContextManager:
            return _lookup_all(other, "__aenter__", "__aexit__")
        return NotImplemented


class ContextDecorator:
    """Lets a context manager also wrap functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inner(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)

        return inner


class AsyncContextDecorator:
    """Lets an async context manager also wrap coroutine functions."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inner(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)

        return inner


class _GeneratorManager:
    """Keeps a generator and the call that made it, to make another one."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self.func, self.args, self.kwds = func, args, kwds
        doc = getattr(func, "__doc__", None)
        if doc is None:
            doc = type(self).__doc__
        self.__doc__ = doc

    def _recreate_cm(self):
        return self.__class__(self.func, self.args, self.kwds)

    def _started(self):
        # The call is only kept for a decorator's use, before the entry.
        del self.args, self.kwds, self.func


def _came_back(raised, value):
    """Whether a generator let the thrown exception through, perhaps wrapped.

    A StopIteration thrown into a generator leaves it as the cause of a
    RuntimeError.
    """
    if raised is value:
        return True
    return (isinstance(raised, RuntimeError)
            and isinstance(value, (StopIteration, StopAsyncIteration))
            and raised.__cause__ is value)


class _GeneratorContextManager(_GeneratorManager, AbstractContextManager, ContextDecorator):
    """What a function decorated with contextmanager returns."""

    def __enter__(self):
        self._started()
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                self.gen.close()
        if value is None:
            value = typ()
        try:
            self.gen.throw(value)
        except StopIteration as exc:
            # The generator ended: the exception is swallowed, unless it is
            # this very one on its way out.
            return exc is not value
        except BaseException as exc:
            if not _came_back(exc, value):
                raise
            exc_to_fix = value
            exc_to_fix.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after throw()")
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorManager, AbstractAsyncContextManager,
                                    AsyncContextDecorator):
    """What a function decorated with asynccontextmanager returns."""

    async def __aenter__(self):
        self._started()
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            try:
                raise RuntimeError("generator didn't stop")
            finally:
                await self.gen.aclose()
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as exc:
            return exc is not value
        except BaseException as exc:
            if not _came_back(exc, value):
                raise
            value.__traceback__ = traceback
            return False
        try:
            raise RuntimeError("generator didn't stop after athrow()")
        finally:
            await self.gen.aclose()


def contextmanager(func):
    """Makes a generator function with one yield into a context manager factory."""

    @wraps(func)
    def helper(*args, **kwds):
        return _GeneratorContextManager(func, args, kwds)

    return helper


def asynccontextmanager(func):
    """Makes an async generator function into an async context manager factory."""

    @wraps(func)
    def helper(*args, **kwds):
        return _AsyncGeneratorContextManager(func, args, kwds)

    return helper


class closing(AbstractContextManager):
    """Calls close() on the way out."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits aclose() on the way out."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class _Redirect(AbstractContextManager):
    """Swaps an attribute of sys; nests, since each entry remembers its own."""

    _stream = None

    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_Redirect):
    """Sends sys.stdout elsewhere for a while."""

    _stream = "stdout"


class redirect_stderr(_Redirect):
    """Sends sys.stderr elsewhere for a while."""

    _stream = "stderr"


class suppress(AbstractContextManager):
    """Swallows the named exceptions, alone or as members of a group."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if issubclass(exctype, BaseExceptionGroup):
            _, rest = excinst.split(self._exceptions)
            if rest is None:
                return True
            raise rest
        return False


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing, in both kinds of with."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Changes the working directory for a while."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        os.chdir(self._old_cwd.pop())


def _protocol(cm, enter, leave, kind, other_enter):
    """The class's two methods, or the TypeError that says what is missing."""
    cls = type(cm)
    try:
        return getattr(cls, enter), getattr(cls, leave)
    except AttributeError:
        raise TypeError("'%s.%s' object does not support the %s protocol"
                        % (cls.__module__, cls.__qualname__, kind)) from None


class _BaseExitStack:
    """Callbacks to run in reverse; each entry is (is it sync, function)."""

    def __init__(self):
        self._exit_callbacks = deque()

    def pop_all(self):
        """Moves the callbacks to a new stack, which it returns."""
        fresh = type(self)()
        fresh._exit_callbacks = self._exit_callbacks
        self._exit_callbacks = deque()
        return fresh

    def push(self, exit):
        """Adds an object's __exit__, or a function with its signature."""
        try:
            method = type(exit).__exit__
        except AttributeError:
            self._add(exit)
        else:
            self._add(MethodType(method, exit))
        return exit

    def enter_context(self, cm):
        """Enters cm, and will leave it."""
        enter, leave = _protocol(cm, "__enter__", "__exit__", "context manager", "__aenter__")
        result = enter(cm)
        self._add(MethodType(leave, cm))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Adds a plain function with its arguments."""

        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._add(_exit_wrapper)
        return callback

    def _add(self, function, is_sync=True):
        self._exit_callbacks.append((is_sync, function))


def _relink(new, outer, frame_exc):
    """Makes an exception raised by a callback follow the one before it.

    The chain of contexts of new ends where the with statement's own context
    begins; there outer goes.
    """
    while True:
        context = new.__context__
        if context is None or context is outer:
            return
        if context is frame_exc:
            break
        new = context
    new.__context__ = outer


def _details(exc):
    if exc is None:
        return None, None, None
    return type(exc), exc, exc.__traceback__


class ExitStack(_BaseExitStack, AbstractContextManager):
    """Leaves any number of context managers, last entered first."""

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        exc = exc_info[1]
        frame_exc = sys.exception()
        had_exc = exc is not None
        swallowed = False
        raised = False
        while self._exit_callbacks:
            _, function = self._exit_callbacks.pop()
            try:
                if function(*_details(exc)):
                    swallowed, raised, exc = True, False, None
            except BaseException as new:
                _relink(new, exc, frame_exc)
                raised, exc = True, new
        if raised:
            kept = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = kept  # which the raise has set
                raise
        return had_exc and swallowed

    def close(self):
        """Leaves everything now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """ExitStack that also takes async context managers and coroutine functions."""

    async def enter_async_context(self, cm):
        """Enters the async cm, and will leave it."""
        enter, leave = _protocol(cm, "__aenter__", "__aexit__",
                                 "asynchronous context manager", "__enter__")
        result = await enter(cm)
        self._add(MethodType(leave, cm), False)
        return result

    def push_async_exit(self, exit):
        """Adds an object's __aexit__, or a coroutine function like it."""
        try:
            method = type(exit).__aexit__
        except AttributeError:
            self._add(exit, False)
        else:
            self._add(MethodType(method, exit), False)
        return exit

    def push_async_callback(self, callback, /, *args, **kwds):
        """Adds a coroutine function with its arguments."""

        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._add(_exit_wrapper, False)
        return callback

    async def aclose(self):
        """Leaves everything now."""
        await self.__aexit__(None, None, None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_info):
        exc = exc_info[1]
        frame_exc = sys.exception()
        had_exc = exc is not None
        swallowed = False
        raised = False
        while self._exit_callbacks:
            is_sync, function = self._exit_callbacks.pop()
            try:
                result = function(*_details(exc))
                if not is_sync:
                    result = await result
                if result:
                    swallowed, raised, exc = True, False, None
            except BaseException as new:
                _relink(new, exc, frame_exc)
                raised, exc = True, new
        if raised:
            kept = exc.__context__
            try:
                raise exc
            except BaseException:
                exc.__context__ = kept  # which the raise has set
                raise
        return had_exc and swallowed
