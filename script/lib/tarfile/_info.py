"""Members of archives, and the headers that describe them."""

import copy
import struct

from tarfile._errors import (EmptyHeaderError, EOFHeaderError, HeaderError, InvalidHeaderError, SubsequentHeaderError,
                             TruncatedHeaderError)

NUL, BLOCKSIZE = b"\0", 512
RECORDSIZE = BLOCKSIZE * 20
GNU_MAGIC, POSIX_MAGIC = b"ustar  \0", b"ustar\x0000"
LENGTH_NAME, LENGTH_LINK, LENGTH_PREFIX = 100, 100, 155

REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE = b"0", b"\0", b"1", b"2", b"3", b"4"
DIRTYPE, FIFOTYPE, CONTTYPE = b"5", b"6", b"7"
GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE = b"L", b"K", b"S"
XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b"x", b"g", b"X"
USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = range(3)
DEFAULT_FORMAT = PAX_FORMAT
ENCODING = "utf-8"

REGULAR_TYPES = REGTYPE, AREGTYPE, CONTTYPE, GNUTYPE_SPARSE
GNU_TYPES = GNUTYPE_LONGNAME, GNUTYPE_LONGLINK, GNUTYPE_SPARSE
SUPPORTED_TYPES = (REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CONTTYPE, CHRTYPE, BLKTYPE, *GNU_TYPES)
PAX_NUMBER_FIELDS = {"atime": float, "ctime": float, "mtime": float, "uid": int, "gid": int, "size": int}
PAX_FIELDS = "path", "linkpath", "size", "mtime", "uid", "gid", "uname", "gname"
_texts = ("name", "path", LENGTH_NAME), ("linkname", "linkpath", LENGTH_LINK), ("uname", "uname", 32), ("gname", "gname", 32)


def _field(text, length, encoding, errors):
    """A text in as many bytes."""
    if text is None:
        raise ValueError("metadata cannot contain None")
    return text.encode(encoding, errors)[:length].ljust(length, NUL)


def nts(data, encoding, errors):
    """The text that a field has up to its end."""
    return data.partition(NUL)[0].decode(encoding, errors)


def itn(n, digits=8, format=DEFAULT_FORMAT):
    """A number in as many bytes: octal, or by GNU's rule as it is."""
    n = int(n)
    if 0 <= n < 8 ** (digits - 1):
        return b"%0*o\0" % (digits - 1, n)
    if format == GNU_FORMAT and -256 ** (digits - 1) <= n < 256 ** (digits - 1):
        return (b"\x80" if n >= 0 else b"\xff") + (n % 256 ** (digits - 1)).to_bytes(digits - 1)
    raise ValueError("overflow in number field")


def nti(data):
    """The number that a field has."""
    if data[0] in (0x80, 0xFF):
        n = int.from_bytes(data[1:])
        return n - 256 ** (len(data) - 1) if data[0] == 0xFF else n
    try:
        return int(nts(data, "ascii", "strict").strip() or "0", 8)
    except ValueError:
        raise InvalidHeaderError("invalid header") from None


def sums(block):
    """The sums that a header may have for its own, of bytes without and with a sign."""
    counted = block[:148] + b" " * 8 + block[156:512]
    total = sum(counted)
    return total, total - 256 * sum(b > 127 for b in counted)


