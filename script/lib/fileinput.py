"""Reads the lines of several files, those of the command line by default, as one."""

import builtins
import io
import os
import sys
from types import GenericAlias

__all__ = ["input", "close", "nextfile", "filename", "lineno", "filelineno", "fileno",
           "isfirstline", "isstdin", "FileInput", "hook_compressed", "hook_encoded"]

_state = None


def input(files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
    """Makes the reader that the functions of this module ask."""
    global _state
    if _state and _state._file:
        raise RuntimeError("input() already active")
    _state = FileInput(files, inplace, backup, mode=mode, openhook=openhook, encoding=encoding, errors=errors)
    return _state


def close():
    """Ends it."""
    global _state
    state, _state = _state, None
    if state:
        state.close()


def _active():
    if not _state:
        raise RuntimeError("no active input()")
    return _state


def nextfile():
    """Goes on with the next file."""
    return _active().nextfile()


def filename():
    """The file being read."""
    return _active().filename()


def lineno():
    """How many lines were read in all."""
    return _active().lineno()


def filelineno():
    """How many lines were read of this file."""
    return _active().filelineno()


def fileno():
    """The file's descriptor."""
    return _active().fileno()


def isfirstline():
    """Whether the last line was the first of its file."""
    return _active().isfirstline()


def isstdin():
    """Whether standard input is being read."""
    return _active().isstdin()


class FileInput:
    """The lines of several files."""

    def __init__(self, files=None, inplace=False, backup="", *, mode="r", openhook=None, encoding=None, errors=None):
        if isinstance(files, (str, os.PathLike)):
            files = (os.fspath(files),)
        elif files is None:
            files = tuple(sys.argv[1:]) or ("-",)
        else:
            files = tuple(files)
        if inplace and openhook:
            raise ValueError("FileInput cannot use an opening hook in inplace mode")
        if mode not in ("r", "rb"):
            raise ValueError("FileInput opening mode must be 'r' or 'rb'")
        if openhook and not callable(openhook):
            raise ValueError("FileInput openhook must be callable")
        if encoding is None and sys.flags.warn_default_encoding:
            import warnings
            warnings.warn("'encoding' argument not specified.", EncodingWarning, 2)
        self._files = files or ("-",)
        self._inplace = inplace
        self._backup = backup
        self._mode = mode
        self._openhook = openhook
        self._encoding = encoding
        self._errors = errors
        self._filename = None
        self._lines = self._start = 0
        self._file = self._output = self._kept = None
        self._at_stdin = False
        self._stdout = None

    def __del__(self):
        self.close()

    def close(self):
        """Ends, with the files that are left."""
        try:
            self.nextfile()
        finally:
            self._files = ()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    __class_getitem__ = classmethod(GenericAlias)

    def nextfile(self):
        """Ends this file; the next line is the next file's."""
        stdout, self._stdout = self._stdout, None
        output, self._output = self._output, None
        file, self._file = self._file, None
        kept, self._kept = self._kept, None
        at_stdin, self._at_stdin = self._at_stdin, False
        if stdout:
            sys.stdout = stdout
        try:
            if output:
                output.close()
        finally:
            try:
                if file and not at_stdin:
                    file.close()
            finally:
                if kept and not self._backup:
                    try:
                        os.unlink(kept)
                    except OSError:
                        pass

    def readline(self):
        """Reads a line; empty at the end of the last file."""
        while True:
            if self._file is None:
                if not self._files:
                    return b"" if self._mode == "rb" else ""
                self._open()
            line = self._file.readline()
            if line:
                self._lines += 1
                return line
            self.nextfile()

    def _open(self):
        self._filename, self._files = self._files[0], self._files[1:]
        self._start = self._lines
        encoding = None if "b" in self._mode else self._encoding or "locale"
        if self._filename == "-":
            self._filename = "<stdin>"
            self._file = getattr(sys.stdin, "buffer", sys.stdin) if "b" in self._mode else sys.stdin
            self._at_stdin = True
        elif self._inplace:
            self._rewrite(encoding)
        elif self._openhook:
            if self._encoding is None:
                self._file = self._openhook(self._filename, self._mode)
            else:
                self._file = self._openhook(self._filename, self._mode, encoding=self._encoding, errors=self._errors)
        else:
            self._file = builtins.open(self._filename, self._mode, encoding=encoding, errors=self._errors)

    def _rewrite(self, encoding):
        self._kept = os.fspath(self._filename) + (self._backup or ".bak")
        try:
            os.unlink(self._kept)
        except OSError:
            pass
        os.rename(self._filename, self._kept)
        self._file = builtins.open(self._kept, self._mode, encoding=encoding, errors=self._errors)
        mode = os.fstat(self._file.fileno()).st_mode
        fd = os.open(self._filename, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, mode)
        self._output = os.fdopen(fd, self._mode.replace("r", "w"), encoding=encoding, errors=self._errors)
        self._stdout, sys.stdout = sys.stdout, self._output

    def filename(self):
        """The file being read."""
        return self._filename

    def lineno(self):
        """How many lines were read in all."""
        return self._lines

    def filelineno(self):
        """How many lines were read of this file."""
        return self._lines - self._start

    def fileno(self):
        """The file's descriptor, -1 between files."""
        try:
            return self._file.fileno() if self._file else -1
        except ValueError:
            return -1

    def isfirstline(self):
        """Whether the last line was the first of its file."""
        return self.filelineno() == 1

    def isstdin(self):
        """Whether standard input is being read."""
        return self._at_stdin


def hook_compressed(filename, mode, *, encoding=None, errors=None):
    """Opens what is compressed by the ending of its name."""
    if encoding is None and "b" not in mode:
        encoding = "locale"
    ending = os.path.splitext(filename)[1]
    if ending == ".gz":
        import gzip
        stream = gzip.open(filename, mode)
    elif ending == ".bz2":
        import bz2
        stream = bz2.BZ2File(filename, mode)
    else:
        return builtins.open(filename, mode, encoding=encoding, errors=errors)
    return stream if "b" in mode else io.TextIOWrapper(stream, encoding=encoding, errors=errors)


def hook_encoded(encoding, errors=None):
    """Gives a hook that opens with an encoding."""
    return lambda filename, mode: builtins.open(filename, mode, encoding=encoding, errors=errors)
