"""Files that are compressed as the program bzip2 makes them."""

import builtins
import io
import os
from _bz2 import compress as _compress, expand as _expand, stream_end as _stream_end

__all__ = ["BZ2File", "BZ2Compressor", "BZ2Decompressor", "open", "compress", "decompress"]

_ENDED = "Compressed file ended before the end-of-stream marker was reached"


def _raw(data):
    try:
        return bytes(memoryview(data))
    except TypeError:
        raise TypeError("a bytes-like object is required, not '%s'" % type(data).__name__) from None


class BZ2Compressor:
    """Compresses what comes in parts."""

    __module__ = "_bz2"

    def __init__(self, compresslevel=9, /):
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        self._level, self._parts = compresslevel, []

    def compress(self, data, /):
        """Takes in bytes and gives what is ready, which may be nothing."""
        if self._parts is None:
            raise ValueError("Compressor has been flushed")
        self._parts.append(_raw(data))
        return b""

    def flush(self):
        """Gives what is left."""
        if self._parts is None:
            raise ValueError("Repeated call to flush()")
        data, self._parts = b"".join(self._parts), None
        return _compress(data, self._level)


class BZ2Decompressor:
    """Expands one stream that comes in parts."""

    __module__ = "_bz2"

    def __init__(self):
        self.eof, self.unused_data, self.needs_input = False, b"", True
        self._data, self._looked, self._ready = b"", 0, b""

    def decompress(self, data, max_length=-1):
        """Takes in bytes and gives what they stand for, max_length bytes at most."""
        if self.eof:
            raise EOFError("End of stream already reached")
        self._data += data
        if self._data[:4] and not (b"BZh".startswith(self._data[:3]) and b"1" <= (self._data[3:4] or b"1") <= b"9"):
            raise OSError("Invalid data stream")
        if self._data is not None and not self._ready and not self._whole():
            return b""
        ready = self._ready
        if 0 <= max_length < len(ready):
            self._ready = ready[max_length:]
            self.needs_input = False
            return ready[:max_length]
        self._ready, self.eof, self.needs_input = b"", True, False
        return ready

    def _whole(self):
        """Expands the stream once all of it is there."""
        end = _stream_end(self._data, self._looked)
        if end < 0:
            self._looked = max(0, len(self._data) - 16)
            return False
        self._ready = _expand(self._data[:end])
        self.unused_data, self._data = self._data[end:], b""
        return True


def compress(data, compresslevel=9):
    """Gives bytes as one stream."""
    packer = BZ2Compressor(compresslevel)
    return packer.compress(data) + packer.flush()


def _streams(data):
    """The contents of each stream; what follows the last and is none is left out."""
    first = True
    while data:
        one = BZ2Decompressor()
        try:
            part = one.decompress(data)
        except OSError:
            if first:
                raise
            return
        if not one.eof:
            raise EOFError(_ENDED)
        yield part
        first = False
        data = one.unused_data


def decompress(data):
    """Gives what one stream or several stand for."""
    try:
        return b"".join(_streams(_raw(data)))
    except EOFError:
        raise ValueError("Compressed data ended before the end-of-stream marker was reached") from None


class BZ2File(io.BufferedIOBase):
    """A compressed file, read or written as the bytes it stands for."""

    def __init__(self, filename, mode="r", *, compresslevel=9):
        self._fp = self._packer = self._reader = None
        self._mine, self._size = False, 0
        if not 1 <= compresslevel <= 9:
            raise ValueError("compresslevel must be between 1 and 9")
        plain = mode.replace("b", "") if mode in ("", "r", "rb", "w", "wb", "x", "xb", "a", "ab") else None
        if plain is None:
            raise ValueError("Invalid mode: %r" % (mode,))
        if plain in ("w", "x", "a"):
            self._packer = BZ2Compressor(compresslevel)
        self.mode = "wb" if self._packer else "rb"
        if isinstance(filename, (str, bytes, os.PathLike)):
            self._fp = builtins.open(filename, (plain or "r") + "b")
            self._mine = True
        elif hasattr(filename, "read") or hasattr(filename, "write"):
            self._fp = filename
        else:
            raise TypeError("filename must be a str, bytes, file or PathLike object")

    def close(self):
        """Writes what is left; closes the file if this opened it."""
        file, self._fp = self._fp, None
        if file is None:
            return
        try:
            if self._packer is not None:
                file.write(self._packer.flush())
        finally:
            self._packer = self._reader = None
            if self._mine:
                file.close()

    @property
    def closed(self):
        return self._fp is None

    @property
    def name(self):
        self._open()
        return self._fp.name

    def _open(self):
        if self._fp is None:
            raise ValueError("I/O operation on closed file")

    def fileno(self):
        self._open()
        return self._fp.fileno()

    def readable(self):
        self._open()
        return self._packer is None

    def writable(self):
        self._open()
        return self._packer is not None

    def seekable(self):
        return self.readable() and self._fp.seekable()

    def _contents(self):
        self._open()
        if self._packer is not None:
            raise io.UnsupportedOperation("File not open for reading")
        if self._reader is None:
            data = self._fp.read()
            if not data:
                raise EOFError(_ENDED)
            self._reader = io.BytesIO(b"".join(_streams(data)))
        return self._reader

    def read(self, size=-1):
        """Reads so many bytes, or all."""
        return self._contents().read(size)

    def read1(self, size=-1):
        return self._contents().read1(size)

    def readinto(self, b):
        return self._contents().readinto(b)

    def peek(self, n=0):
        """What comes next, without moving on."""
        reader = self._contents()
        at = reader.tell()
        data = reader.read(max(n, 8192))
        reader.seek(at)
        return data

    def readline(self, size=-1):
        return self._contents().readline(size)

    def readlines(self, size=-1):
        return self._contents().readlines(size)

    def write(self, data):
        """Writes bytes and tells how many."""
        self._open()
        if self._packer is None:
            raise io.UnsupportedOperation("File not open for writing")
        data = _raw(data)
        self._fp.write(self._packer.compress(data))
        self._size += len(data)
        return len(data)

    def writelines(self, seq):
        for line in seq:
            self.write(line)

    def seek(self, offset, whence=io.SEEK_SET):
        """Goes to a place in what is read."""
        self._open()
        if self._packer is not None:
            raise io.UnsupportedOperation("File not open for reading")
        return self._contents().seek(offset, whence)

    def tell(self):
        self._open()
        return self._size if self._packer is not None else self._contents().tell()


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """Opens a file, for bytes or, with "t", for text."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError("Invalid mode: %r" % (mode,))
    else:
        for name, value in ("encoding", encoding), ("errors", errors), ("newline", newline):
            if value is not None:
                raise ValueError("Argument '%s' not supported in binary mode" % name)
    file = BZ2File(filename, mode.replace("t", ""), compresslevel=compresslevel)
    if "t" not in mode:
        return file
    return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
