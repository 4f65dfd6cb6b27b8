"""Archives of files as the program tar makes them."""

import io
import os
import stat
import time

from tarfile._adding import Adding
from tarfile._errors import *
from tarfile._errors import (EmptyHeaderError, EOFHeaderError, HeaderError, InvalidHeaderError, SubsequentHeaderError,
                             TruncatedHeaderError)
from tarfile._extracting import Extracting
from tarfile._filters import data_filter, fully_trusted_filter, tar_filter
from tarfile._info import *
from tarfile._info import TarInfo
from tarfile._opening import Opening
from tarfile._reading import ExFileObject

__all__ = ["TarFile", "TarInfo", "is_tarfile", "TarError", "ReadError", "CompressionError", "StreamError",
           "ExtractError", "HeaderError", "ENCODING", "USTAR_FORMAT", "GNU_FORMAT", "PAX_FORMAT", "DEFAULT_FORMAT",
           "open", "fully_trusted_filter", "data_filter", "tar_filter", "FilterError", "AbsoluteLinkError",
           "OutsideDestinationError", "SpecialFileError", "AbsolutePathError", "LinkOutsideDestinationError"]

_open = io.open
_modes = {"r": "rb", "a": "r+b", "w": "wb", "x": "xb"}
_types = {LNKTYPE: stat.S_IFREG, SYMTYPE: stat.S_IFLNK, CHRTYPE: stat.S_IFCHR, BLKTYPE: stat.S_IFBLK,
          DIRTYPE: stat.S_IFDIR, FIFOTYPE: stat.S_IFIFO}


