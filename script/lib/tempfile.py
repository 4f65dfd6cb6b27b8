"""Files and folders that are there for a while."""

import errno
import functools
import io
import os
import random
import shutil
import sys
import types
import weakref

__all__ = ["NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp",
           "mktemp", "TMP_MAX", "gettempprefix", "tempdir", "gettempdir", "gettempprefixb", "gettempdirb"]

TMP_MAX = 10000
template = "tmp"
tempdir = None

_letters = "abcdefghijklmnopqrstuvwxyz0123456789_"


class _RandomNameSequence:
    """Names that nobody has thought of."""

    def __init__(self):
        self._random = random.Random()

    def __iter__(self):
        return self

    def __next__(self):
        return "".join(self._random.choices(_letters, k=8))


@functools.cache
def _get_candidate_names():
    return _RandomNameSequence()


def _candidates():
    for name in "TMPDIR", "TEMP", "TMP":
        if folder := os.getenv(name):
            yield folder
    if os.name == "nt":
        yield from (r"c:\temp", r"c:\tmp", r"\temp", r"\tmp")
    else:
        yield from ("/tmp", "/var/tmp", "/usr/tmp")
    yield os.getcwd()


def _writable(folder):
    try:
        fd, name = _make_file(folder, template, "")
    except OSError:
        return False
    os.close(fd)
    os.unlink(name)
    return True


def gettempdir():
    global tempdir
    if tempdir is None:
        tried = []
        for folder in _candidates():
            folder = os.path.abspath(folder)
            tried.append(folder)
            if os.path.isdir(folder) and _writable(folder):
                tempdir = folder
                break
        else:
            raise FileNotFoundError(errno.ENOENT, f"No usable temporary directory found in {tried}")
    return os.fsdecode(tempdir)


def gettempdirb():
    return os.fsencode(gettempdir())


def gettempprefix():
    return template


def gettempprefixb():
    return os.fsencode(template)


def _parameters(prefix, suffix, dir):
    kinds = {bytes if isinstance(part, (bytes,)) else str
             for part in map(_plain, (prefix, suffix, dir)) if part is not None}
    if len(kinds) > 1:
        raise TypeError("Can't mix bytes and non-bytes in path components.")
    octets = kinds == {bytes}
    if prefix is None:
        prefix = gettempprefixb() if octets else template
    if suffix is None:
        suffix = b"" if octets else ""
    if dir is None:
        dir = gettempdirb() if octets else gettempdir()
    return prefix, suffix, _plain(dir), octets


def _plain(part):
    return os.fspath(part) if isinstance(part, os.PathLike) else part


def _attempts(dir, prefix, suffix):
    names = _get_candidate_names()
    for _ in range(TMP_MAX):
        name = next(names)
        if isinstance(prefix, bytes):
            name = os.fsencode(name)
        yield os.path.abspath(os.path.join(dir, prefix + name + suffix))
    raise FileExistsError(errno.EEXIST, "No usable temporary file name found")


def _make_file(dir, prefix, suffix):
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    for path in _attempts(dir, prefix, suffix):
        try:
            return os.open(path, flags, 0o600), path
        except FileExistsError:
            continue


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    prefix, suffix, dir, _ = _parameters(prefix, suffix, dir)
    return _make_file(dir, prefix, suffix)


def mkdtemp(suffix=None, prefix=None, dir=None):
    prefix, suffix, dir, _ = _parameters(prefix, suffix, dir)
    for path in _attempts(dir, prefix, suffix):
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            continue
        return path


def mktemp(suffix="", prefix=template, dir=None):
    if dir is None:
        dir = gettempdir()
    for path in _attempts(dir, prefix, suffix):
        if not os.path.lexists(path):
            return path