def whole_blocks(n):
    return -(-n // BLOCKSIZE) * BLOCKSIZE


def _padded(data):
    return data.ljust(whole_blocks(len(data)), NUL)


class TarInfo:
    """What an archive says of one member."""

    __slots__ = ("name", "mode", "uid", "gid", "size", "mtime", "chksum", "type", "linkname", "uname", "gname",
                 "devmajor", "devminor", "offset", "offset_data", "pax_headers", "sparse", "_tarfile", "_sparse_structs",
                 "_link_target")

    def __init__(self, name=""):
        self.name, self.linkname, self.uname, self.gname = name, "", "", ""
        self.mode, self.type = 0o644, REGTYPE
        self.uid = self.gid = self.size = self.mtime = self.chksum = 0
        self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.sparse, self.pax_headers = None, {}
        self._tarfile = self._sparse_structs = self._link_target = None

    @property
    def path(self):
        return self.name

    @path.setter
    def path(self, name):
        self.name = name

    @property
    def linkpath(self):
        return self.linkname

    @linkpath.setter
    def linkpath(self, linkname):
        self.linkname = linkname

    def __repr__(self):
        return "<%s %r at %#x>" % (self.__class__.__name__, self.name, id(self))

    def replace(self, *, name=..., mtime=..., mode=..., linkname=..., uid=..., gid=..., uname=..., gname=..., deep=True,
                _KEEP=...):
        """A copy with some attributes changed."""
        changed = copy.deepcopy(self) if deep else copy.copy(self)
        given = {"name": name, "mtime": mtime, "mode": mode, "linkname": linkname, "uid": uid, "gid": gid,
                 "uname": uname, "gname": gname}
        for attribute, value in given.items():
            if value is not _KEEP:
                setattr(changed, attribute, value)
        return changed

    def get_info(self):
        """The attributes that go into a header."""
        info = {name: getattr(self, name) for name in ("name", "mode", "uid", "gid", "size", "mtime", "chksum", "type",
                                                       "linkname", "uname", "gname", "devmajor", "devminor")}
        if info["mode"] is not None:
            info["mode"] &= 0o7777
        if self.type == DIRTYPE and not self.name.endswith("/"):
            info["name"] += "/"
        return info

    # Writing.

    def tobuf(self, format=DEFAULT_FORMAT, encoding=ENCODING, errors="surrogateescape"):
        """The blocks that describe the member."""
        info = self.get_info()
        for name, value in info.items():
            if value is None:
                raise ValueError("%s may not be None" % name)
        if format == USTAR_FORMAT:
            return self.create_ustar_header(info, encoding, errors)
        if format == GNU_FORMAT:
            return self.create_gnu_header(info, encoding, errors)
        if format == PAX_FORMAT:
            return self.create_pax_header(info, encoding)
        raise ValueError("invalid format")

    def create_ustar_header(self, info, encoding, errors):
        info["magic"] = POSIX_MAGIC
        if len(info["linkname"].encode(encoding, errors)) > LENGTH_LINK:
            raise ValueError("linkname is too long")
        if len(info["name"].encode(encoding, errors)) > LENGTH_NAME:
            info["prefix"], info["name"] = _split_name(info["name"], encoding, errors)
        return _header(info, USTAR_FORMAT, encoding, errors)

    def create_gnu_header(self, info, encoding, errors):
        info["magic"] = GNU_MAGIC
        before = b""
        for name, kind in ("linkname", GNUTYPE_LONGLINK), ("name", GNUTYPE_LONGNAME):
            if len(info[name].encode(encoding, errors)) > LENGTH_NAME:
                data = info[name].encode(encoding, errors) + NUL
                about = {"name": "././@LongLink", "type": kind, "size": len(data), "magic": GNU_MAGIC}
                before += _header(about, USTAR_FORMAT, encoding, errors) + _padded(data)
        return before + _header(info, GNU_FORMAT, encoding, errors)

    def create_pax_header(self, info, encoding):
        info["magic"] = POSIX_MAGIC
        headers = dict(self.pax_headers)
        for name, keyword, length in _texts:
            if keyword in headers:
                continue
            if not info[name].isascii() or len(info[name]) > length:
                headers[keyword] = info[name]
        for name, digits in ("uid", 8), ("gid", 8), ("size", 12), ("mtime", 12):
            value = info[name]
            fits = 0 <= round(value) < 8 ** (digits - 1)
            if isinstance(value, float) or not fits:
                if name not in headers:
                    headers[name] = str(value)
                info[name] = round(value) if fits else 0
        before = _extended(headers, XHDTYPE, encoding) if headers else b""
        return before + _header(info, USTAR_FORMAT, "ascii", "replace")

    @classmethod
    def create_pax_global_header(cls, pax_headers):
        """A header with what holds for all members behind it."""
        return _extended(pax_headers, XGLTYPE, "utf-8")

    # Reading.

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        """The member that one block describes."""
        if len(buf) == 0:
            raise EmptyHeaderError("empty header")
        if len(buf) != BLOCKSIZE:
            raise TruncatedHeaderError("truncated header")
        if not buf.strip(NUL):
            raise EOFHeaderError("end of file header")
        chksum = nti(buf[148:156])
        if chksum not in sums(buf):
            raise InvalidHeaderError("bad checksum")
        self = cls()
        self.chksum = chksum
        (name, mode, uid, gid, size, mtime, self.type, linkname, uname, gname, major, minor, prefix) = \
            struct.unpack("100s8s8s8s12s12s8xc100s8x32s32s8s8s155s12x", buf)
        self.name, self.linkname = nts(name, encoding, errors), nts(linkname, encoding, errors)
        self.uname, self.gname = nts(uname, encoding, errors), nts(gname, encoding, errors)
        self.mode, self.uid, self.gid, self.size = nti(mode), nti(uid), nti(gid), nti(size)
        self.mtime, self.devmajor, self.devminor = nti(mtime), nti(major), nti(minor)
        prefix = nts(prefix, encoding, errors)
        if self.type == AREGTYPE and self.name.endswith("/"):
            self.type = DIRTYPE
        if self.isdir():
            self.name = self.name.rstrip("/")
        if prefix and self.type not in GNU_TYPES:
            self.name = prefix + "/" + self.name
        return self

    @classmethod
    def fromtarfile(cls, tarfile):
        """The next member of an archive."""
        self = cls.frombuf(tarfile.fileobj.read(BLOCKSIZE), tarfile.encoding, tarfile.errors)
        self.offset = tarfile.fileobj.tell() - BLOCKSIZE
        return self._proc_member(tarfile)

    def _proc_member(self, tarfile):
        if self.type in (GNUTYPE_LONGNAME, GNUTYPE_LONGLINK):
            return self._long(tarfile)
        if self.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
            return self._extension(tarfile)
        self.offset_data = tarfile.fileobj.tell()
        tarfile.offset = self.offset_data
        if self.isreg() or self.type not in SUPPORTED_TYPES:
            tarfile.offset += whole_blocks(self.size)
        self._apply(tarfile.pax_headers, tarfile.encoding, tarfile.errors)
        if self.isdir():
            self.name = self.name.rstrip("/")
        return self

    def _following(self, tarfile):
        try:
            return self.fromtarfile(tarfile)
        except HeaderError as e:
            raise SubsequentHeaderError(str(e)) from None

    def _long(self, tarfile):
        data = tarfile.fileobj.read(whole_blocks(self.size))
        member = self._following(tarfile)
        member.offset = self.offset
        text = nts(data, tarfile.encoding, tarfile.errors)
        if self.type == GNUTYPE_LONGNAME:
            member.name = text.removesuffix("/") if member.isdir() else text
        else:
            member.linkname = text
        return member

    def _extension(self, tarfile):
        data = tarfile.fileobj.read(whole_blocks(self.size))[:self.size]
        headers = tarfile.pax_headers if self.type == XGLTYPE else dict(tarfile.pax_headers)
        headers.update(_records(data, tarfile))
        member = self._following(tarfile)
        if self.type in (XHDTYPE, SOLARIS_XHDTYPE):
            member._apply(headers, tarfile.encoding, tarfile.errors)
            member.offset = self.offset
            if "size" in headers and (member.isreg() or member.type not in SUPPORTED_TYPES):
                tarfile.offset = member.offset_data + whole_blocks(member.size)
        return member

    def _apply(self, headers, encoding, errors):
        for keyword, value in headers.items():
            if keyword not in PAX_FIELDS:
                continue
            if keyword in PAX_NUMBER_FIELDS:
                try:
                    value = PAX_NUMBER_FIELDS[keyword](value)
                except ValueError:
                    value = 0
            setattr(self, keyword, value.rstrip("/") if keyword == "path" else value)
        self.pax_headers = dict(headers)

    # What it is.

    def isreg(self):
        return self.type in REGULAR_TYPES

    def isfile(self):
        return self.isreg()

    def isdir(self):
        return self.type == DIRTYPE

    def issym(self):
        return self.type == SYMTYPE

    def islnk(self):
        return self.type == LNKTYPE

    def ischr(self):
        return self.type == CHRTYPE

    def isblk(self):
        return self.type == BLKTYPE

    def isfifo(self):
        return self.type == FIFOTYPE

    def issparse(self):
        return self.sparse is not None

    def isdev(self):
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)


