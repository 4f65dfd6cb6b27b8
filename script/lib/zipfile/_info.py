"""What a ZIP archive says of a member, and how members are compressed."""

import operator
import os
import stat
import struct
import sys
import time
import zlib

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14

_names = {ZIP_STORED: "store", 1: "shrink", 2: "reduce", 3: "reduce", 4: "reduce", 5: "reduce", 6: "implode",
          7: "tokenize", ZIP_DEFLATED: "deflate", 9: "deflate64", 10: "implode", ZIP_BZIP2: "bzip2", ZIP_LZMA: "lzma",
          18: "terse", 19: "lz77", 97: "wavpack", 98: "ppmd"}

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_LOCAL = struct.Struct("<4s2B4HL2L2H")


class BadZipFile(Exception):
    """What is no ZIP archive, or a broken one."""


class LargeZipFile(Exception):
    """More than an archive without ZIP64 holds."""


def _compressor(kind, level):
    """A function that compresses."""
    if kind == ZIP_STORED:
        return bytes
    if kind == ZIP_DEFLATED:
        def deflate(data):
            packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION if level is None else level, zlib.DEFLATED, -15)
            return packer.compress(data) + packer.flush()
        return deflate
    if kind == ZIP_BZIP2:
        raise RuntimeError("Compression requires the (missing) bz2 module")
    if kind == ZIP_LZMA:
        raise RuntimeError("Compression requires the (missing) lzma module")
    raise NotImplementedError("That compression method is not supported")


def _expander(kind):
    """A function that expands."""
    if kind == ZIP_STORED:
        return bytes
    if kind == ZIP_DEFLATED:
        return lambda data: zlib.decompress(data, -15)
    name = _names.get(kind)
    raise NotImplementedError("compression type %d%s" % (kind, " (%s)" % name if name else ""))


def _sanitized(name):
    """A member's name as a path that stays below the folder."""
    name = name.replace("/", os.path.sep)
    if os.path.altsep:
        name = name.replace(os.path.altsep, os.path.sep)
    name = os.path.splitdrive(name)[1]
    return os.path.sep.join(part for part in name.split(os.path.sep) if part not in ("", os.path.curdir, os.path.pardir))


class ZipInfo:
    """One member."""

    __slots__ = ("orig_filename", "filename", "date_time", "compress_type", "compress_level", "comment", "extra",
                 "create_system", "create_version", "extract_version", "reserved", "flag_bits", "volume",
                 "internal_attr", "external_attr", "header_offset", "CRC", "compress_size", "file_size", "_raw_time")

    def __init__(self, filename="NoName", date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        # A name ends at a null, and its folders are always parted by slashes.
        self.filename = filename.partition("\0")[0].replace(os.sep, "/")
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError("ZIP does not support timestamps before 1980")
        self.compress_type = ZIP_STORED
        self.compress_level = None
        self.comment = self.extra = b""
        self.create_system = 0 if sys.platform == "win32" else 3
        self.create_version = self.extract_version = 20
        self.reserved = self.flag_bits = self.volume = self.internal_attr = self.external_attr = 0
        self.compress_size = self.file_size = 0

    @classmethod
    def _from_directory(cls, fields, name, extra, comment, encoding):
        info = cls(name.decode("utf-8" if fields[5] & 0x800 else encoding or "cp437"))
        (_, info.create_version, info.create_system, info.extract_version, info.reserved, info.flag_bits,
         info.compress_type, clock, day, info.CRC, info.compress_size, info.file_size, *_, info.volume,
         info.internal_attr, info.external_attr, info.header_offset) = fields
        info.extra, info.comment, info._raw_time = extra, comment, clock
        info.date_time = ((day >> 9) + 1980, day >> 5 & 15, day & 31, clock >> 11, clock >> 5 & 63, (clock & 31) * 2)
        info._read_extra(extra)
        return info

    def _read_extra(self, extra):
        """Takes sizes that have no room elsewhere from the extra field."""
        while len(extra) >= 4:
            kind, size = struct.unpack("<HH", extra[:4])
            if size + 4 > len(extra):
                raise BadZipFile("Corrupt extra field %04x (size=%d)" % (kind, size))
            if kind == 1:
                data = extra[4:size + 4]
                for name in "file_size", "compress_size", "header_offset":
                    if getattr(self, name) in (0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF):
                        if len(data) < 8:
                            raise BadZipFile("Corrupt zip64 extra field. %s not found." % name.replace("_", " ").capitalize())
                        setattr(self, name, struct.unpack("<Q", data[:8])[0])
                        data = data[8:]
            extra = extra[size + 4:]

    # Python 3.12 and before knew it by this name only.
    _compresslevel = property(operator.attrgetter("compress_level"),
                              lambda self, level: setattr(self, "compress_level", level))

    def __repr__(self):
        out = ["<%s filename=%r" % (self.__class__.__name__, self.filename)]
        if self.compress_type:
            out.append(" compress_type=%s" % _names.get(self.compress_type, self.compress_type))
        high, low = self.external_attr >> 16, self.external_attr & 0xFFFF
        if high:
            out.append(" filemode=%r" % stat.filemode(high))
        if low:
            out.append(" external_attr=%#x" % low)
        folder = self.is_dir()
        if not folder or self.file_size:
            out.append(" file_size=%r" % self.file_size)
        if (not folder or self.compress_size) and (self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            out.append(" compress_size=%r" % self.compress_size)
        return "".join(out) + ">"

    def _stamp(self):
        year, month, day, hour, minute, second = self.date_time[:6]
        return hour << 11 | minute << 5 | second // 2, year - 1980 << 9 | month << 5 | day

    def _name(self):
        beyond = 0 if self.filename.isascii() else 0x800
        return self.filename.encode(), self.flag_bits | beyond

    def FileHeader(self, zip64=None):
        """The header before the member's data."""
        clock, day = self._stamp()
        name, flags = self._name()
        return _LOCAL.pack(b"PK\3\4", self.extract_version, self.reserved, flags, self.compress_type, clock, day,
                           self.CRC, self.compress_size, self.file_size, len(name), len(self.extra)) + name + self.extra

    def _directory_entry(self):
        clock, day = self._stamp()
        name, flags = self._name()
        return _CENTRAL.pack(b"PK\1\2", self.create_version, self.create_system, self.extract_version, self.reserved,
                             flags, self.compress_type, clock, day, self.CRC, self.compress_size, self.file_size,
                             len(name), len(self.extra), len(self.comment), 0, self.internal_attr, self.external_attr,
                             self.header_offset) + name + self.extra + self.comment

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        """Describes a file."""
        filename = filename if isinstance(filename, int) else os.fspath(filename)
        info = os.stat(filename)
        when = time.localtime(info.st_mtime)[:6]
        if not strict_timestamps and when[0] < 1980:
            when = (1980, 1, 1, 0, 0, 0)
        elif not strict_timestamps and when[0] > 2107:
            when = (2107, 12, 31, 23, 59, 59)
        name = os.path.normpath(os.path.splitdrive(filename if arcname is None else arcname)[1]).lstrip(os.sep + (os.altsep or ""))
        folder = stat.S_ISDIR(info.st_mode)
        self = cls(name + "/" if folder else name, when)
        self.external_attr = (info.st_mode & 0xFFFF) << 16
        if folder:
            self.file_size = 0
            self.external_attr |= 0x10
        else:
            self.file_size = info.st_size
        return self

    def is_dir(self):
        """Whether it is a folder."""
        return self.filename.endswith("/") or bool(os.altsep and self.filename.endswith((os.path.sep, os.path.altsep)))
