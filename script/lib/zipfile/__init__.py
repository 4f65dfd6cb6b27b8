"""Reads and writes ZIP archives."""

import io
import os
import shutil
import struct
import threading
import time
import zlib

from zipfile._info import (BadZipFile, LargeZipFile, ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipInfo, _CENTRAL,
                           _END, _LOCAL, _compressor, _expander, _sanitized)

__all__ = ["BadZipFile", "BadZipfile", "error", "ZIP_STORED", "ZIP_DEFLATED", "ZIP_BZIP2", "ZIP_LZMA", "is_zipfile",
           "ZipInfo", "ZipFile", "LargeZipFile", "Path"]

error = BadZipfile = BadZipFile
ZIP64_LIMIT = (1 << 31) - 1
ZIP_FILECOUNT_LIMIT = (1 << 16) - 1
ZIP_MAX_COMMENT = (1 << 16) - 1


def _end_record(fp):
    """The end record, its comment and its place; None when there is none."""
    fp.seek(0, 2)
    size = fp.tell()
    start = max(size - (1 << 16) - _END.size, 0)
    fp.seek(start)
    tail = fp.read()
    at = tail.rfind(b"PK\5\6")
    while at >= 0:
        if len(tail) - at >= _END.size:
            fields = list(_END.unpack_from(tail, at))
            comment = tail[at + _END.size:at + _END.size + fields[7]]
            fields.append(comment)
            fields.append(start + at)
            return _end64(fp, fields)
        at = tail.rfind(b"PK\5\6", 0, at)
    return None


def _end64(fp, fields):
    """The same with the numbers of a large archive's record."""
    at = fields[9]
    if at < 20:
        return fields
    fp.seek(at - 20)
    mark, disk, offset, disks = struct.unpack("<4sLQL", fp.read(20))
    if mark != b"PK\6\7":
        return fields
    fp.seek(at - 20 - 56)
    record = struct.unpack("<4sQ2H2L4Q", fp.read(56))
    if record[0] != b"PK\6\6":
        return fields
    fields[3], fields[4], fields[5], fields[6], fields[9] = record[6], record[7], record[8], record[9], at - 20 - 56
    return fields


def is_zipfile(filename):
    """Whether a file is a ZIP archive, by its end."""
    try:
        if hasattr(filename, "read"):
            at = filename.tell()
            found = _end_record(filename) is not None
            filename.seek(at)
            return found
        with open(filename, "rb") as fp:
            return _end_record(fp) is not None
    except OSError:
        return False


