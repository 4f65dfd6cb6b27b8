"""Paths as Unix writes them; os.path there."""

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"

import os
import stat
import genericpath
from genericpath import *
from genericpath import isdevdrive, isjunction

__all__ = ["normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname",
           "commonprefix", "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir",
           "isfile", "ismount", "expanduser", "expandvars", "normpath", "abspath", "samefile", "sameopenfile",
           "samestat", "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath",
           "supports_unicode_filenames", "relpath", "commonpath", "isjunction", "isdevdrive"]

supports_unicode_filenames = False


def _slash(path):
    return b"/" if isinstance(path, bytes) else "/"


def normcase(s):
    return os.fspath(s)


def isabs(s):
    s = os.fspath(s)
    return s.startswith(_slash(s))


def join(a, *p):
    a = os.fspath(a)
    slash = _slash(a)
    path = a
    try:
        for part in map(os.fspath, p):
            if part.startswith(slash) or not path:
                path = part
            elif path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types("join", a, *p)
        raise
    return path


def split(p):
    p = os.fspath(p)
    slash = _slash(p)
    cut = p.rfind(slash) + 1
    head, tail = p[:cut], p[cut:]
    if head.strip(slash):
        head = head.rstrip(slash)
    return head, tail


def basename(p):
    return split(p)[1]


def dirname(p):
    return split(p)[0]


def splitext(p):
    p = os.fspath(p)
    if isinstance(p, bytes):
        return genericpath._splitext(p, b"/", None, b".")
    return genericpath._splitext(p, "/", None, ".")


def splitdrive(p):
    p = os.fspath(p)
    return p[:0], p


def splitroot(p):
    p = os.fspath(p)
    slash = _slash(p)
    slashes = len(p) - len(p.lstrip(slash))
    root = 2 if slashes == 2 else min(slashes, 1)  # two slashes are a root of their own
    return p[:0], p[:root], p[root:]


def ismount(path):
    try:
        here = os.lstat(path)
    except (OSError, ValueError):
        return False
    if stat.S_ISLNK(here.st_mode):
        return False
    path = os.fspath(path)
    try:
        above = os.lstat(realpath(join(path, b".." if isinstance(path, bytes) else "..")))
    except OSError:
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def expanduser(path):
    path = os.fspath(path)
    tilde = b"~" if isinstance(path, bytes) else "~"
    if not path.startswith(tilde):
        return path
    slash = _slash(path)
    end = path.find(slash, 1)
    if end < 0:
        end = len(path)
    if end == 1:
        home = os.environ.get("HOME")
        if home is None:
            return path
    else:
        who = os.fsdecode(path[1:end])
        home = _home_of(who)
        if home is None:
            return path
    if isinstance(path, bytes):
        home = os.fsencode(home)
    return (home.rstrip(slash) + path[end:]) or slash


def _home_of(user):
    try:
        with open("/etc/passwd") as users:
            for line in users:
                fields = line.split(":")
                if len(fields) > 5 and fields[0] == user:
                    return fields[5]
    except OSError:
        pass
    return None


def expandvars(path):
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    out = []
    at = 0
    while True:
        dollar = path.find("$", at)
        if dollar < 0:
            return "".join(out) + path[at:]
        out.append(path[at:dollar])
        if path.startswith("{", dollar + 1):
            close = path.find("}", dollar)
            end = close + 1
            name = path[dollar + 2:close] if close > 0 else ""
        else:
            end = dollar + 1
            while end < len(path) and path[end].isascii() and (path[end].isalnum() or path[end] == "_"):
                end += 1
            name = path[dollar + 1:end]
        if name and name in os.environ:
            out.append(os.environ[name])
            at = end
        else:
            out.append("$")
            at = dollar + 1


def normpath(path):
    path = os.fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(normpath(os.fsdecode(path)))
    if not path:
        return "."
    _, root, rest = splitroot(path)
    parts = []
    for part in rest.split("/"):
        if not part or part == ".":
            continue
        if part != ".." or (not root and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + "/".join(parts) or "."


def abspath(path):
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    filename = os.fspath(filename)
    if isinstance(filename, bytes):
        return os.fsencode(realpath(os.fsdecode(filename), strict=strict))
    path = "/" if isabs(filename) else os.getcwd()
    rest = filename.split("/")[::-1]
    seen = {}
    while rest:
        part = rest.pop()
        if part is None:  # the end of a link: remember where it led
            seen[rest.pop()] = path
            continue
        if not part or part == ".":
            continue
        if part == "..":
            path = dirname(path)
            continue
        new = path + part if path == "/" else path + "/" + part
        try:
            if not stat.S_ISLNK(os.lstat(new).st_mode):
                path = new
                continue
        except OSError:
            if strict:
                raise
            path = new
            continue
        if new in seen:
            if seen[new] is not None:
                path = seen[new]
                continue
            if strict:
                os.stat(new)  # raises: too many levels of links
            path = new
            continue
        seen[new] = None
        target = os.readlink(new)
        if isabs(target):
            path = "/"
        rest.append(new)
        rest.append(None)
        rest.extend(target.split("/")[::-1])
    return path


def relpath(path, start=None):
    path = os.fspath(path)
    if not path:
        raise ValueError("no path specified")
    octets = isinstance(path, bytes)
    here, up, slash = (b".", b"..", b"/") if octets else (".", "..", "/")
    start = here if start is None else os.fspath(start)
    try:
        begin = [x for x in abspath(start).split(slash) if x]
        target = [x for x in abspath(path).split(slash) if x]
    except (TypeError, AttributeError, BytesWarning):
        genericpath._check_arg_types("relpath", path, start)
        raise
    same = len(commonprefix([begin, target]))
    return slash.join([up] * (len(begin) - same) + target[same:]) or here


def commonpath(paths):
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    octets = isinstance(paths[0], bytes)
    slash, here = (b"/", b".") if octets else ("/", ".")
    try:
        if len({p.startswith(slash) for p in paths}) != 1:
            raise ValueError("Can't mix absolute and relative paths") from None
        split_paths = [[c for c in p.split(slash) if c and c != here] for p in paths]
    except (TypeError, AttributeError):
        genericpath._check_arg_types("commonpath", *paths)
        raise
    common = commonprefix(split_paths)
    root = slash if paths[0].startswith(slash) else slash[:0]
    return root + slash.join(common)
