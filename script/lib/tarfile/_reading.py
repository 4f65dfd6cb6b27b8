"""Archives behind a compression, and the contents of one member."""

import bz2
import gzip
import io
import zlib

from tarfile._errors import CompressionError, ReadError

_XZ = b"\xfd7zXZ\0"


class MemberReader(io.RawIOBase):
    """The bytes of a member, where they are in the archive."""

    def __init__(self, archive, member):
        self._file = archive.fileobj
        self._start, self._size, self._at = member.offset_data, member.size, 0
        self.name = member.name

    @property
    def mode(self):
        return "rb"

    def readable(self):
        return True

    def seekable(self):
        return True

    def readinto(self, b):
        self._file.seek(self._start + self._at)
        want = min(len(b), max(0, self._size - self._at))
        data = self._file.read(want)
        if len(data) < want:
            raise ReadError("unexpected end of data")
        b[:len(data)] = data
        self._at += len(data)
        return len(data)

    def seek(self, offset, whence=io.SEEK_SET):
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}.get(whence)
        if base is None:
            raise ValueError("Invalid argument")
        self._at = min(max(0, base + offset), self._size)
        return self._at

    def tell(self):
        return self._at


class ExFileObject(io.BufferedReader):
    """A member, to be read."""

    def __init__(self, tarfile, tarinfo):
        super().__init__(MemberReader(tarfile, tarinfo))


ExFileObject.__module__ = "tarfile"


def expanded(data):
    """What compressed bytes stand for, by how they begin."""
    if data.startswith(b"\x1f\x8b"):
        return gzip.decompress(data)
    if data.startswith(b"BZh"):
        return bz2.decompress(data)
    if data.startswith(_XZ):
        raise CompressionError("lzma module is not available")
    return data


def check_xz(file):
    """Always fails: with what is no such file, or for want of the module."""
    if file.read(6) != _XZ:
        raise ReadError("not an lzma file")
    raise CompressionError("lzma module is not available")


class Stream:
    """A file that is only read or written in order; what is read is held whole."""

    def __init__(self, name, mode, comptype, fileobj, compresslevel):
        self._mine = fileobj is None
        self.fileobj = open(name, mode + "b") if fileobj is None else fileobj
        self.name, self.mode, self.comptype = name or "", mode, comptype
        self._level, self.closed = compresslevel, False
        if comptype not in ("tar", "gz", "bz2", "*"):
            raise CompressionError("lzma module is not available" if comptype == "xz"
                                   else "unknown compression type %r" % comptype)
        if mode == "w":
            self._held = io.BytesIO()
            return
        data = self._take()
        try:
            plain = data if comptype == "tar" else expanded(data)
        except (OSError, EOFError, ValueError, zlib.error) as e:
            raise ReadError("invalid compressed data") from e
        if comptype == "gz" and plain is data:
            raise ReadError("not a gzip file")
        if comptype == "bz2" and plain is data:
            raise ReadError("not a bzip2 file")
        self._held = io.BytesIO(plain)

    def _take(self):
        parts = []
        while part := self.fileobj.read(1 << 16):
            parts.append(part)
        return b"".join(parts)

    def read(self, size=-1):
        return self._held.read(size)

    def write(self, data):
        return self._held.write(data)

    def tell(self):
        return self._held.tell()

    def seek(self, at):
        return self._held.seek(at)

    def close(self):
        if self.closed:
            return
        self.closed = True
        try:
            if self.mode == "w":
                data = self._held.getvalue()
                if self.comptype == "gz":
                    data = gzip.compress(data, self._level)
                elif self.comptype == "bz2":
                    data = bz2.compress(data, self._level)
                self.fileobj.write(data)
        finally:
            if self._mine:
                self.fileobj.close()