TarInfo.__module__ = "tarfile"


def _split_name(name, encoding, errors):
    """A long name as what goes into the field before it, and the rest."""
    for at, c in enumerate(name):
        if c == "/" and len(name[:at].encode(encoding, errors)) <= LENGTH_PREFIX \
                and len(name[at + 1:].encode(encoding, errors)) <= LENGTH_NAME:
            return name[:at], name[at + 1:]
    raise ValueError("name is too long")


def _header(info, format, encoding, errors):
    """One block."""
    kind = info.get("type", REGTYPE)
    device = [itn(info.get(name, 0), 8, format) for name in ("devmajor", "devminor")] \
        if kind in (CHRTYPE, BLKTYPE) else [NUL * 8] * 2
    block = b"".join([
        _field(info.get("name", ""), 100, encoding, errors), itn(info.get("mode", 0) & 0o7777, 8, format),
        itn(info.get("uid", 0), 8, format), itn(info.get("gid", 0), 8, format), itn(info.get("size", 0), 12, format),
        itn(info.get("mtime", 0), 12, format), b" " * 8, kind, _field(info.get("linkname", ""), 100, encoding, errors),
        info.get("magic", POSIX_MAGIC), _field(info.get("uname", ""), 32, encoding, errors),
        _field(info.get("gname", ""), 32, encoding, errors), *device,
        _field(info.get("prefix", ""), 155, encoding, errors)]).ljust(BLOCKSIZE, NUL)
    return block[:148] + b"%06o\0" % sums(block)[0] + block[155:]


