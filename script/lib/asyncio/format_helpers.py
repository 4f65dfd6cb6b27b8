"""Functions and callbacks as texts."""

import functools
import inspect
import reprlib
import sys
import traceback

from . import constants


def _get_function_source(func):
    """The file and the line of a function's definition, None where there is none."""
    func = inspect.unwrap(func)
    while isinstance(func, (functools.partial, functools.partialmethod)):
        func = func.func
    if inspect.isfunction(func):
        return func.__code__.co_filename, func.__code__.co_firstlineno
    return None


def _format_callback_source(func, args, *, debug=True):
    """A callback with its arguments and its place."""
    text = _format_callback(func, args, None, debug=debug)
    place = _get_function_source(func)
    return text + f" at {place[0]}:{place[1]}" if place else text


def _format_args_and_kwargs(args, kwargs, *, debug=True):
    """Arguments in brackets; their values are shown in debug mode only."""
    if not debug:
        return "()"
    shown = [reprlib.repr(arg) for arg in args]
    shown += [f"{name}={reprlib.repr(value)}" for name, value in (kwargs or {}).items()]
    return f"({', '.join(shown)})"


def _format_callback(func, args, kwargs, *, debug=True, suffix=""):
    """A callback with its arguments, those that a partial binds first."""
    suffix = _format_args_and_kwargs(args, kwargs, debug=debug) + suffix
    if isinstance(func, functools.partial):
        return _format_callback(func.func, func.args, func.keywords, debug=debug, suffix=suffix)
    name = getattr(func, "__qualname__", None) or getattr(func, "__name__", None)
    return (name or repr(func)) + suffix


def extract_stack(f=None, limit=None):
    """The calls that lead to a frame, the caller's by default."""
    if f is None:
        f = sys._getframe().f_back
    stack = traceback.StackSummary.extract(traceback.walk_stack(f), lookup_lines=False,
                                           limit=constants.DEBUG_STACK_DEPTH if limit is None else limit)
    stack.reverse()
    return stack
