"""Members of an archive as files."""

import copy
import os
import stat
import sys
import warnings

from tarfile._adding import copy_bytes
from tarfile._errors import ExtractError, FilterError, ReadError, StreamError
from tarfile._filters import NAMED_FILTERS, data_filter, fully_trusted_filter
from tarfile._info import (BLKTYPE, CHRTYPE, DIRTYPE, FIFOTYPE, LNKTYPE, REGULAR_TYPES, SUPPORTED_TYPES, SYMTYPE)
from tarfile._reading import Stream

_makers = {DIRTYPE: "makedir", FIFOTYPE: "makefifo", CHRTYPE: "makedev", BLKTYPE: "makedev", LNKTYPE: "makelink",
           SYMTYPE: "makelink", **dict.fromkeys(REGULAR_TYPES, "makefile")}
_coming = ("Python 3.14 will, by default, filter extracted tar archives and reject files or modify their metadata. "
           "Use the filter argument to control this behavior.")


def _number_of(name, number, module, function):
    """The system's number of a user or a group; number if it knows no such name."""
    try:
        return getattr(__import__(module), function)(name)[2] if name else number
    except (ImportError, KeyError):
        return number


class Extracting:
    """The part of TarFile that takes files out."""

    def extractfile(self, member):
        """The contents of a member as a file, None if it has none."""
        self._check("r")
        if isinstance(member, str):
            member = self.getmember(member)
        while member.issym() or member.islnk():
            if isinstance(self.fileobj, Stream):
                raise StreamError("cannot extract (sym)link as file object")
            member = self._meant(member)
        if member.isreg() or member.type not in SUPPORTED_TYPES:
            return self.fileobject(self, member)
        return None

    def _meant(self, link):
        """The member that a link leads to: a hard one to what stands before it."""
        if link.islnk():
            path, before = link.linkname, link
        else:
            folder = os.path.dirname(link.name)
            path, before = f"{folder}/{link.linkname}" if folder else link.linkname, None
        found = self._getmember(path, before, True)
        if found is None:
            raise KeyError("linkname %r not found" % path)
        return found

    def _chosen(self, filter):
        """The filter to use, by name or by what is usual."""
        if isinstance(filter, str):
            if filter not in NAMED_FILTERS:
                raise ValueError(f"filter {filter!r} not found")
            return NAMED_FILTERS[filter]
        if filter is not None:
            return filter
        if isinstance(self.extraction_filter, str):
            raise TypeError("String names are not supported for TarFile.extraction_filter. Use a function such "
                            "as tarfile.data_filter directly.")
        if self.extraction_filter is not None:
            return self.extraction_filter
        if sys.version_info >= (3, 14):
            return data_filter
        if sys.version_info >= (3, 12):
            warnings.warn(_coming, DeprecationWarning, stacklevel=3)
        return fully_trusted_filter

    def _attempt(self, action, *args):
        """Does something; how bad a failure is errorlevel says."""
        try:
            return action(*args)
        except (OSError, FilterError):
            if self.errorlevel > 0:
                raise
        except ExtractError:
            if self.errorlevel > 1:
                raise
        return None

    def extractall(self, path=".", members=None, *, numeric_owner=False, filter=None):
        """Extracts all members, or those given, into a folder."""
        self._into(path, self if members is None else members, self._chosen(filter), True, numeric_owner)

    def extract(self, member, path="", set_attrs=True, *, numeric_owner=False, filter=None):
        """Extracts one member into a folder."""
        self._into(path, [member], self._chosen(filter), set_attrs, numeric_owner, False)

    def _into(self, path, members, chosen, set_attrs, numeric_owner, folders_last=True):
        self._check("r")
        folders = []
        for member in members:
            if isinstance(member, str):
                member = self.getmember(member)
            member = self._attempt(chosen, member, path)
            if member is None:
                continue
            place = os.path.join(path, member.name)
            later = folders_last and member.isdir()
            if later:
                folders.append((member, place))
            if member.islnk():
                member = copy.copy(member)
                member._link_target = os.path.join(path, member.linkname)
            self._attempt(self._extract_member, member, place, set_attrs and not later, numeric_owner)
        # What is put into a folder changes its time, so they get theirs at last, the inner ones first.
        for member, place in sorted(folders, key=lambda one: one[0].name)[::-1]:
            self._attempt(self._dress, member, place, numeric_owner)

    def _extract_member(self, tarinfo, targetpath, set_attrs=True, numeric_owner=False):
        targetpath = targetpath.rstrip("/").replace("/", os.sep)
        folder = os.path.dirname(targetpath)
        if folder:
            os.makedirs(folder, exist_ok=True)
        getattr(self, _makers.get(tarinfo.type, "makeunknown"))(tarinfo, targetpath)
        if set_attrs:
            self._dress(tarinfo, targetpath, numeric_owner)

    def _dress(self, tarinfo, targetpath, numeric_owner):
        """Gives a file its owner, rights and time."""
        self.chown(tarinfo, targetpath, numeric_owner)
        if not tarinfo.issym():
            self.chmod(tarinfo, targetpath)
            self.utime(tarinfo, targetpath)

    # One for each kind, to be overridden.

    def makedir(self, tarinfo, targetpath):
        try:
            os.mkdir(targetpath, 0o777 if tarinfo.mode is None else 0o700)
        except FileExistsError:
            if not os.path.isdir(targetpath):
                raise

    def makefile(self, tarinfo, targetpath):
        with open(targetpath, "wb") as target:
            self.fileobj.seek(tarinfo.offset_data)
            copy_bytes(tarinfo.size, self.fileobj, target, ReadError)

    def makeunknown(self, tarinfo, targetpath):
        self.makefile(tarinfo, targetpath)

    def makefifo(self, tarinfo, targetpath):
        make = getattr(os, "mkfifo", None)
        if make is None:
            raise ExtractError("fifo not supported by system")
        make(targetpath)

    def makedev(self, tarinfo, targetpath):
        if not {"mknod", "makedev"} <= vars(os).keys():
            raise ExtractError("special devices not supported by system")
        rights = 0o600 if tarinfo.mode is None else tarinfo.mode
        kind = stat.S_IFCHR if tarinfo.ischr() else stat.S_IFBLK
        os.mknod(targetpath, rights | kind, os.makedev(tarinfo.devmajor, tarinfo.devminor))

    def makelink(self, tarinfo, targetpath):
        hard = tarinfo.islnk()
        if hard and not os.path.exists(tarinfo._link_target):
            self._extract_member(self._meant(tarinfo), targetpath)
            return
        if os.path.lexists(targetpath):
            os.unlink(targetpath)
        if hard:
            os.link(tarinfo._link_target, targetpath)
        else:
            os.symlink(tarinfo.linkname, targetpath)

    def chown(self, tarinfo, targetpath, numeric_owner):
        if getattr(os, "geteuid", lambda: 1)() != 0:
            return  # only root gives files away
        owner = [tarinfo.uid, tarinfo.gid]
        if not numeric_owner:
            owner = [_number_of(tarinfo.uname, tarinfo.uid, "pwd", "getpwnam"),
                     _number_of(tarinfo.gname, tarinfo.gid, "grp", "getgrnam")]
        try:
            os.lchown(targetpath, *[-1 if number is None else number for number in owner])
        except (OSError, OverflowError, AttributeError) as e:
            raise ExtractError("could not change owner") from e

    def chmod(self, tarinfo, targetpath):
        try:
            if tarinfo.mode is not None:
                os.chmod(targetpath, tarinfo.mode)
        except OSError as e:
            raise ExtractError("could not change mode") from e

    def utime(self, tarinfo, targetpath):
        try:
            if tarinfo.mtime is not None:
                os.utime(targetpath, (tarinfo.mtime,) * 2)
        except OSError as e:
            raise ExtractError("could not change modification time") from e
