"""Reads and writes ZIP archives."""

import contextlib
import os
import shutil
import struct
import threading
import time
import zlib

from zipfile._info import (BadZipFile, LargeZipFile, ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipInfo, _CENTRAL,
                           _END, _LOCAL, _compressor, _expander, _sanitized)
from zipfile._ending import end_record
from zipfile._members import Writing, ZipExtFile

__all__ = ["BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "is_zipfile",
           "ZipInfo", "ZipFile", "LargeZipFile", "Path"]

error = BadZipfile = BadZipFile
ZIP64_LIMIT = 0x7FFFFFFF
ZIP_FILECOUNT_LIMIT = ZIP_MAX_COMMENT = 0xFFFF

# A stream that knows no place is written from where it stands.
_where_possible = contextlib.suppress(AttributeError, OSError)


def is_zipfile(filename):
    """Whether a file is a ZIP archive, by its end."""
    with contextlib.suppress(OSError):
        if not hasattr(filename, "read"):
            with open(filename, mode="rb") as file:
                return end_record(file) is not None
        at = filename.tell()
        found = end_record(filename)
        filename.seek(at)
        return found is not None
    return False


def _folder(path):
    return os.getcwd() if path is None else os.fspath(path)


def _need_bytes(what, given):
    if not isinstance(given, bytes):
        raise TypeError(f"{what}: expected bytes, got {type(given).__name__}")


