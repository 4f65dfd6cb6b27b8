"""Files that there are as members of an archive."""

import copy
import os
import stat

from tarfile._info import BLKTYPE, BLOCKSIZE, CHRTYPE, DIRTYPE, FIFOTYPE, LNKTYPE, NUL, REGTYPE, SYMTYPE, whole_blocks

_kinds = {stat.S_IFREG: REGTYPE, stat.S_IFDIR: DIRTYPE, stat.S_IFIFO: FIFOTYPE, stat.S_IFLNK: SYMTYPE,
          stat.S_IFCHR: CHRTYPE, stat.S_IFBLK: BLKTYPE}
_piece = 1 << 16


def copy_bytes(length, source, target, error=OSError):
    """Copies as many bytes; fewer are an error, and the last of them are not written."""
    for size in [_piece] * (length // _piece) + [length % _piece]:
        data = source.read(size)
        if len(data) < size:
            raise error("unexpected end of data")
        target.write(data)


def _name_of(number, module, function):
    """What the system calls a user or a group, nothing if it does not say."""
    try:
        return getattr(__import__(module), function)(number)[0]
    except (ImportError, KeyError):
        return ""


class Adding:
    """The part of TarFile that puts files in."""

    def gettarinfo(self, name=None, arcname=None, fileobj=None):
        """A member for a file that there is, None for a kind that cannot be one."""
        self._check("awx")
        if fileobj is None:
            about = (os.stat if self.dereference else os.lstat)(name)
        else:
            name, about = fileobj.name, os.fstat(fileobj.fileno())
        kind = _kinds.get(stat.S_IFMT(about.st_mode))
        if kind is None:
            return None
        _, inside = os.path.splitdrive(name if arcname is None else arcname)
        member = self.tarinfo(inside.replace(os.sep, "/").lstrip("/"))
        member.type, member._tarfile = kind, self
        if kind == REGTYPE:
            member.size = about.st_size
            self._second_name(member, about)
        elif kind == SYMTYPE:
            member.linkname = os.readlink(name)
        elif kind in (CHRTYPE, BLKTYPE):
            member.devmajor, member.devminor = os.major(about.st_rdev), os.minor(about.st_rdev)
        member.mode, member.mtime = about.st_mode, about.st_mtime
        member.uid, member.gid = about.st_uid, about.st_gid
        member.uname = _name_of(member.uid, "pwd", "getpwuid")
        member.gname = _name_of(member.gid, "grp", "getgrgid")
        return member

    def _second_name(self, member, about):
        """Has a file that is in the archive under another name be a link to that."""
        mark = about.st_ino, about.st_dev
        known = self.inodes.get(mark, member.name)
        if about.st_nlink > 1 and known != member.name and not self.dereference:
            member.type, member.linkname, member.size = LNKTYPE, known, 0
        elif about.st_ino:
            self.inodes[mark] = member.name

    def add(self, name, arcname=None, recursive=True, *, filter=None):
        """Adds a file, or a folder with what is in it."""
        self._check("awx")
        if self.name and os.path.abspath(name) == self.name:
            return  # the archive itself
        within = name if arcname is None else arcname
        member = self.gettarinfo(name, within)
        if member is not None and filter is not None:
            member = filter(member)
        if member is None:
            return
        if member.isreg():
            with open(name, "rb") as contents:
                self.addfile(member, contents)
        else:
            self.addfile(member)
        if recursive and member.isdir():
            for part in sorted(os.listdir(name)):
                self.add(os.path.join(name, part), os.path.join(within, part), filter=filter)

    def addfile(self, tarinfo, fileobj=None):
        """Adds a member, with as many bytes of a file as it says."""
        self._check("awx")
        if tarinfo.isreg() and tarinfo.size and fileobj is None:
            raise ValueError("fileobj not provided for non zero-size regular file")
        own = copy.copy(tarinfo)
        self._put(own.tobuf(self.format, self.encoding, self.errors))
        if fileobj is not None:
            copy_bytes(own.size, fileobj, self.fileobj)
            self.offset += own.size
            self._put(NUL * (whole_blocks(own.size) - own.size))
        self.members.append(own)

    def _put(self, data):
        self.fileobj.write(data)
        self.offset += len(data)
