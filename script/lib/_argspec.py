"""The older ways to ask what a function takes, and static attribute access."""

import sys
from collections import namedtuple

__all__ = ["ArgInfo", "FullArgSpec", "getargvalues", "getattr_static", "getfullargspec",
           "getmodulename", "trace"]

FullArgSpec = namedtuple("FullArgSpec", "args varargs varkw defaults kwonlyargs "
                                        "kwonlydefaults annotations", module="inspect")
ArgInfo = namedtuple("ArgInfo", "args varargs keywords locals", module="inspect")
_missing = object()


def getfullargspec(func):
    """Names, defaults and annotations of the parameters."""
    import inspect
    try:
        sig = inspect.signature(func, follow_wrapped=False)
    except Exception as e:
        raise TypeError("unsupported callable") from e
    args, defaults, kwonly, kwdefaults, notes = [], [], [], {}, {}
    varargs = varkw = None
    if inspect.ismethod(func):
        args.append(func.__func__.__code__.co_varnames[0])
    empty = inspect.Parameter.empty
    for p in sig.parameters.values():
        if p.kind is p.VAR_POSITIONAL:
            varargs = p.name
        elif p.kind is p.VAR_KEYWORD:
            varkw = p.name
        elif p.kind is p.KEYWORD_ONLY:
            kwonly.append(p.name)
            if p.default is not empty:
                kwdefaults[p.name] = p.default
        else:
            args.append(p.name)
            if p.default is not empty:
                defaults.append(p.default)
        if p.annotation is not empty:
            notes[p.name] = p.annotation
    if sig.return_annotation is not empty:
        notes = {"return": sig.return_annotation, **notes}
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, kwonly,
                       kwdefaults or None, notes)


def getargvalues(frame):
    """The parameters of a running function and its variables."""
    code = frame.f_code
    names = list(code.co_varnames)
    count = code.co_argcount + code.co_kwonlyargcount
    args, rest = names[:code.co_argcount], names[count:]
    varargs = varkw = None
    if code.co_flags & 4:
        varargs = rest.pop(0)
    if code.co_flags & 8:
        varkw = rest.pop(0)
    return ArgInfo(args + names[code.co_argcount:count], varargs, varkw, frame.f_locals)


def getattr_static(obj, attr, default=_missing):
    """An attribute as it is stored, without asking descriptors or hooks."""
    if not isinstance(obj, type):
        own = _missing
        try:
            own = object.__getattribute__(obj, "__dict__").get(attr, _missing)
        except AttributeError:
            pass
        cls = type(obj)
        found = _in_mro(cls, attr)
        if found is not _missing and own is not _missing:
            kind = type(found)
            if _in_mro(kind, "__get__") is not _missing \
                    and _in_mro(kind, "__set__") is not _missing:
                return found
        if own is not _missing:
            return own
        if found is not _missing:
            return found
    else:
        for cls in (obj, type(obj)):
            found = _in_mro(cls, attr)
            if found is not _missing:
                return found
    if default is not _missing:
        return default
    raise AttributeError(attr)


def _in_mro(cls, attr):
    for base in type.__dict__["__mro__"].__get__(cls):
        if attr in base.__dict__:
            return base.__dict__[attr]
    return _missing


def getmodulename(path):
    """The name of the module in a file, or None."""
    name = path.replace("\\", "/").rpartition("/")[2]
    for suffix in (".py", ".pyc"):
        if name.endswith(suffix) and len(name) > len(suffix):
            return name[:-len(suffix)]
    return None


def trace(context=1):
    """The frames between here and where the exception in hand was raised."""
    from inspect import getframeinfo, _frame_class
    exc = sys.exception()
    tb, rows = exc and exc.__traceback__, []
    while tb is not None:
        rows.append(_frame_class(True)(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return rows
