"""Lines of source files, kept once read."""

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

# File name to (size, time, lines, full name); a host may fill in the text of
# programs that come from no file.
cache = {}


def getline(filename, lineno, module_globals=None):
    """One line with its newline, or an empty string."""
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ""


def getlines(filename, module_globals=None):
    """All lines, or an empty list."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    return updatecache(filename, module_globals)


def updatecache(filename, module_globals=None):
    """Reads a file into the cache; returns its lines."""
    cache.pop(filename, None)
    if not filename or (filename.startswith("<") and filename.endswith(">")):
        return []
    text = None
    try:
        with open(filename, encoding="utf-8") as f:
            text = f.read()
    except (OSError, UnicodeDecodeError, SyntaxError):
        loader = (module_globals or {}).get("__loader__")
        get_source = getattr(loader, "get_source", None)
        if get_source is not None:
            try:
                text = get_source(module_globals.get("__name__"))
            except (ImportError, OSError):
                text = None
    if text is None:
        return []
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = (len(text), None, lines, filename)
    return lines


def clearcache():
    """Forgets all."""
    cache.clear()


def checkcache(filename=None):
    """Forgets nothing: a program's own files do not change under it."""


def lazycache(filename, module_globals):
    """Whether lines could be had; they are read when asked for."""
    return filename in cache
