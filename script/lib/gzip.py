"""Files that are compressed with deflate, as the program gzip makes them."""

import builtins
import io
import os
import struct
import time
import zlib

__all__ = ["BadGzipFile", "GzipFile", "open", "compress", "decompress"]

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = "rb", "wb"


class BadGzipFile(OSError):
    """What is no gzip file."""


def open(filename, mode="rb", compresslevel=9, encoding=None, errors=None, newline=None):
    """Open a file, for bytes or, with "t", for text."""
    if "t" in mode:
        if "b" in mode:
            raise ValueError(f"Invalid mode: {mode!r}")
    else:
        for name, value in ("encoding", encoding), ("errors", errors), ("newline", newline):
            if value is not None:
                raise ValueError(f"Argument '{name}' not supported in binary mode")
    plain = mode.replace("t", "")
    if isinstance(filename, (str, bytes, os.PathLike)):
        file = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, "read") or hasattr(filename, "write"):
        file = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError("filename must be a str or bytes object, or a file")
    return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline) if "t" in mode else file


def _head(level, mtime, name=b""):
    extra = 2 if level == 9 else 4 if level == 1 else 0
    head = struct.pack("<BBBBLBB", 0x1F, 0x8B, 8, FNAME if name else 0, int(mtime) & 0xFFFFFFFF, extra, 255)
    return head + (name + b"\0" if name else b"")


def compress(data, compresslevel=9, *, mtime=0):
    """Give bytes as the contents of a file."""
    packer = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = packer.compress(data) + packer.flush()
    when = time.time() if mtime is None else mtime
    return _head(compresslevel, when) + body + struct.pack("<LL", zlib.crc32(data), len(data) & 0xFFFFFFFF)


def _exactly(fp, n):
    data = fp.read(n)
    while len(data) < n:
        more = fp.read(n - len(data))
        if not more:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        data += more
    return data


def _read_head(fp):
    """Read the head of a member: None at the end, else when it was made."""
    magic = fp.read(2)
    if magic == b"":
        return None
    if magic != b"\x1f\x8b":
        raise BadGzipFile(f"Not a gzipped file ({magic!r})")
    method, flags, mtime = struct.unpack("<BBIxx", _exactly(fp, 8))
    if method != 8:
        raise BadGzipFile("Unknown compression method")
    if flags & FEXTRA:
        _exactly(fp, struct.unpack("<H", _exactly(fp, 2))[0])
    for flag in FNAME, FCOMMENT:
        if flags & flag:
            while _exactly(fp, 1) != b"\0":
                pass
    if flags & FHCRC:
        _exactly(fp, 2)
    return mtime


def _members(fp, told=True):
    """Give the time and contents of each member of a file; told has the error show its numbers."""
    while (mtime := _read_head(fp)) is not None:
        unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
        data = unpacker.decompress(fp.read())
        if not unpacker.eof:
            raise EOFError("Compressed file ended before the end-of-stream marker was reached")
        rest = io.BytesIO(unpacker.unused_data)
        crc, size = struct.unpack("<II", _exactly(rest, 8))
        if crc != zlib.crc32(data):
            raise BadGzipFile("CRC check failed" + (f" {hex(crc)} != {hex(zlib.crc32(data))}" if told else ""))
        if size != len(data) & 0xFFFFFFFF:
            raise BadGzipFile("Incorrect length of data produced")
        yield mtime, data
        fp = io.BytesIO(rest.read().lstrip(b"\0"))


def decompress(data):
    """Give what the contents of a file stand for."""
    return b"".join(part for _, part in _members(io.BytesIO(data), told=False))


class GzipFile(io.BufferedIOBase):
    """A compressed file, read or written as the bytes it stands for."""

    fileobj = myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ("t" in mode or "U" in mode):
            raise ValueError(f"Invalid mode: {mode!r}")
        if mode and "b" not in mode:
            mode += "b"
        if fileobj is None:
            fileobj = self.myfileobj = builtins.open(filename, mode or "rb")
        if filename is None:
            filename = getattr(fileobj, "name", "")
            if not isinstance(filename, (str, bytes)):
                filename = ""
        else:
            filename = os.fspath(filename)
        if mode is None:
            mode = getattr(fileobj, "mode", "rb")
        self.name, self.fileobj, self.compress = filename, fileobj, None
        self._mtime, self._level, self._reader = mtime, compresslevel, None
        if mode.startswith("r"):
            self.mode = READ
        elif mode.startswith(("w", "a", "x")):
            self.mode = WRITE
            self.crc, self.size = 0, 0
            self.compress = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS)
            name = os.path.basename(filename)
            if not isinstance(name, bytes):
                name = name.encode("latin-1", "ignore")
            when = time.time() if mtime is None else mtime
            fileobj.write(_head(compresslevel, when, name.removesuffix(b".gz")))
        else:
            raise ValueError(f"Invalid mode: {mode!r}")

    def __repr__(self):
        return f"<gzip {self.fileobj!r} {hex(id(self))}>"

    @property
    def mtime(self):
        return self._mtime

    @property
    def closed(self):
        return self.fileobj is None

    def _open(self):
        if self.fileobj is None:
            raise ValueError("I/O operation on closed file.")

    def _contents(self):
        if self.fileobj is None:
            raise ValueError("I/O operation on closed file")
        if self.mode != READ:
            raise OSError(9, "read() on write-only GzipFile object")
        if self._reader is None:
            data = b""
            for self._mtime, part in _members(self.fileobj):
                data += part
            self._reader = io.BytesIO(data)
        return self._reader

    def read(self, size=-1):
        return self._contents().read(size)

    def read1(self, size=-1):
        return self._contents().read1(size)

    def peek(self, n):
        reader = self._contents()
        at = reader.tell()
        data = reader.read(n)
        reader.seek(at)
        return data

    def readline(self, size=-1):
        return self._contents().readline(size)

    def write(self, data):
        self._open()
        if self.mode != WRITE:
            raise OSError(9, "write() on read-only GzipFile object")
        data = bytes(data)
        self.fileobj.write(self.compress.compress(data))
        self.size += len(data)
        self.crc = zlib.crc32(data, self.crc)
        return len(data)

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        self._open()
        if self.mode == WRITE:
            self.fileobj.write(self.compress.flush(zlib_mode))
            self.fileobj.flush()

    def close(self):
        file, self.fileobj = self.fileobj, None
        if file is None:
            return
        try:
            if self.mode == WRITE:
                file.write(self.compress.flush())
                file.write(struct.pack("<LL", self.crc, self.size & 0xFFFFFFFF))
        finally:
            if self.myfileobj is not None:
                self.myfileobj.close()
                self.myfileobj = None

    def fileno(self):
        return self.fileobj.fileno()

    def readable(self):
        self._open()
        return self.mode == READ

    def writable(self):
        self._open()
        return self.mode == WRITE

    def seekable(self):
        return True

    def tell(self):
        return self._contents().tell() if self.mode == READ else self.size

    def rewind(self):
        self._contents().seek(0)

    def seek(self, offset, whence=io.SEEK_SET):
        if self.mode == READ:
            return self._contents().seek(offset, whence)
        if whence == io.SEEK_CUR:
            offset += self.size
        elif whence != io.SEEK_SET:
            raise ValueError("Seek from end not supported")
        if offset < self.size:
            raise OSError("Negative seek in write mode")
        self.write(b"\0" * (offset - self.size))
        return self.size