def _extended(headers, kind, encoding):
    """The blocks of a header with words for fields that have no room in one."""
    raw = False
    for value in headers.values():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            raw = True
    records = b"21 hdrcharset=BINARY\n" if raw else b""
    for keyword, value in headers.items():
        data = b" " + keyword.encode("utf-8") + b"=" + \
            (value.encode(encoding, "surrogateescape") if raw else value.encode("utf-8")) + b"\n"
        size = len(data)
        while len(str(size)) + len(data) != size:
            size = len(str(size)) + len(data)
        records += str(size).encode("ascii") + data
    info = {"name": "././@PaxHeader", "type": kind, "size": len(records), "magic": POSIX_MAGIC}
    return _header(info, USTAR_FORMAT, "ascii", "replace") + _padded(records)


def _records(data, tarfile):
    """The words of such a header."""
    headers, at, raw = {}, 0, False
    while at < len(data) and data[at]:
        size, space, _ = data[at:at + 20].partition(b" ")
        if not space or not size.isdigit():
            raise InvalidHeaderError("invalid header")
        size = int(size)
        if size < 5:
            raise InvalidHeaderError("invalid header")
        keyword, equals, value = data[at:at + size].partition(b" ")[2].partition(b"=")
        if not keyword or not equals or not value.endswith(b"\n"):
            raise InvalidHeaderError("invalid header")
        keyword, value = keyword.decode("utf-8", "surrogateescape"), value[:-1]
        if keyword == "hdrcharset":
            raw = value == b"BINARY"
        if raw and keyword in ("path", "linkpath", "uname", "gname"):
            headers[keyword] = value.decode(tarfile.encoding, tarfile.errors)
        else:
            try:
                headers[keyword] = value.decode("utf-8")
            except UnicodeDecodeError:
                headers[keyword] = value.decode(tarfile.encoding, tarfile.errors)
        at += size
    return headers
