"""Paths that are only computed with."""

import functools
import glob
import ntpath
import os
import posixpath
import re
from collections.abc import Sequence


class _Parents(Sequence):
    """The folders above a path, the nearest first."""

    def __init__(self, path):
        self._path = path
        self._drive, self._root, self._tail = path.drive, path.root, path._tail

    def __len__(self):
        return len(self._tail)

    def __getitem__(self, index):
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index >= len(self) or index < -len(self):
            raise IndexError(index)
        if index < 0:
            index += len(self)
        return self._path._from_parts(self._drive, self._root, self._tail[:-index - 1])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


@functools.lru_cache(maxsize=512)
def _pattern(pattern, sep, case_sensitive, recursive):
    flags = re.NOFLAG if case_sensitive else re.IGNORECASE
    return re.compile(glob.translate(pattern, recursive=recursive, include_hidden=True, seps=sep), flags).match


class PurePath:
    __slots__ = ("_raw", "_parsed", "_text", "_hash_", "_folded")
    parser = os.path

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PureWindowsPath if os.name == "nt" else PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        paths = []
        for arg in args:
            if isinstance(arg, PurePath):
                if arg.parser is not self.parser:
                    paths.append(arg.as_posix())
                else:
                    paths.extend(arg._raw)
                continue
            try:
                path = os.fspath(arg)
            except TypeError:
                path = arg
            if not isinstance(path, str):
                raise TypeError("argument should be a str or an os.PathLike object where __fspath__ returns a str, "
                                f"not {type(path).__name__!r}")
            paths.append(path)
        self._raw = paths

    def with_segments(self, *pathsegments):
        return type(self)(*pathsegments)

    def _from_parts(self, drive, root, tail):
        path = self._join(drive, root, tail)
        made = self.with_segments(path)
        made._text = path or "."
        made._parsed = drive, root, tail
        return made

    @classmethod
    def _join(cls, drive, root, tail):
        if drive or root:
            return drive + root + cls.parser.sep.join(tail)
        if tail and cls.parser.splitdrive(tail[0])[0]:
            tail = [".", *tail]
        return cls.parser.sep.join(tail)

    def _parse(self):
        try:
            return self._parsed
        except AttributeError:
            pass
        raw = self._raw
        path = raw[0] if len(raw) == 1 else self.parser.join(*raw) if raw else ""
        sep, altsep = self.parser.sep, self.parser.altsep
        if altsep:
            path = path.replace(altsep, sep)
        drive, root, rest = self.parser.splitroot(path)
        if not root and drive.startswith(sep) and not drive.endswith(sep):
            parts = drive.split(sep)
            if len(parts) == 4 and parts[2] not in "?." or len(parts) == 6:
                root = sep  # a share has a root of its own
        self._parsed = drive, root, [part for part in rest.split(sep) if part and part != "."]
        return self._parsed

    @property
    def drive(self):
        """The drive letter or share, or ''."""
        return self._parse()[0]

    @property
    def root(self):
        return self._parse()[1]

    @property
    def _tail(self):
        return self._parse()[2]

    @property
    def anchor(self):
        return self.drive + self.root

    @property
    def parts(self):
        drive, root, tail = self._parse()
        if drive or root:
            return (drive + root, *tail)
        return tuple(tail)

    @property
    def parent(self):
        drive, root, tail = self._parse()
        if not tail:
            return self
        return self._from_parts(drive, root, tail[:-1])

    @property
    def parents(self):
        return _Parents(self)

    @property
    def name(self):
        tail = self._tail
        return tail[-1] if tail else ""

    @property
    def suffix(self):
        name = self.name.lstrip(".") if self.name.strip(".") else ""
        dot = name.rfind(".")
        return name[dot:] if 0 < dot < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + suffix for suffix in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        suffix = self.suffix
        return self.name[:-len(suffix)] if suffix else self.name

    def with_name(self, name):
        parser = self.parser
        if not name or parser.sep in name or (parser.altsep and parser.altsep in name) or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        drive, root, tail = self._parse()
        if not tail:
            raise ValueError(f"{self!r} has an empty name")
        return self._from_parts(drive, root, tail[:-1] + [name])

    def with_stem(self, stem):
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f"{self!r} has a non-empty suffix")
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        stem = self.stem
        if not stem:
            raise ValueError(f"{self!r} has an empty name")
        if suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(stem + suffix)

    def joinpath(self, *pathsegments):
        return self.with_segments(self, *pathsegments)

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def relative_to(self, other, /, *_deprecated, walk_up=False):
        other = self.with_segments(other, *_deprecated)
        for step, path in enumerate([other, *other.parents]):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
            if path.name == "..":
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f"{str(self)!r} and {str(other)!r} have different anchors")
        return self._from_parts("", "", [".."] * step + self._tail[len(path._tail):])

    def is_relative_to(self, other, /, *_deprecated):
        other = self.with_segments(other, *_deprecated)
        return other == self or other in self.parents

    def is_absolute(self):
        if self.parser is posixpath:
            return any(True for path in self._raw if path.startswith("/"))
        return self.parser.isabs(str(self))

    def is_reserved(self):
        import warnings
        warnings.warn("pathlib.PurePath.is_reserved() is deprecated and scheduled for removal in Python 3.15. Use "
                      "os.path.isreserved() to detect reserved paths on Windows.", DeprecationWarning, stacklevel=2)
        return self.parser is ntpath and ntpath.isreserved(self)

    def as_posix(self):
        return str(self).replace(self.parser.sep, "/")

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes
        drive = self.drive
        if len(drive) == 2 and drive[1] == ":":
            return "file:///" + drive + quote_from_bytes(os.fsencode(self.as_posix()[2:]))
        return ("file:" if drive else "file://") + quote_from_bytes(os.fsencode(self.as_posix()))

    @property
    def _case_sensitive(self):
        return self.parser is posixpath

    def match(self, path_pattern, *, case_sensitive=None):
        if not isinstance(path_pattern, PurePath):
            path_pattern = self.with_segments(path_pattern)
        if case_sensitive is None:
            case_sensitive = self._case_sensitive
        parts = self.parts[::-1]
        wanted = path_pattern.parts[::-1]
        if not wanted:
            raise ValueError("empty pattern")
        if len(parts) < len(wanted) or len(parts) > len(wanted) and path_pattern.anchor:
            return False
        sep = self.parser.sep
        return all(_pattern(pattern, sep, case_sensitive, False)(part) is not None
                   for part, pattern in zip(parts, wanted))

    def full_match(self, pattern, *, case_sensitive=None):
        if not isinstance(pattern, PurePath):
            pattern = self.with_segments(pattern)
        if case_sensitive is None:
            case_sensitive = self._case_sensitive
        path = str(self) if self.parts else ""
        wanted = str(pattern) if pattern.parts else ""
        return _pattern(wanted, self.parser.sep, case_sensitive, True)(path) is not None

    def __reduce__(self):
        return type(self), tuple(self._raw)

    def __fspath__(self):
        return str(self)

    def __bytes__(self):
        return os.fsencode(self)

    def __str__(self):
        try:
            return self._text
        except AttributeError:
            self._text = self._join(*self._parse()) or "."
            return self._text

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    @property
    def _key(self):
        try:
            return self._folded
        except AttributeError:
            text = str(self)
            self._folded = text if self._case_sensitive else text.lower()
            return self._folded

    @property
    def _order(self):
        return self._key.split(self.parser.sep)

    def __hash__(self):
        try:
            return self._hash_
        except AttributeError:
            self._hash_ = hash(self._key)
            return self._hash_

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key == other._key and self.parser is other.parser

    def __lt__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._order < other._order

    def __le__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._order <= other._order

    def __gt__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._order > other._order

    def __ge__(self, other):
        if not isinstance(other, PurePath) or self.parser is not other.parser:
            return NotImplemented
        return self._order >= other._order


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    __slots__ = ()
    parser = posixpath


class PureWindowsPath(PurePath):
    __slots__ = ()
    parser = ntpath
