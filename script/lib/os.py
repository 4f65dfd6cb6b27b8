"""The operating system: files and folders by name, the environment, the process."""

import abc
import errno as _errno
import stat as st
import sys

if "posix" in sys.builtin_module_names:
    import posix as _system
    import posixpath as path
    name = "posix"
    linesep = "\n"
else:
    import nt as _system
    import ntpath as path
    name = "nt"
    linesep = "\r\n"

sys.modules["os.path"] = path

from os.path import curdir, pardir, sep, pathsep, defpath, extsep, altsep, devnull

__all__ = ["altsep", "curdir", "pardir", "sep", "pathsep", "linesep", "defpath", "name", "path", "devnull", "extsep",
           "SEEK_SET", "SEEK_CUR", "SEEK_END", "fsencode", "fsdecode", "fdopen", "get_exec_path", "getenv", "environ",
           "makedirs", "removedirs", "renames", "walk", "PathLike", "popen"]

for _name in dir(_system):
    if not _name.startswith("_"):
        globals()[_name] = getattr(_system, _name)
        if _name not in __all__:
            __all__.append(_name)
del _name
_exit = _system._exit
__all__.append("_exit")

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
P_WAIT, P_NOWAIT = 0, 1
supports_dir_fd = set()
supports_fd = {stat, chmod, truncate} if name == "posix" else {stat}
supports_follow_symlinks = {stat}
supports_effective_ids = set()
supports_bytes_environ = name == "posix"


def fsencode(filename):
    filename = fspath(filename)
    if isinstance(filename, str):
        return filename.encode("utf-8", "surrogateescape")
    return filename


def fsdecode(filename):
    filename = fspath(filename)
    if isinstance(filename, bytes):
        return filename.decode("utf-8", "surrogateescape")
    return filename


class PathLike(abc.ABC):
    """What open and the functions here take as a path."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            for base in subclass.__mro__:
                if "__fspath__" in base.__dict__:
                    return base.__dict__["__fspath__"] is not None or NotImplemented
        return NotImplemented

    @classmethod
    def __class_getitem__(cls, item):
        import types
        return types.GenericAlias(cls, item)


def _make_environ():
    from collections.abc import MutableMapping

    class _Environ(MutableMapping):
        """The environment's variables; changes are seen by this program only."""

        def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
            self._data = data
            self.encodekey = encodekey
            self.decodekey = decodekey
            self.encodevalue = encodevalue
            self.decodevalue = decodevalue

        def __getitem__(self, key):
            try:
                return self.decodevalue(self._data[self.encodekey(key)])
            except KeyError:
                raise KeyError(key) from None

        def __setitem__(self, key, value):
            key = self.encodekey(key)
            value = self.encodevalue(value)
            if not key or key.find("=", 1) >= 0:
                raise ValueError("illegal environment variable name")
            if "\0" in key or "\0" in value:
                raise ValueError("embedded null byte")
            self._data[key] = value

        def __delitem__(self, key):
            try:
                del self._data[self.encodekey(key)]
            except KeyError:
                raise KeyError(key) from None

        def __iter__(self):
            for key in list(self._data):
                yield self.decodekey(key)

        def __len__(self):
            return len(self._data)

        def __repr__(self):
            items = ", ".join(f"{self.decodekey(k)!r}: {self.decodevalue(v)!r}" for k, v in self._data.items())
            return f"environ({{{items}}})"

        def copy(self):
            return dict(self)

        def setdefault(self, key, value):
            if key not in self:
                self[key] = value
            return self[key]

        def __or__(self, other):
            if not hasattr(other, "keys"):
                return NotImplemented
            return {**self, **other}

        def __ror__(self, other):
            if not hasattr(other, "keys"):
                return NotImplemented
            return {**other, **self}

        def __ior__(self, other):
            self.update(other)
            return self

    def text(value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        return value

    def upper(key):
        return text(key).upper()

    def octets(value):
        if not isinstance(value, bytes):
            raise TypeError(f"bytes expected, not {type(value).__name__}")
        return fsdecode(value)

    data = _system.environ
    key = text if name == "posix" else upper
    plain = _Environ(data, key, str, text, str)
    return plain, _Environ(data, octets, fsencode, octets, fsencode)


environ, environb = _make_environ()
if name == "posix":
    __all__ += ["environb", "getenvb"]
    del _system.environ


def getenv(key, default=None):
    return environ.get(key, default)


def getenvb(key, default=None):
    return environb.get(key, default)


def putenv(name, value):
    environ._data[fsdecode(name)] = fsdecode(value)


def unsetenv(name):
    environ._data.pop(fsdecode(name), None)


def get_exec_path(env=None):
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)


