"""Compares files and folders."""

import os
import stat
from types import GenericAlias

__all__ = ["clear_cache", "cmp", "dircmp", "cmpfiles", "DEFAULT_IGNORES"]

BUFSIZE = 8 * 1024
DEFAULT_IGNORES = ["RCS", "CVS", "tags", ".git", ".hg", ".bzr", "_darcs", "__pycache__"]

_cache = {}


def clear_cache():
    """Forgets which files were equal."""
    _cache.clear()


def _signature(path):
    info = os.stat(path)
    return stat.S_IFMT(info.st_mode), info.st_size, info.st_mtime


def cmp(f1, f2, shallow=True):
    """Whether two files are equal; a shallow look believes in equal size and time."""
    one, other = _signature(f1), _signature(f2)
    if one[0] != stat.S_IFREG or other[0] != stat.S_IFREG:
        return False
    if shallow and one == other:
        return True
    if one[1] != other[1]:
        return False
    key = f1, f2, one, other
    if key not in _cache:
        if len(_cache) > 100:
            clear_cache()
        _cache[key] = _same_bytes(f1, f2)
    return _cache[key]


def _same_bytes(f1, f2):
    with open(f1, "rb") as one, open(f2, "rb") as other:
        while True:
            a, b = one.read(BUFSIZE), other.read(BUFSIZE)
            if a != b:
                return False
            if not a:
                return True


def cmpfiles(a, b, common, shallow=True):
    """Sorts names in two folders: equal, different, and those that cannot be compared."""
    out = [], [], []
    for name in common:
        try:
            at = 0 if cmp(os.path.join(a, name), os.path.join(b, name), shallow) else 1
        except (OSError, ValueError):
            at = 2
        out[at].append(name)
    return out


class dircmp:
    """Compares two folders; each answer is worked out when it is asked for."""

    def __init__(self, a, b, ignore=None, hide=None, *, shallow=True):
        self.left = a
        self.right = b
        self.ignore = DEFAULT_IGNORES if ignore is None else ignore
        self.hide = [os.curdir, os.pardir] if hide is None else hide
        self.shallow = shallow

    __class_getitem__ = classmethod(GenericAlias)

    def _listed(self, folder):
        unwanted = set(self.ignore) | set(self.hide)
        return sorted(name for name in os.listdir(folder) if name not in unwanted)

    def phase0(self):
        """Lists both folders."""
        self.left_list, self.right_list = self._listed(self.left), self._listed(self.right)

    def phase1(self):
        """Finds the names in both, and in one only."""
        right = {os.path.normcase(name): name for name in self.right_list}
        left = {os.path.normcase(name): name for name in self.left_list}
        self.common = [name for key, name in left.items() if key in right]
        self.left_only = [name for key, name in left.items() if key not in right]
        self.right_only = [name for key, name in right.items() if key not in left]

    def phase2(self):
        """Sorts common names into folders, files and others."""
        self.common_dirs, self.common_files, self.common_funny = [], [], []
        for name in self.common:
            try:
                kinds = [stat.S_IFMT(os.stat(os.path.join(folder, name)).st_mode) for folder in (self.left, self.right)]
            except (OSError, ValueError):
                kinds = [0, 1]
            if kinds[0] != kinds[1]:
                self.common_funny.append(name)
            elif kinds[0] == stat.S_IFDIR:
                self.common_dirs.append(name)
            elif kinds[0] == stat.S_IFREG:
                self.common_files.append(name)
            else:
                self.common_funny.append(name)

    def phase3(self):
        """Compares the common files."""
        self.same_files, self.diff_files, self.funny_files = cmpfiles(
            self.left, self.right, self.common_files, self.shallow)

    def phase4(self):
        """Makes a comparison for each common folder."""
        self.subdirs = {
            name: self.__class__(os.path.join(self.left, name), os.path.join(self.right, name),
                                 self.ignore, self.hide, shallow=self.shallow)
            for name in self.common_dirs}

    def phase4_closure(self):
        """Makes them all the way down."""
        self.phase4()
        for sub in self.subdirs.values():
            sub.phase4_closure()

    def report(self):
        """Prints the differences between the two folders."""
        print("diff", self.left, self.right)
        for title, names in (("Only in %s :" % self.left, self.left_only), ("Only in %s :" % self.right, self.right_only)):
            if names:
                print(title, sorted(names))
        for title, names in (("Identical files :", self.same_files), ("Differing files :", self.diff_files),
                             ("Trouble with common files :", self.funny_files),
                             ("Common subdirectories :", self.common_dirs), ("Common funny cases :", self.common_funny)):
            if names:
                print(title, sorted(names))

    def report_partial_closure(self):
        """Prints them for the common folders too."""
        self.report()
        for sub in self.subdirs.values():
            print()
            sub.report()

    def report_full_closure(self):
        """Prints them all the way down."""
        self.report()
        for sub in self.subdirs.values():
            print()
            sub.report_full_closure()

    methodmap = dict.fromkeys(("left_list", "right_list"), phase0)
    methodmap |= dict.fromkeys(("common", "left_only", "right_only"), phase1)
    methodmap |= dict.fromkeys(("common_dirs", "common_files", "common_funny"), phase2)
    methodmap |= dict.fromkeys(("same_files", "diff_files", "funny_files"), phase3)
    methodmap["subdirs"] = phase4

    def __getattr__(self, attr):
        phase = self.methodmap.get(attr)
        if phase is None:
            raise AttributeError(attr)
        phase(self)
        return getattr(self, attr)