class TarFile(Opening, Adding, Extracting):
    """An archive."""

    debug = 0
    dereference = ignore_zeros = False
    errorlevel = 1
    format = DEFAULT_FORMAT
    encoding, errors = ENCODING, None
    tarinfo, fileobject = TarInfo, ExFileObject
    extraction_filter = None

    def __init__(self, name=None, mode="r", fileobj=None, format=None, tarinfo=None, dereference=None,
                 ignore_zeros=None, encoding=None, errors="surrogateescape", pax_headers=None, debug=None,
                 errorlevel=None, copybufsize=None, stream=False):
        if mode not in _modes:
            raise ValueError("mode must be 'r', 'a', 'w' or 'x'")
        for option, value in {"format": format, "tarinfo": tarinfo, "dereference": dereference,
                              "ignore_zeros": ignore_zeros, "encoding": encoding, "debug": debug,
                              "errorlevel": errorlevel}.items():
            if value is not None:
                setattr(self, option, value)
        self.errors, self.copybufsize, self.stream = errors, copybufsize, stream
        self._extfileobj = fileobj is not None
        if mode == "a" and fileobj is None and not os.path.exists(name):
            mode = "w"
        self.mode = mode
        self.fileobj = _open(name, _modes[mode]) if fileobj is None else fileobj
        self._mode = getattr(self.fileobj, "mode", _modes[mode])
        if name is None:
            name = getattr(self.fileobj, "name", None)
        self.name = os.path.abspath(name) if name and isinstance(name, (str, bytes, os.PathLike)) else None
        self.pax_headers = {}
        if pax_headers is not None and self.format == PAX_FORMAT:
            self.pax_headers = pax_headers
        self.members, self.inodes, self.firstmember = [], {}, None
        self._loaded, self.closed = mode != "r", False
        self.offset = self.fileobj.tell()
        try:
            self._begin()
        except BaseException:
            self._leave()
            raise

    def _begin(self):
        """Reads the first member, or gets ready to write."""
        if self.mode == "r":
            self.firstmember = self.next()
        elif self.mode == "a":
            while (member := self._behind()) is not None:
                self.members.append(member)
        elif self.pax_headers:
            self._put(self.tarinfo.create_pax_global_header(dict(self.pax_headers)))

    def _behind(self):
        """The member after those known; at the end the file is where the next is to be."""
        try:
            self.fileobj.seek(self.offset)
            return self.tarinfo.fromtarfile(self)
        except EOFHeaderError:
            self.fileobj.seek(self.offset)
            return None
        except HeaderError as e:
            raise ReadError(str(e)) from None

    def _leave(self):
        self.closed = True
        if not self._extfileobj:
            self.fileobj.close()

    def close(self):
        """Closes the archive; a new one gets its end."""
        if self.closed:
            return
        try:
            if self.mode != "r":
                self._put(bytes(2 * BLOCKSIZE))
                self._put(bytes(-self.offset % RECORDSIZE))
        finally:
            self._leave()

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.close()
        else:
            self._leave()

    def _check(self, modes="rawx"):
        """Refuses what cannot be done now."""
        if self.closed:
            raise OSError("%s is closed" % self.__class__.__name__)
        if self.mode not in modes:
            raise OSError("bad operation for mode %r" % self.mode)

    # What is in it.

    def getmember(self, name):
        """The member of that name, the last of several."""
        member = self._getmember(name.rstrip("/"))
        if member is not None:
            return member
        raise KeyError("filename %r not found" % name)

    def getmembers(self):
        """All members, in order."""
        self._check()
        while not self._loaded:
            self.next()
        return self.members

    def getnames(self):
        """The names of the members."""
        return [one.name for one in self.getmembers()]

    def _getmember(self, name, before=None, normalize=False):
        simple = os.path.normpath if normalize else str
        known = self.getmembers()
        end = known.index(before) if before in known else len(known)
        matching = [one for one in known[:end] if simple(one.name) == simple(name)]
        return matching[-1] if matching else None

    def __iter__(self):
        given = 0
        while True:
            # Others may read on meanwhile.
            if given >= len(self.members) or self.firstmember is not None:
                if self._loaded or self.next() is None:
                    return
            yield self.members[given]
            given += 1

    def next(self):
        """The next member, None at the end."""
        self._check("ra")
        if self.firstmember is not None:
            member, self.firstmember = self.firstmember, None
            return member
        if self.fileobj.tell() != self.offset:
            if not self.offset:
                return None
            self.fileobj.seek(self.offset - 1)
            if self.fileobj.read(1) == b"":
                raise ReadError("unexpected end of data")
        member = self._header()
        if member is None:
            self._loaded = True
        else:
            self.members.append(member)
        return member

    def _header(self):
        """The member here, None if there is none: that is an error at the very beginning only."""
        while True:
            try:
                return self.tarinfo.fromtarfile(self)
            except HeaderError as e:
                if self.ignore_zeros and isinstance(e, (EOFHeaderError, InvalidHeaderError)):
                    self.offset += BLOCKSIZE
                    continue
                if isinstance(e, SubsequentHeaderError) or self.offset == 0 and not isinstance(e, EOFHeaderError):
                    raise ReadError("empty file" if isinstance(e, EmptyHeaderError) else str(e)) from None
                return None

    def list(self, verbose=True, *, members=None):
        """Prints what is there."""
        self._check()
        for member in self if members is None else members:
            print(*(_details(member) if verbose else ()), member.name + "/" * member.isdir(),
                  *(_leads_to(member) if verbose else ()), end=" \n")


def _details(member):
    """What a long list says of a member before its name."""
    yield "?" * 10 if member.mode is None else stat.filemode(member.mode | _types.get(member.type, stat.S_IFREG))
    yield "%s/%s" % (member.uname or member.uid, member.gname or member.gid)
    special = member.ischr() or member.isblk()
    yield ("%d,%d" % (member.devmajor, member.devminor) if special else str(member.size)).rjust(10)
    yield "????-??-?? ??:??:??" if member.mtime is None else \
        "%d-%02d-%02d %02d:%02d:%02d" % time.localtime(member.mtime)[:6]


def _leads_to(member):
    if member.issym() or member.islnk():
        yield ("-> " if member.issym() else "link to ") + member.linkname


def is_tarfile(name):
    """Whether a file, or what is in an open one, is an archive."""
    file = name if hasattr(name, "read") else None
    start = file.tell() if file else 0
    try:
        open(None if file else name, fileobj=file).close()
    except TarError:
        return False
    if file:
        file.seek(start)
    return True


open = TarFile.open