class _TemporaryFileCloser:
    """Closes a temporary file once, and removes it."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self.delete = delete
        self.delete_on_close = delete_on_close
        self.cleanup_called = False
        self.close_called = False

    def cleanup(self):
        if not self.cleanup_called:
            self.cleanup_called = True
            try:
                if not self.close_called:
                    self.close_called = True
                    self.file.close()
            finally:
                if self.delete:
                    try:
                        os.unlink(self.name)
                    except FileNotFoundError:
                        pass

    def close(self):
        if not self.close_called:
            self.close_called = True
            try:
                self.file.close()
            finally:
                if self.delete and self.delete_on_close:
                    self.cleanup()

    def __del__(self):
        self.cleanup()


class _TemporaryFileWrapper:
    """An open file that goes when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self._closer = _TemporaryFileCloser(file, name, delete, delete_on_close)

    def __getattr__(self, name):
        attribute = getattr(self.__dict__["file"], name)
        if callable(attribute):
            # The method keeps the file alive.
            attribute = functools.partial(_forward, self, attribute)
        if not isinstance(attribute, int):
            setattr(self, name, attribute)
        return attribute

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__name__} object at {id(self):#x}>"

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        result = self.file.__exit__(exc, value, tb)
        self._closer.cleanup()
        return result

    def close(self):
        self._closer.close()

    def __iter__(self):
        for line in self.file:
            yield line


def _forward(_owner, method, *args, **kwargs):
    return method(*args, **kwargs)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    prefix, suffix, dir, _ = _parameters(prefix, suffix, dir)
    fd, name = _make_file(dir, prefix, suffix)
    try:
        file = io.open(fd, mode, buffering=buffering, newline=newline, encoding=encoding, errors=errors)
    except BaseException:
        os.close(fd)
        os.unlink(name)
        raise
    raw = getattr(file, "buffer", file)
    raw = getattr(raw, "raw", raw)
    raw.name = name
    return _TemporaryFileWrapper(file, name, delete, delete_on_close)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    prefix, suffix, dir, _ = _parameters(prefix, suffix, dir)
    fd, name = _make_file(dir, prefix, suffix)
    try:
        if os.name != "nt":
            os.unlink(name)
        return io.open(fd, mode, buffering=buffering, newline=newline, encoding=encoding, errors=errors)
    except BaseException:
        os.close(fd)
        raise


class SpooledTemporaryFile(io.IOBase):
    """A file in memory that moves to the disk when it gets large."""

    _rolled = False

    def __init__(self, max_size=0, mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        if "b" in mode:
            self._file = io.BytesIO()
        else:
            self._file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors=errors, newline=newline)
        self._max_size = max_size
        self._how = {"mode": mode, "buffering": buffering, "suffix": suffix, "prefix": prefix, "encoding": encoding,
                     "newline": newline, "dir": dir, "errors": errors}

    __class_getitem__ = classmethod(types.GenericAlias)

    def rollover(self):
        if self._rolled:
            return
        file = self._file
        new = self._file = TemporaryFile(**self._how)
        del self._how
        at = file.tell()
        if hasattr(new, "buffer"):
            new.buffer.write(file.detach().getvalue())
        else:
            new.write(file.getvalue())
        new.seek(at, 0)
        self._rolled = True

    def _check(self):
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()

    def __enter__(self):
        if self._file.closed:
            raise ValueError("Cannot enter context with closed file")
        return self

    def __exit__(self, exc, value, tb):
        self._file.close()

    def __iter__(self):
        return self._file.__iter__()

    def __del__(self):
        if not self.closed:
            self.close()

    def close(self):
        self._file.close()

    @property
    def closed(self):
        return self._file.closed

    @property
    def name(self):
        try:
            return self._file.name
        except AttributeError:
            return None

    @property
    def mode(self):
        try:
            return self._file.mode
        except AttributeError:
            return self._how["mode"]

    @property
    def encoding(self):
        return self._file.encoding

    @property
    def newlines(self):
        return self._file.newlines

    def fileno(self):
        self.rollover()
        return self._file.fileno()

    def write(self, s):
        written = self._file.write(s)
        self._check()
        return written

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def truncate(self, size=None):
        if size is None:
            return self._file.truncate()
        if size > self._max_size:
            self.rollover()
        return self._file.truncate(size)

    def seek(self, *args):
        return self._file.seek(*args)

    def __getattr__(self, name):
        return getattr(self.__dict__["_file"], name)

    def read(self, *args):
        return self._file.read(*args)

    def readline(self, *args):
        return self._file.readline(*args)

    def readlines(self, *args):
        return self._file.readlines(*args)

    def tell(self):
        return self._file.tell()

    def flush(self):
        self._file.flush()

    def isatty(self):
        return self._file.isatty()

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return self._file.seekable()


class TemporaryDirectory:
    """A folder that is removed with what is in it, at the end of with at the latest."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore_cleanup_errors = ignore_cleanup_errors
        self._delete = delete
        self._finalizer = weakref.finalize(self, self._cleanup, self.name, f"Implicitly cleaning up {self!r}",
                                           ignore_cleanup_errors, delete)

    @classmethod
    def _cleanup(cls, name, warn_message, ignore_errors=False, delete=True):
        if delete:
            shutil.rmtree(name, ignore_errors=ignore_errors)
            import warnings
            warnings.warn(warn_message, ResourceWarning)

    def __repr__(self):
        return f"<{type(self).__name__} {self.name!r}>"

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        if self._finalizer.detach() or os.path.exists(self.name):
            shutil.rmtree(self.name, ignore_errors=self._ignore_cleanup_errors)

    __class_getitem__ = classmethod(types.GenericAlias)
