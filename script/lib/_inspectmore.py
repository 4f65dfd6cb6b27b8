"""States of asynchronous generators, frames around a place, and closures."""

import builtins
from collections import namedtuple

__all__ = ["AGEN_CLOSED", "AGEN_CREATED", "AGEN_RUNNING", "AGEN_SUSPENDED", "ClosureVars",
           "getabsfile", "getasyncgenlocals", "getasyncgenstate", "getclosurevars",
           "getinnerframes", "getlineno", "getmembers_static", "getouterframes", "indentsize",
           "isgetsetdescriptor", "ismemberdescriptor", "ismethodwrapper"]

AGEN_CREATED, AGEN_RUNNING = "AGEN_CREATED", "AGEN_RUNNING"
AGEN_SUSPENDED, AGEN_CLOSED = "AGEN_SUSPENDED", "AGEN_CLOSED"
ClosureVars = namedtuple("ClosureVars", "nonlocals globals builtins unbound", module="inspect")


def getasyncgenstate(agen):
    """Where an asynchronous generator stands."""
    if agen.ag_running:
        return AGEN_RUNNING
    if agen.ag_suspended:
        return AGEN_SUSPENDED
    return AGEN_CLOSED if agen.ag_frame is None else AGEN_CREATED


def getasyncgenlocals(agen):
    """An asynchronous generator's locals."""
    import inspect
    if not inspect.isasyncgen(agen):
        raise TypeError("%r is not a Python async generator" % agen)
    frame = agen.ag_frame
    return {} if frame is None else frame.f_locals


def getclosurevars(func):
    """The names a function takes from around it, with their values."""
    import inspect
    if inspect.ismethod(func):
        func = func.__func__
    if not inspect.isfunction(func):
        raise TypeError("%r is not a Python function" % (func,))
    code = func.__code__
    outer = {n: c.cell_contents for n, c in zip(code.co_freevars, func.__closure__ or ())}
    names, known = func.__globals__, vars(builtins)
    found, built, unbound = {}, {}, set()
    for name in code.co_names:
        if name in names:
            found[name] = names[name]
        elif name in known:
            built[name] = known[name]
        else:
            unbound.add(name)
    return ClosureVars(outer, found, built, unbound)


def getabsfile(o, _filename=None):
    """The full name of the file of o."""
    import inspect
    import os
    name = _filename or inspect.getsourcefile(o) or inspect.getfile(o)
    return os.path.normcase(os.path.abspath(name))


def getlineno(frame):
    """The line a frame is at."""
    return frame.f_lineno


def getouterframes(frame, context=1):
    """A frame and those that called it."""
    from inspect import getframeinfo, _frame_class
    rows = []
    while frame:
        rows.append(_frame_class(True)(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return rows


def getinnerframes(tb, context=1):
    """The frames of a traceback, outermost first."""
    from inspect import getframeinfo, _frame_class
    rows = []
    while tb:
        rows.append(_frame_class(True)(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return rows


def getmembers_static(obj, predicate=None):
    """Pairs of name and value as stored, without asking descriptors."""
    from _argspec import getattr_static
    pairs = []
    for name in sorted(set(dir(obj))):
        try:
            value = getattr_static(obj, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            pairs.append((name, value))
    return pairs


def indentsize(line):
    """How far a line is indented, tabs counted to every eighth column."""
    wide = line.expandtabs()
    return len(wide) - len(wide.lstrip())


def ismethodwrapper(o):
    """A special method of a builtin, bound."""
    return type(o).__name__ == "method-wrapper"


def isgetsetdescriptor(o):
    """A computed attribute of a builtin class."""
    return type(o).__name__ == "getset_descriptor"


def ismemberdescriptor(o):
    """A stored attribute of a builtin class or of __slots__."""
    return type(o).__name__ == "member_descriptor"
