"""Paths as Windows writes them; os.path there."""

curdir = "."
pardir = ".."
extsep = "."
sep = "\\"
pathsep = ";"
altsep = "/"
defpath = ".;C:\\bin"
devnull = "nul"

import os
import genericpath
from genericpath import *
from genericpath import isdevdrive, isjunction

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname",
           "commonprefix", "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir",
           "isfile", "ismount", "expanduser", "expandvars", "normpath", "abspath", "curdir", "pardir", "sep",
           "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath", "supports_unicode_filenames", "relpath",
           "samefile", "sameopenfile", "samestat", "commonpath", "isjunction", "isreserved", "isdevdrive"]

supports_unicode_filenames = True


def _on_text(function):
    """Has a function on str paths take bytes too."""
    def wrapped(p, *args, **kwargs):
        p = os.fspath(p)
        if isinstance(p, bytes):
            result = function(os.fsdecode(p), *args, **kwargs)
            if isinstance(result, tuple):
                return tuple(map(os.fsencode, result))
            return os.fsencode(result) if isinstance(result, str) else result
        return function(p, *args, **kwargs)
    wrapped.__name__ = wrapped.__qualname__ = function.__name__
    return wrapped


@_on_text
def normcase(s):
    return s.replace("/", "\\").lower()


@_on_text
def splitroot(p):
    plain = p.replace("/", "\\")
    if plain[:1] == "\\":
        if plain[1:2] != "\\":
            return "", p[:1], p[1:]
        start = 8 if plain[:8].upper() == "\\\\?\\UNC\\" else 2
        share = plain.find("\\", start)
        if share < 0:
            return p, "", ""
        end = plain.find("\\", share + 1)
        if end < 0:
            return p, "", ""
        return p[:end], p[end:end + 1], p[end + 1:]
    if plain[1:2] == ":":
        if plain[2:3] == "\\":
            return p[:2], p[2:3], p[3:]
        return p[:2], "", p[2:]
    return "", "", p


def splitdrive(p):
    drive, root, tail = splitroot(p)
    return drive, root + tail


@_on_text
def isabs(s):
    s = s[:3].replace("/", "\\")
    return s.startswith("\\\\") or s[1:3] == ":\\"


def join(path, *paths):
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(join(os.fsdecode(path), *map(os.fsdecode, paths)))
    try:
        drive, root, tail = splitroot(path)
        for part in map(os.fspath, paths):
            part_drive, part_root, part_tail = splitroot(part)
            if part_root:
                if part_drive or not drive:
                    drive = part_drive
                root, tail = part_root, part_tail
                continue
            if part_drive and part_drive != drive:
                if part_drive.lower() != drive.lower():
                    drive, root, tail = part_drive, part_root, part_tail
                    continue
                drive = part_drive
            if tail and tail[-1] not in "\\/":
                tail += "\\"
            tail += part_tail
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types("join", path, *paths)
        raise
    if tail and not root and drive and drive[-1] not in ":\\/":
        return drive + "\\" + tail
    return drive + root + tail


@_on_text
def split(p):
    drive, root, tail = splitroot(p)
    cut = len(tail)
    while cut and tail[cut - 1] not in "\\/":
        cut -= 1
    return drive + root + tail[:cut].rstrip("\\/"), tail[cut:]


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


@_on_text
def splitext(p):
    return genericpath._splitext(p, "\\", "/", ".")


def ismount(path):
    drive, root, rest = splitroot(abspath(path))
    return bool(root) and not rest


def isreserved(path):
    names = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}
    names |= {f"{port}{n}" for port in ("COM", "LPT") for n in "123456789\xb9\xb2\xb3"}
    for name in os.fsdecode(splitroot(path)[2]).replace("/", "\\").split("\\"):
        if name[-1:] in (".", " ") and name not in (".", ".."):
            return True
        if any(c in '*?"<>|:' or ord(c) < 32 for c in name):
            return True
        if name.partition(".")[0].rstrip(" ").upper() in names:
            return True
    return False


@_on_text
def expanduser(path):
    if not path.startswith("~"):
        return path
    end = 1
    while end < len(path) and path[end] not in "\\/":
        end += 1
    home = os.environ.get("USERPROFILE")
    if home is None:
        home = os.environ.get("HOMEPATH")
        if home is None:
            return path
        home = join(os.environ.get("HOMEDRIVE", ""), home)
    if end > 1:
        user = os.environ.get("USERNAME")
        if path[1:end] != user:
            if user != basename(home):
                return path
            home = join(dirname(home), path[1:end])
    return home + path[end:]


@_on_text
def expandvars(path):
    import re
    def value(match):
        name = match[1] or match[2] or match[3]
        return os.environ.get(name, match[0]) if name else match[0]
    return re.sub(r"%(\w+)%|\$(\w+)|\$\{([^}]*)\}", value, path)


@_on_text
def normpath(path):
    drive, root, path = splitroot(path.replace("/", "\\"))
    parts = []
    for part in path.split("\\"):
        if not part or part == ".":
            continue
        if part == "..":
            if parts and parts[-1] != "..":
                parts.pop()
                continue
            if root:
                continue
        parts.append(part)
    return drive + root + "\\".join(parts) or "."


def abspath(path):
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(path, *, strict=False):
    path = abspath(path)
    for _ in range(40):
        if not islink(path):
            break
        path = normpath(join(dirname(path), os.readlink(path)))
    if strict:
        os.lstat(path)
    return path


def relpath(path, start=None):
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    start_drive, _, start_rest = splitroot(abspath(start if start is not None else "."))
    drive, _, rest = splitroot(abspath(path))
    if normcase(start_drive) != normcase(drive):
        raise ValueError(f"path is on mount {drive!r}, start on mount {start_drive!r}")
    begin = start_rest.split("\\") if start_rest else []
    target = rest.split("\\") if rest else []
    same = 0
    for one, other in zip(begin, target):
        if normcase(one) != normcase(other):
            break
        same += 1
    return "\\".join([".."] * (len(begin) - same) + target[same:]) or "."


def commonpath(paths):
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty iterable")
    split_all = [splitroot(p.replace("/", "\\").lower()) for p in paths]
    if len({drive for drive, _, _ in split_all}) != 1:
        raise ValueError("Paths don't have the same drive")
    if len({root for _, root, _ in split_all}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    drive, root, first = splitroot(paths[0].replace("/", "\\"))
    first = [c for c in first.split("\\") if c and c != "."]
    parts = [[c for c in p.split("\\") if c and c != "."] for _, _, p in split_all]
    return drive + root + "\\".join(first[:len(commonprefix(parts))])
