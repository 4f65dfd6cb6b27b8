"""Ways to open an archive."""

import bz2
import gzip
import re
import zlib

from tarfile._errors import CompressionError, ReadError
from tarfile._info import RECORDSIZE
from tarfile._reading import Stream, check_xz

_broken = OSError, EOFError, zlib.error
_mode = re.compile(r"(?P<plain>[^:|]*)(?P<way>[:|])(?P<kind>.*)", re.DOTALL)


def _allow(mode, *modes):
    if mode not in modes:
        *some, last = map(repr, modes)
        raise ValueError("mode must be %s or %s" % (", ".join(some), last))


class Opening:
    """The part of TarFile that makes one."""

    OPEN_METH = {"tar": "taropen", "gz": "gzopen", "bz2": "bz2open", "xz": "xzopen"}

    @classmethod
    def open(cls, name=None, mode="r", fileobj=None, bufsize=RECORDSIZE, **kwargs):
        """Opens an archive, with the compression that mode names."""
        if not (name or fileobj):
            raise ValueError("nothing to open")
        if mode == "r" or mode == "r:*":
            return cls._whichever(name, fileobj, kwargs)
        parts = _mode.fullmatch(mode)
        if parts is None:
            if mode not in {"a", "w", "x"}:
                raise ValueError("undiscernible mode")
            return cls.taropen(name, mode, fileobj, **kwargs)
        plain, kind = parts["plain"] or "r", parts["kind"] or "tar"
        if parts["way"] == "|":
            return cls._in_order(name, plain, kind, fileobj, kwargs)
        way = cls.OPEN_METH.get(kind)
        if way is None:
            raise CompressionError("unknown compression type %r" % kind)
        return getattr(cls, way)(name, plain, fileobj, **kwargs)

    @classmethod
    def _whichever(cls, name, fileobj, kwargs):
        """Tries one compression after the other, and none at last."""
        start = None if fileobj is None else fileobj.tell()
        told = ["file could not be opened successfully:"]
        for kind in [one for one in cls.OPEN_METH if one != "tar"] + ["tar"]:
            try:
                return getattr(cls, cls.OPEN_METH[kind])(name, "r", fileobj, **kwargs)
            except (CompressionError, ReadError) as e:
                told.append(f"- method {kind}: {e!r}")
            if start is not None:
                fileobj.seek(start)
        raise ReadError("\n".join(told))

    @classmethod
    def _in_order(cls, name, plain, kind, fileobj, kwargs):
        """Opens an archive that is read or written from end to end."""
        _allow(plain, "r", "w")
        if "compresslevel" in kwargs and kind not in ("gz", "bz2"):
            raise ValueError("compresslevel is only valid for w|gz and w|bz2 modes")
        return cls._owning(Stream(name, plain, kind, fileobj, kwargs.pop("compresslevel", 9)), name, plain, kwargs)

    @classmethod
    def _owning(cls, file, name, mode, kwargs, message=None):
        """An archive that closes its file; message is what one says that cannot be read."""
        try:
            archive = cls.taropen(name, mode, file, **kwargs)
        except BaseException as e:
            file.close()
            if message and mode == "r" and isinstance(e, _broken):
                raise ReadError(message) from e
            raise
        archive._extfileobj = False
        return archive

    @classmethod
    def taropen(cls, name, mode="r", fileobj=None, **kwargs):
        """Opens an archive that is not compressed."""
        _allow(mode, "r", "a", "w", "x")
        return cls(name, mode, fileobj, **kwargs)

    @classmethod
    def gzopen(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        """Opens an archive compressed by gzip."""
        _allow(mode, "r", "w", "x")
        packed = gzip.GzipFile(name, mode + "b", compresslevel, fileobj)
        return cls._owning(packed, name, mode, kwargs, "not a gzip file")

    @classmethod
    def bz2open(cls, name, mode="r", fileobj=None, compresslevel=9, **kwargs):
        """Opens an archive compressed by bzip2."""
        _allow(mode, "r", "w", "x")
        packed = bz2.BZ2File(fileobj or name, mode, compresslevel=compresslevel)
        return cls._owning(packed, name, mode, kwargs, "not a bzip2 file")

    @classmethod
    def xzopen(cls, name, mode="r", fileobj=None, preset=None, **kwargs):
        """Cannot open an archive compressed by xz: the module for it is not there."""
        _allow(mode, "r", "w", "x")
        if mode != "r":
            raise CompressionError("lzma module is not available")
        if fileobj is not None:
            check_xz(fileobj)
        with open(name, "rb") as file:
            check_xz(file)