def makedirs(name, mode=0o777, exist_ok=False):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass  # somebody else made it meanwhile
        here = curdir if isinstance(tail, str) else curdir.encode()
        if tail == here:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    todo = [fspath(top)]
    while todo:
        top = todo.pop()
        if isinstance(top, tuple):
            yield top
            continue
        dirs, files, below = [], [], []
        try:
            with scandir(top) as entries:
                for entry in entries:
                    try:
                        is_dir = entry.is_dir()
                    except OSError:
                        is_dir = False
                    (dirs if is_dir else files).append(entry.name)
                    if not topdown and is_dir and (followlinks or not entry.is_symlink()):
                        below.append(entry.path)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        if topdown:
            yield top, dirs, files
            for each in reversed(dirs):
                each = path.join(top, each)
                if followlinks or not path.islink(each):
                    todo.append(each)
        else:
            todo.append((top, dirs, files))
            todo.extend(reversed(below))


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    import io
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


def closerange(fd_low, fd_high):
    for fd in range(fd_low, fd_high):
        try:
            close(fd)
        except OSError:
            pass


def system(command):
    import subprocess
    p = subprocess.Popen(command, shell=True)
    status = waitpid(p.pid, 0)[1]
    p.returncode = waitstatus_to_exitcode(status)
    return status


class _Piped:
    # The file of popen(), whose close() gives the child's status.

    def __init__(self, file, process):
        self._file = file
        self._process = process

    def close(self):
        self._file.close()
        status = self._process.wait()
        if status == 0:
            return None
        return status << 8 if name != "nt" else status

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, attribute):
        return getattr(self._file, attribute)

    def __iter__(self):
        return iter(self._file)


def popen(cmd, mode="r", buffering=-1):
    if not isinstance(cmd, str):
        raise TypeError(f"invalid cmd type ({type(cmd)}, expected string)")
    if mode not in ("r", "w"):
        raise ValueError(f"invalid mode {mode!r}")
    if buffering == 0 or buffering is None:
        raise ValueError("popen() does not support unbuffered streams")
    import subprocess
    if mode == "r":
        p = subprocess.Popen(cmd, shell=True, text=True, stdout=subprocess.PIPE, bufsize=buffering)
        return _Piped(p.stdout, p)
    p = subprocess.Popen(cmd, shell=True, text=True, stdin=subprocess.PIPE, bufsize=buffering)
    return _Piped(p.stdin, p)


def _starts_nothing(function):
    def refuse(*args, **kwargs):
        return _system.execv()
    refuse.__name__ = refuse.__qualname__ = function
    return refuse


for _each in ("execl", "execle", "execlp", "execlpe", "execvp", "execvpe", "spawnl", "spawnle", "spawnlp", "spawnlpe",
              "spawnvp", "spawnvpe"):
    globals()[_each] = _starts_nothing(_each)
    __all__.append(_each)
del _each


def register_at_fork(*, before=None, after_in_child=None, after_in_parent=None):
    given = {"before": before, "after_in_child": after_in_child, "after_in_parent": after_in_parent}
    if all(call is None for call in given.values()):
        raise TypeError("At least one argument is required.")
    for name, call in given.items():
        if call is not None and not callable(call):
            raise TypeError(f"'{name}' must be callable, not {type(call).__name__}")
    # Nothing is ever forked.


__all__.append("register_at_fork")


def process_cpu_count():
    if "sched_getaffinity" in globals():
        return len(sched_getaffinity(0))
    return cpu_count()


def WIFEXITED(status):
    return status & 0x7F == 0


def WEXITSTATUS(status):
    return status >> 8 & 0xFF


def WIFSIGNALED(status):
    return status & 0x7F not in (0, 0x7F)


def WTERMSIG(status):
    return status & 0x7F


def waitstatus_to_exitcode(status):
    if WIFEXITED(status):
        return WEXITSTATUS(status)
    if WIFSIGNALED(status):
        return -WTERMSIG(status)
    raise ValueError(f"invalid wait status: {status}")


def device_encoding(fd):
    return "UTF-8" if isatty(fd) else None


def getrandom(size, flags=0):
    return urandom(size)
