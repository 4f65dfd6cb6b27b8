"""Paths of this system."""

import glob
import io
import os
import stat

from pathlib._pure import PurePath, PurePosixPath, PureWindowsPath, _pattern


class UnsupportedOperation(NotImplementedError):
    """Raised for what this system has not."""


class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = WindowsPath if os.name == "nt" else PosixPath
        return object.__new__(cls)

    def __init__(self, *args, **kwargs):
        if kwargs:
            import warnings
            warnings.warn("support for supplying keyword arguments to pathlib.PurePath is deprecated and scheduled "
                          "for removal in Python 3.14", DeprecationWarning, stacklevel=2)
        super().__init__(*args)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    @classmethod
    def from_uri(cls, uri):
        from urllib.parse import unquote_to_bytes
        if not uri.startswith("file:"):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        path = uri[5:]
        if path[:3] == "///":
            path = path[2:]
        elif path[:12] == "//localhost/":
            path = path[11:]
        if path[:3] == "///" or path[:1] == "/" and path[2:3] in ":|":
            path = path[1:]
        if path[1:2] == "|":
            path = path[:1] + ":" + path[2:]
        made = cls(os.fsdecode(unquote_to_bytes(path)))
        if not made.is_absolute():
            raise ValueError(f"URI is not absolute: {uri!r}")
        return made

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        if follow_symlinks:
            return os.path.exists(self)
        return os.path.lexists(self)

    def is_dir(self, *, follow_symlinks=True):
        return self._is(stat.S_ISDIR, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        return self._is(stat.S_ISREG, follow_symlinks)

    def is_symlink(self):
        return self._is(stat.S_ISLNK, False)

    def is_fifo(self):
        return self._is(stat.S_ISFIFO)

    def is_socket(self):
        return self._is(stat.S_ISSOCK)

    def is_block_device(self):
        return self._is(stat.S_ISBLK)

    def is_char_device(self):
        return self._is(stat.S_ISCHR)

    def is_mount(self):
        return os.path.ismount(self)

    def is_junction(self):
        return os.path.isjunction(self)

    def _is(self, kind, follow=True):
        try:
            return kind((os.stat if follow else os.lstat)(self).st_mode)
        except (OSError, ValueError):
            return False

    def samefile(self, other_path):
        here = self.stat()
        try:
            there = other_path.stat()
        except AttributeError:
            there = self.with_segments(other_path).stat()
        return os.path.samestat(here, there)

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        with self.open(mode="rb", buffering=0) as f:
            return f.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        with self.open(mode="r", encoding=encoding, errors=errors, newline=newline) as f:
            return f.read()

    def write_bytes(self, data):
        view = memoryview(data)
        with self.open(mode="wb") as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open(mode="w", encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def iterdir(self):
        parent = "" if str(self) == "." else self._with_sep()
        return (self._made(parent + name) for name in os.listdir(self))

    def _with_sep(self):
        text = str(self)
        return text if text.endswith(self.parser.sep) else text + self.parser.sep

    def _made(self, text):
        return self.with_segments(text)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        if pattern.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        parts = list(pattern._tail)
        raw = pattern._raw[-1] if pattern._raw else ""
        if not parts:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        if raw and raw[-1] in (self.parser.sep, self.parser.altsep):
            parts.append("")
        if case_sensitive is None:
            case_sensitive = self._case_sensitive
        start = "" if str(self) == "." else str(self)
        found = _Globber(self.parser.sep, case_sensitive, recurse_symlinks).select(parts, start, False)
        return map(self._made, found)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        raw = str(pattern._raw[-1]) if pattern._raw else ""
        if pattern.anchor:
            raise NotImplementedError("Non-relative patterns are unsupported")
        return self.glob(os.path.join("**", raw), case_sensitive=case_sensitive, recurse_symlinks=recurse_symlinks)

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        todo = [self]
        while todo:
            path = todo.pop()
            if isinstance(path, tuple):
                yield path
                continue
            dirs, files = [], []
            try:
                with os.scandir(path) as entries:
                    for entry in entries:
                        is_dir = entry.is_dir(follow_symlinks=follow_symlinks)
                        (dirs if is_dir else files).append(entry.name)
            except OSError as error:
                if on_error is not None:
                    on_error(error)
                continue
            if top_down:
                yield path, dirs, files
            else:
                todo.append((path, dirs, files))
            todo += [path / name for name in reversed(dirs)]

    def absolute(self):
        if self.is_absolute():
            return self
        here = os.path.abspath(self.drive) if self.drive else os.getcwd()
        return self.with_segments(here, *self._tail)

    def resolve(self, strict=False):
        return self.with_segments(os.path.realpath(self, strict=strict))

    def readlink(self):
        return self.with_segments(os.readlink(self))

    def expanduser(self):
        drive, root, tail = self._parse()
        if not (drive or root) and tail and tail[0][:1] == "~":
            home = os.path.expanduser(tail[0])
            if home[:1] == "~":
                raise RuntimeError("Could not determine home directory.")
            drive, root, above = self.with_segments(home)._parse()
            return self._from_parts(drive, root, above + tail[1:])
        return self

    def touch(self, mode=0o666, exist_ok=True):
        if exist_ok:
            try:
                os.utime(self, None)
            except OSError:
                pass
            else:
                return
        flags = os.O_CREAT | os.O_WRONLY
        if not exist_ok:
            flags |= os.O_EXCL
        os.close(os.open(self, flags, mode))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        os.rmdir(self)

    def rename(self, target):
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        os.replace(self, target)
        return self.with_segments(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        os.link(target, self)

    def owner(self, *, follow_symlinks=True):
        return _name_of("/etc/passwd", self.stat(follow_symlinks=follow_symlinks).st_uid, "owner")

    def group(self, *, follow_symlinks=True):
        return _name_of("/etc/group", self.stat(follow_symlinks=follow_symlinks).st_gid, "group")

    def __enter__(self):
        import warnings
        warnings.warn("pathlib.Path.__enter__() is deprecated and scheduled for removal in Python 3.13; Path objects "
                      "as a context manager is a no-op", DeprecationWarning, stacklevel=2)
        return self

    def __exit__(self, t, v, tb):
        pass


def _name_of(table, number, what):
    try:
        with open(table) as lines:
            for line in lines:
                fields = line.split(":")
                if len(fields) > 2 and fields[2].strip() == str(number):
                    return fields[0]
    except OSError:
        raise UnsupportedOperation(f"Path.{what}() is unsupported on this system") from None
    raise KeyError(f"{'getpwuid' if what == 'owner' else 'getgrgid'}(): {'uid' if what == 'owner' else 'gid'} "
                   f"not found: {number}")


class _Globber:
    """Finds files by the parts of a pattern; paths are texts meanwhile."""

    def __init__(self, sep, case_sensitive, follow):
        self.sep = sep
        self.case_sensitive = case_sensitive
        self.follow = follow
        self.pedantic = case_sensitive != (os.name != "nt")

    def add(self, path, name):
        if not path or path.endswith(self.sep):
            return path + name
        return path + self.sep + name

    def scan(self, path):
        try:
            with os.scandir(path or ".") as entries:
                return list(entries)
        except OSError:
            return []

    def select(self, parts, path, exists):
        if not parts:
            if exists or os.path.lexists(path or "."):
                yield path or "."
            return
        part, rest = parts[0], parts[1:]
        if part == "":
            if os.path.isdir(path or "."):
                yield (path or ".")
        elif part == "**":
            yield from self.deep(rest, path, exists)
        elif part == "..":
            yield from self.select(rest, self.add(path, ".."), exists)
        elif self.pedantic or glob.has_magic(part):
            match = None if part == "*" else _pattern(part, self.sep, self.case_sensitive, False)
            for entry in self.scan(path):
                if match is None or match(entry.name):
                    if rest:
                        try:
                            if not entry.is_dir():
                                continue
                        except OSError:
                            continue
                        yield from self.select(rest, self.add(path, entry.name), True)
                    else:
                        yield self.add(path, entry.name)
        else:
            yield from self.select(rest, self.add(path, part), False)

    def deep(self, rest, path, exists):
        while rest and rest[0] == "**":
            rest = rest[1:]
        wanted = []
        while rest and rest[0] not in ("..", ""):
            wanted.append(rest[0])
            rest = rest[1:]
        match = _pattern(self.sep.join(["**", *wanted]), self.sep, self.case_sensitive, True) if wanted else None
        begin = len(self.add(path, "")) if path else 0
        if match is None or match(""):
            yield from self.select(rest, path, exists)
        todo = [path]
        while todo:
            path = todo.pop()
            for entry in self.scan(path):
                try:
                    is_dir = entry.is_dir(follow_symlinks=self.follow)
                except OSError:
                    is_dir = False
                if not is_dir and rest:
                    continue
                below = self.add(path, entry.name)
                if match is None or match(below[begin:]):
                    if rest:
                        yield from self.select(rest, below, True)
                    else:
                        yield below
                if is_dir:
                    todo.append(below)


class PosixPath(Path, PurePosixPath):
    __slots__ = ()

    if os.name == "nt":
        def __new__(cls, *args, **kwargs):
            raise UnsupportedOperation(f"cannot instantiate {cls.__name__!r} on your system")


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()

    if os.name != "nt":
        def __new__(cls, *args, **kwargs):
            raise UnsupportedOperation(f"cannot instantiate {cls.__name__!r} on your system")