class ZipExtFile(io.BufferedIOBase):
    """A member that is read."""

    def __init__(self, data, info, mode="rb"):
        self._data = io.BytesIO(data)
        self.name = info.filename
        self.mode = mode

    def __repr__(self):
        mode = "" if self.closed else " name=%r mode=%r" % (self.name, self.mode)
        return "<zipfile.ZipExtFile%s%s>" % (mode, " [closed]" if self.closed else "")

    def _checked(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        return self._data

    def read(self, n=-1):
        return self._checked().read(n)

    def read1(self, n=-1):
        return self._checked().read(n)

    def peek(self, n=1):
        data = self._checked()
        at = data.tell()
        out = data.read(max(n, 512))
        data.seek(at)
        return out

    def readline(self, limit=-1):
        return self._checked().readline(limit)

    def seek(self, offset, whence=0):
        return self._checked().seek(offset, whence)

    def tell(self):
        return self._checked().tell()

    def readable(self):
        self._checked()
        return True

    def seekable(self):
        self._checked()
        return True


class _ZipWriteFile(io.BufferedIOBase):
    """A member that is written: it goes to the archive when it is closed."""

    def __init__(self, archive, info):
        self._archive = archive
        self._info = info
        self._parts = []
        self.name = info.filename
        self.mode = "w"

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        data = bytes(data)
        self._parts.append(data)
        return len(data)

    def close(self):
        if self.closed:
            return
        super().close()
        self._archive._writing = False
        self._archive._store(self._info, b"".join(self._parts))


class ZipFile:
    """A ZIP archive."""

    fp = None

    def __init__(self, file, mode="r", compression=ZIP_STORED, allowZip64=True, compresslevel=None, *,
                 strict_timestamps=True, metadata_encoding=None):
        if mode not in ("r", "w", "x", "a"):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _compressor(compression, None)
        self._allowZip64 = allowZip64
        self._didModify = False
        self.debug = 0
        self.NameToInfo = {}
        self.filelist = []
        self.compression = compression
        self.compresslevel = compresslevel
        self.mode = mode
        self.pwd = None
        self._comment = b""
        self._strict_timestamps = strict_timestamps
        self.metadata_encoding = metadata_encoding
        if metadata_encoding and mode != "r":
            raise ValueError("metadata_encoding is only supported for reading files")
        self._writing = False
        self._lock = threading.RLock()
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
                return io.open(file, "r+b")
            except FileNotFoundError:
                return io.open(file, "w+b")
        return io.open(file, {"r": "rb", "w": "w+b", "x": "x+b"}[mode])

    def _begin(self, mode):
        if mode == "r":
            self._read_directory()
        elif mode in "wx":
            self._didModify = True
            try:
                self.start_dir = self.fp.tell()
            except (AttributeError, OSError):
                self.start_dir = 0
        else:
            try:
                self._read_directory()
                self.fp.seek(self.start_dir)
            except BadZipFile:
                self.fp.seek(0, 2)
                self._didModify = True
                self.start_dir = self.fp.tell()

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
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
        fp = self.fp
        try:
            end = _end_record(fp)
        except OSError:
            raise BadZipFile("File is not a zip file")
        if not end:
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
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError("There is no item named %r in the archive" % name)
        return info

    def setpassword(self, pwd):
        """Sets the password for reading."""
        if pwd and not isinstance(pwd, bytes):
            raise TypeError("pwd: expected bytes, got %s" % type(pwd).__name__)
        self.pwd = pwd or None

    @property
    def comment(self):
        """The archive's comment."""
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError("comment: expected bytes, got %s" % type(comment).__name__)
        self._comment = comment[:ZIP_MAX_COMMENT]
        self._didModify = True

    def read(self, name, pwd=None):
        """Reads a member."""
        with self.open(name, "r", pwd) as member:
            return member.read()

    def open(self, name, mode="r", pwd=None, *, force_zip64=False):
        """Opens a member to read or write."""
        if mode not in {"r", "w"}:
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == "w":
            raise ValueError("pwd is only supported for reading files")
        if not self.fp:
            raise ValueError("Attempt to use ZIP archive that was already closed")
        if isinstance(name, ZipInfo):
            info = name
        elif mode == "w":
            info = ZipInfo(name)
            info.compress_type, info.compress_level = self.compression, self.compresslevel
        else:
            info = self.getinfo(name)
        if mode == "w":
            self._may_write()
            if self._writing:
                raise ValueError("Can't write to the ZIP file while there is another write handle open on it. "
                                 "Close the first handle before opening another.")
            self._writing = True
            return _ZipWriteFile(self, info)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. "
                             "Close the writing handle before trying to read.")
        return ZipExtFile(self._contents(info, pwd or self.pwd), info)

    def _contents(self, info, pwd):
        with self._lock:
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
        if self.mode not in ("w", "x", "a"):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError("Attempt to write ZIP archive that was already closed")

    def _store(self, info, data):
        """Adds a member at the end."""
        with self._lock:
            if info.filename in self.NameToInfo:
                import warnings
                warnings.warn("Duplicate name: %r" % info.filename, stacklevel=4)
            if not info.external_attr:
                info.external_attr = 0o600 << 16
            packed = _compressor(info.compress_type, info.compress_level)(data)
            info.file_size, info.compress_size, info.CRC = len(data), len(packed), zlib.crc32(data)
            if info.file_size > ZIP64_LIMIT or info.compress_size > ZIP64_LIMIT:
                raise LargeZipFile("Filesize would require ZIP64 extensions")
            try:
                self.fp.seek(self.start_dir)
            except (AttributeError, OSError):
                pass
            info.header_offset = self.start_dir
            head = info.FileHeader()
            self.fp.write(head)
            self.fp.write(packed)
            self.start_dir += len(head) + len(packed)
            self._didModify = True
            self._know(info)

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Adds a file."""
        self._idle()
        self._may_write()
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
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
        if isinstance(data, str):
            data = data.encode("utf-8")
        if isinstance(zinfo_or_arcname, ZipInfo):
            info = zinfo_or_arcname
        else:
            info = ZipInfo(zinfo_or_arcname, time.localtime(time.time())[:6])
            info.compress_type, info.compress_level = self.compression, self.compresslevel
            if info.filename.endswith("/"):
                info.external_attr = 0o40775 << 16 | 0x10
            else:
                info.external_attr = 0o600 << 16
        self._idle()
        self._may_write()
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info.compress_level = compresslevel
        self._store(info, bytes(data))

    def mkdir(self, zinfo_or_directory_name, mode=511):
        """Adds a folder."""
        if isinstance(zinfo_or_directory_name, ZipInfo):
            info = zinfo_or_directory_name
            if not info.is_dir():
                raise ValueError("The given ZipInfo does not describe a directory")
        elif isinstance(zinfo_or_directory_name, str):
            name = zinfo_or_directory_name
            info = ZipInfo(name if name.endswith("/") else name + "/")
            info.external_attr = ((0o40000 | mode) & 0xFFFF) << 16 | 0x10
        else:
            raise TypeError("Expected type str or ZipInfo")
        self._idle()
        self._may_write()
        info.compress_type = ZIP_STORED
        self._store(info, b"")

    def extract(self, member, path=None, pwd=None):
        """Writes a member to a file below a folder."""
        path = os.getcwd() if path is None else os.fspath(path)
        return self._extract_member(member, path, pwd)

    def extractall(self, path=None, members=None, pwd=None):
        """Writes all members, or those named."""
        path = os.getcwd() if path is None else os.fspath(path)
        for member in self.namelist() if members is None else members:
            self._extract_member(member, path, pwd)

    def _extract_member(self, member, targetpath, pwd):
        if not isinstance(member, ZipInfo):
            member = self.getinfo(member)
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
            if self.mode in ("w", "x", "a") and self._didModify:
                with self._lock:
                    try:
                        self.fp.seek(self.start_dir)
                    except (AttributeError, OSError):
                        pass
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
        self.fp.write(entries)
        self.fp.write(_END.pack(b"PK\5\6", 0, 0, count, count, len(entries), self.start_dir, len(self._comment)))
        self.fp.write(self._comment)
        if self.mode == "a":
            self.fp.truncate()
        self.fp.flush()


def __getattr__(name):
    if name == "Path":
        from zipfile._path import Path
        return Path
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
