"""Files whose names match a shell's pattern; ** is any depth of folders."""

import fnmatch
import os
import re

__all__ = ["escape", "glob", "iglob", "translate"]

_magic = re.compile("([*?[])")
_magic_bytes = re.compile(b"([*?[])")


def has_magic(s):
    return (_magic_bytes if isinstance(s, bytes) else _magic).search(s) is not None


def escape(pathname):
    drive, rest = os.path.splitdrive(pathname)
    if isinstance(rest, bytes):
        return drive + _magic_bytes.sub(rb"[\1]", rest)
    return drive + _magic.sub(r"[\1]", rest)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    root = os.fspath(root_dir) if root_dir is not None else pathname[:0]
    found = _select(root, os.fspath(pathname), recursive, False, include_hidden)
    if not pathname or recursive and _is_deep(pathname[:2]):
        found = (path for path in found if path)  # not the folder itself
    return found


def _is_deep(part):
    return part in ("**", b"**")


def _hidden(name):
    return name[:1] in (".", b".")


def _select(root, pathname, recursive, dirs_only, hidden):
    folder, name = os.path.split(pathname)
    if not has_magic(pathname):
        full = os.path.join(root, pathname)
        if name:
            if os.path.lexists(full):
                yield pathname
        elif os.path.isdir(full):
            yield pathname
        return
    if not folder:
        if recursive and _is_deep(name):
            yield from _below(root, folder, name, dirs_only, hidden)
        else:
            yield from _matching(root, name, dirs_only, hidden)
        return
    if folder != pathname and has_magic(folder):
        folders = _select(root, folder, recursive, True, hidden)
    else:
        folders = [folder]
    for each in folders:
        inside = os.path.join(root, each)
        if not has_magic(name):
            if name and os.path.lexists(os.path.join(inside, name)) or not name and os.path.isdir(inside):
                yield os.path.join(each, name)
        elif recursive and _is_deep(name):
            for found in _below(inside, each, name, dirs_only, hidden):
                yield os.path.join(each, found)
        else:
            for found in _matching(inside, name, dirs_only, hidden):
                yield os.path.join(each, found)


def _names(folder, dirs_only, octets):
    if not folder:
        folder = b"." if octets else "."
    try:
        with os.scandir(folder) as entries:
            return [entry.name for entry in entries if not dirs_only or entry.is_dir()]
    except OSError:
        return []


def _matching(folder, pattern, dirs_only, hidden):
    names = _names(folder, dirs_only, isinstance(pattern, bytes))
    if not hidden and not _hidden(pattern):
        names = (name for name in names if not _hidden(name))
    return fnmatch.filter(names, pattern)


def _below(root, folder, pattern, dirs_only, hidden):
    if not root or os.path.isdir(root):
        yield pattern[:0]
    todo = [(root, pattern[:0], iter(_names(root, dirs_only, isinstance(pattern, bytes))))]
    while todo:
        root, prefix, names = todo[-1]
        name = next(names, None)
        if name is None:
            todo.pop()
        elif hidden or not _hidden(name):
            path = os.path.join(prefix, name) if prefix else name
            yield path
            full = os.path.join(root, name) if root else name
            todo.append((full, path, iter(_names(full, dirs_only, isinstance(pattern, bytes)))))


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    """The regular expression of a path pattern."""
    if not seps:
        seps = (os.path.sep, os.path.altsep) if os.path.altsep else os.path.sep
    escaped = "".join(map(re.escape, seps))
    any_sep = f"[{escaped}]" if len(seps) > 1 else escaped
    not_sep = f"[^{escaped}]"
    if include_hidden:
        one_last = f"{not_sep}+"
        one = f"{one_last}{any_sep}"
        deep = f"(?:.+{any_sep})?"
        deep_last = ".*"
    else:
        one_last = f"[^{escaped}.]{not_sep}*"
        one = f"{one_last}{any_sep}"
        deep = f"(?:{one})*"
        deep_last = f"{deep}(?:{one_last})?"
    parts = re.split(any_sep, pat)
    last = len(parts) - 1
    out = []
    for i, part in enumerate(parts):
        if part == "*":
            out.append(one if i < last else one_last)
        elif recursive and part == "**":
            if i == last:
                out.append(deep_last)
            elif parts[i + 1] != "**":
                out.append(deep)
        else:
            if part:
                if not include_hidden and part[0] in "*?":
                    out.append(r"(?!\.)")
                out.extend(fnmatch._pieces(part, f"{not_sep}*", not_sep))
            if i < last:
                out.append(any_sep)
    return f"(?s:{''.join(out)})\\Z"
