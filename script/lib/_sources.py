"""The source text of what a program defines."""

import linecache
import sys
from _traceback import block as _block

__all__ = ["findsource", "getcomments", "getsource", "getsourcefile", "getsourcelines"]


def getsourcefile(o):
    """The file with the text of o, or None."""
    from inspect import getfile
    name = getfile(o)
    return name if linecache.getlines(name) or name.endswith(".py") else None


def findsource(o):
    """All lines of the file and the index of the first line of o."""
    import inspect
    name = inspect.getfile(o)
    if inspect.isclass(o) or inspect.ismodule(o):
        module = o if inspect.ismodule(o) else sys.modules.get(o.__module__)
        lines = linecache.getlines(name, getattr(module, "__dict__", None))
    else:
        lines = linecache.getlines(name)
    if not lines:
        raise OSError("could not get source code")
    if inspect.ismodule(o):
        return lines, 0
    if inspect.isclass(o):
        first = _class_line(o, lines)
        if first is None:
            raise OSError("source code not available")
        return lines, first - 1
    o = getattr(o, "__func__", o)
    o = getattr(o, "__code__", o)
    if inspect.istraceback(o):
        return lines, o.tb_lineno - 1
    o = getattr(o, "f_code", o)
    if o.co_firstlineno - 1 >= len(lines):
        raise OSError("lineno is out of bounds")
    return lines, o.co_firstlineno - 1


def _class_line(cls, lines):
    """Where the class statement begins, decorators included."""
    first = cls.__dict__.get("__firstlineno__")
    if first is not None:
        return first
    found = None
    for i, line in enumerate(lines):
        words = line.replace("(", " ").replace(":", " ").replace("[", " ").split()
        if words[:2] == ["class", cls.__name__]:
            found = i + 1
            while i and lines[i - 1].lstrip().startswith("@"):
                i -= 1
                found = i + 1
            if not line[:1].isspace():
                break
    return found


def getsourcelines(o):
    """The lines of o and the number of the first; 0 for a module."""
    import inspect
    o = inspect.unwrap(o)
    lines, first = findsource(o)
    if inspect.istraceback(o):
        o = o.tb_frame
    if inspect.ismodule(o) or inspect.isframe(o) and o.f_code.co_name == "<module>":
        return lines, 0
    last = _block("".join(lines), first + 1)
    return lines[first:first + 1 if last is None else last], first + 1


def getsource(o):
    """The text of o."""
    return "".join(getsourcelines(o)[0])


def getcomments(o):
    """The comment lines right above o, or None."""
    try:
        lines, first = findsource(o)
    except (OSError, TypeError):
        return None
    found = []
    margin = len(lines[first]) - len(lines[first].lstrip())
    for line in reversed(lines[:first]):
        text = line.lstrip()
        if not text.startswith("#") or len(line) - len(text) != margin:
            break
        found.append(text.expandtabs())
    return "".join(reversed(found)) or None