class ZipFile:
    """A ZIP archive."""

    fp = None

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *,
                 strict_timestamps=True, metadata_encoding=None):
        if mode not in tuple("rwxa"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _compressor(compression, None)
        self.mode, self.debug, self.pwd = mode, 0, None
        self.compression, self.compresslevel = compression, compresslevel
        if metadata_encoding and mode != "r":
            raise ValueError("metadata_encoding is only supported for reading files")
        self.metadata_encoding, self._strict = metadata_encoding, strict_timestamps
        self.filelist, self.NameToInfo, self._comment = [], {}, b""
        self._changed = self._writing = False
        self._one_at_a_time = threading.RLock()
        self._passed = not isinstance(file, (str, os.PathLike))
        if self._passed:
            self.fp = file
            self.filename = getattr(file, "name", None)
        else:
            self.filename = file = os.fspath(file)
            self.fp = self._opened(file, mode)
        try:
            self._begin(mode)
        except BaseException:
            fp, self.fp = self.fp, None
            if not self._passed:
                fp.close()
            raise

    def _opened(self, file, mode):
        if mode == "a":
            try:
                return open(file, "r+b")
            except FileNotFoundError:
                return open(file, "w+b")
        return open(file, {"r": "rb", "w": "w+b", "x": "x+b"}[mode])

    def _begin(self, mode):
        if mode == "r":
            self._read_directory()
        elif mode in "wx":
            self._changed = True
            self.start_dir = 0
            with _where_possible:
                self.start_dir = self.fp.tell()
        else:
            try:
                self._read_directory()
            except BadZipFile:  # then the archive begins behind what is there
                self._changed = True
                self.fp.seek(0, 2)
                self.start_dir = self.fp.tell()
            else:
                self.fp.seek(self.start_dir)

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        self.close()

    def __del__(self):
        self.close()

    def __repr__(self):
        out = ["<%s.%s" % (self.__class__.__module__, self.__class__.__qualname__)]
        if self.fp is None:
            out.append(" [closed]")
        elif self._passed:
            out.append(" file=%r mode=%r" % (self.fp, self.mode))
        else:
            out.append(" filename=%r mode=%r" % (self.filename, self.mode))
        return "".join(out) + ">"

    def _read_directory(self):
        fp, end = self.fp, None
        with contextlib.suppress(OSError):
            end = end_record(fp)
        if end is None:
            raise BadZipFile("File is not a zip file")
        size, offset = end[5], end[6]
        self._comment = end[8]
        # Something may stand before the archive.
        before = end[9] - size - offset
        self.start_dir = offset + before
        if self.start_dir < 0:
            raise BadZipFile("Bad offset for central directory")
        fp.seek(self.start_dir)
        data = fp.read(size)
        at = 0
        while at < size:
            if at + _CENTRAL.size > len(data):
                raise BadZipFile("Truncated central directory")
            fields = _CENTRAL.unpack_from(data, at)
            if fields[0] != b"PK\1\2":
                raise BadZipFile("Bad magic number for central directory")
            at += _CENTRAL.size
            name, extra, comment = (data[at:at + fields[12]],
                                    data[at + fields[12]:at + fields[12] + fields[13]],
                                    data[at + fields[12] + fields[13]:at + sum(fields[12:15])])
            at += sum(fields[12:15])
            info = ZipInfo._from_directory(fields, name, extra, comment, self.metadata_encoding)
            info.header_offset += before
            self._know(info)

    def _know(self, info):
        self.filelist.append(info)
        self.NameToInfo[info.filename] = info

    def namelist(self):
        """The members' names."""
        return [info.filename for info in self.filelist]

    def infolist(self):
        """What is known of the members."""
        return self.filelist

    def printdir(self, file=None):
        """Prints a table of the members."""
        print("%-46s %19s %12s" % ("File Name", "Modified    ", "Size"), file=file)
        for info in self.filelist:
            date = "%d-%02d-%02d %02d:%02d:%02d" % info.date_time[:6]
            print("%-46s %s %12d" % (info.filename, date, info.file_size), file=file)

    def testzip(self):
        """Reads all members; the name of the first that is broken."""
        for info in self.filelist:
            try:
                self.read(info)
            except BadZipFile:
                return info.filename

    def getinfo(self, name):
        """What is known of a member."""
        if name not in self.NameToInfo:
            raise KeyError(f"There is no item named {name!r} in the archive")
        return self.NameToInfo[name]

    def _known(self, member):
        return member if isinstance(member, ZipInfo) else self.getinfo(member)

    def setpassword(self, pwd):
        """Sets the password for reading."""
        if pwd:
            _need_bytes("pwd", pwd)
        self.pwd = pwd or None

    @property
    def comment(self):
        """The archive's comment."""
        return self._comment

    @comment.setter
    def comment(self, comment):
        _need_bytes("comment", comment)
        self._comment = comment[:ZIP_MAX_COMMENT]
        self._changed = True

    def read(self, name, pwd=None):
        """Reads a member."""
        with self.open(name, "r", pwd) as member:
            return member.read()

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        """Opens a member to read or write."""
        reads = mode == "r"
        if not reads and mode != "w":
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and not reads:
            raise ValueError("pwd is only supported for reading files")
        if not self.fp:
            raise ValueError("Attempt to use ZIP archive that was already closed")
        if reads:
            info = self._known(name)
            if self._writing:
                raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close "
                                 "the writing handle before trying to read.")
            return ZipExtFile(self._contents(info, pwd or self.pwd), info)
        info = self._described(name)
        self._may_write()
        if self._writing:
            raise ValueError("Can't write to the ZIP file while there is another write handle open on it. Close "
                             "the first handle before opening another.")
        self._writing = True
        return Writing(self, info)

    def _described(self, member, *when):
        """The ZipInfo that member is, or one for that name as the archive would have it."""
        if isinstance(member, ZipInfo):
            return member
        made = ZipInfo(member, *when)
        made.compress_type, made.compress_level = self.compression, self.compresslevel
        return made

    def _contents(self, info, pwd):
        with self._one_at_a_time:
            self.fp.seek(info.header_offset)
            head = self.fp.read(_LOCAL.size)
            if len(head) != _LOCAL.size:
                raise BadZipFile("Truncated file header")
            fields = _LOCAL.unpack(head)
            if fields[0] != b"PK\3\4":
                raise BadZipFile("Bad magic number for file header")
            name = self.fp.read(fields[10])
            if fields[11]:
                self.fp.seek(fields[11], 1)
            if name.decode("utf-8" if fields[3] & 0x800 else self.metadata_encoding or "cp437") != info.orig_filename:
                raise BadZipFile("File name in directory %r and header %r differ." % (info.orig_filename, name))
            if info.flag_bits & 1:
                if not pwd:
                    raise RuntimeError("File %r is encrypted, password required for extraction" % info.filename)
                raise NotImplementedError("encrypted members are not read here")
            data = self.fp.read(info.compress_size)
        data = _expander(info.compress_type)(data)
        if zlib.crc32(data) != info.CRC:
            raise BadZipFile("Bad CRC-32 for file %r" % info.filename)
        return data

    def _may_write(self):
        if self.mode == "r":
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError("Attempt to write ZIP archive that was already closed")

    def _to_end(self):
        with _where_possible:
            self.fp.seek(self.start_dir)

    def _store(self, info, data):
        """Adds a member at the end."""
        with self._one_at_a_time:
            if info.filename in self.NameToInfo:
                import warnings
                warnings.warn("Duplicate name: %r" % info.filename, stacklevel=4)
            if not info.external_attr:
                info.external_attr = 0o600 << 16
            packed = _compressor(info.compress_type, info.compress_level)(data)
            info.file_size, info.compress_size, info.CRC = len(data), len(packed), zlib.crc32(data)
            if info.file_size > ZIP64_LIMIT or info.compress_size > ZIP64_LIMIT:
                raise LargeZipFile("Filesize would require ZIP64 extensions")
            self._to_end()
            info.header_offset = self.start_dir
            head = info.FileHeader()
            self.fp.write(head)
            self.fp.write(packed)
            self.start_dir += len(head) + len(packed)
            self._changed = True
            self._know(info)

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Adds a file."""
        self._idle()
        self._may_write()
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict)
        if info.is_dir():
            self.mkdir(info)
            return
        info.compress_type = self.compression if compress_type is None else compress_type
        info.compress_level = self.compresslevel if compresslevel is None else compresslevel
        with open(filename, "rb") as source:
            self._store(info, source.read())

    def _idle(self):
        if not self.fp:
            raise ValueError("Attempt to write to ZIP archive that was already closed")
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists.")

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        """Adds a member of text or bytes."""
        info = self._described(zinfo_or_arcname, time.localtime(time.time())[:6])
        if info is not zinfo_or_arcname:
            folder = info.filename.endswith("/")
            info.external_attr = 0o40775 << 16 | 0x10 if folder else 0o600 << 16
        self._idle()
        self._may_write()
        for name, asked in ("compress_type", compress_type), ("compress_level", compresslevel):
            if asked is not None:
                setattr(info, name, asked)
        self._store(info, data.encode() if isinstance(data, str) else bytes(data))

    def mkdir(self, zinfo_or_directory_name, mode=511):
        """Adds a folder."""
        match zinfo_or_directory_name:
            case ZipInfo() as info:
                if not info.is_dir():
                    raise ValueError("The given ZipInfo does not describe a directory")
            case str(name):
                info = ZipInfo(name if name.endswith("/") else name + "/")
                info.external_attr = ((0o40000 | mode) & 0xFFFF) << 16 | 0x10
            case _:
                raise TypeError("Expected type str or ZipInfo")
        self._idle()
        self._may_write()
        info.compress_type = ZIP_STORED
        self._store(info, b"")

    def extract(self, member, path=None, pwd=None):
        """Writes a member to a file below a folder."""
        return self._extract_member(member, _folder(path), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        """Writes all members, or those named."""
        path = _folder(path)
        for member in self.namelist() if members is None else members:
            self._extract_member(member, path, pwd)

    def _extract_member(self, member, targetpath, pwd):
        member = self._known(member)
        target = os.path.normpath(os.path.join(targetpath, _sanitized(member.filename)))
        folder = os.path.dirname(target)
        if folder and not os.path.exists(folder):
            os.makedirs(folder, exist_ok=True)
        if member.is_dir():
            os.makedirs(target, exist_ok=True)
            return target
        with self.open(member, pwd=pwd) as source, open(target, "wb") as out:
            shutil.copyfileobj(source, out)
        return target

    def close(self):
        """Writes the directory, if anything was added, and ends."""
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. "
                             "Close the writing handle before closing the zip.")
        try:
            if self._changed and self.mode != "r":
                with self._one_at_a_time:
                    self._to_end()
                    self._write_directory()
        finally:
            fp, self.fp = self.fp, None
            if not self._passed:
                fp.close()

    def _write_directory(self):
        entries = b"".join(info._directory_entry() for info in self.filelist)
        count = len(self.filelist)
        if count > ZIP_FILECOUNT_LIMIT:
            raise LargeZipFile("Files count would require ZIP64 extensions")
        if self.start_dir > ZIP64_LIMIT:
            raise LargeZipFile("Central directory offset would require ZIP64 extensions")
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(entries), self.start_dir, len(self._comment))
        for part in entries, end, self._comment:
            self.fp.write(part)
        if self.mode == "a":
            self.fp.truncate()
        self.fp.flush()


ZipExtFile.__module__ = ZipInfo.__module__ = __name__
BadZipFile.__module__ = LargeZipFile.__module__ = __name__


def __getattr__(name):
    if name == "Path":
        from zipfile._path import Path
        return Path
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
