"""Members of an archive as paths."""

import io
import posixpath


class Path:
    """A member, or a folder that members are in."""

    def __init__(self, root, at=""):
        from zipfile import ZipFile
        self.root = root if isinstance(root, ZipFile) else ZipFile(root)
        self.at = at

    def __eq__(self, other):
        return (self.root, self.at) == (other.root, other.at) if self.__class__ is other.__class__ else NotImplemented

    def __hash__(self):
        return hash((self.root, self.at))

    def _names(self):
        names = self.root.namelist()
        known = dict.fromkeys(names)
        for name in names:
            folder = posixpath.dirname(name.rstrip("/"))
            while folder.strip("/"):
                known.setdefault(folder + "/")
                folder = posixpath.dirname(folder)
        return list(known)

    def open(self, mode="r", *args, pwd=None, **kwargs):
        """Opens the member, for text unless the mode says otherwise."""
        if self.is_dir():
            raise IsADirectoryError(self)
        if not self.exists() and mode[0] == "r":
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, mode[0], pwd=pwd)
        if "b" in mode:
            if args or kwargs:
                raise ValueError("encoding args invalid for binary operation")
            return stream
        return io.TextIOWrapper(stream, *args, **kwargs)

    @property
    def filename(self):
        return __import__("pathlib").Path(self.root.filename).joinpath(self.at)

    @property
    def name(self):
        return posixpath.basename(self.at.rstrip("/")) or self.filename.name

    @property
    def suffix(self):
        return posixpath.splitext(self.name)[1]

    @property
    def stem(self):
        return posixpath.splitext(self.name)[0]

    @property
    def parent(self):
        folder = posixpath.dirname(self.at.rstrip("/"))
        return self.__class__(self.root, folder + "/" if folder else "")

    def read_text(self, *args, **kwargs):
        """Reads text."""
        with self.open("r", *args, **kwargs) as stream:
            return stream.read()

    def read_bytes(self):
        """Reads bytes."""
        with self.open("rb") as stream:
            return stream.read()

    def is_dir(self):
        """Whether it is a folder."""
        return not self.at or self.at.endswith("/")

    def is_file(self):
        """Whether it is a member that is no folder."""
        return self.exists() and not self.is_dir()

    def exists(self):
        """Whether it is there."""
        return self.at in self._names()

    def iterdir(self):
        """Gives what is in the folder."""
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        for name in self._names():
            if posixpath.dirname(name.rstrip("/")) == self.at.rstrip("/"):
                yield self.__class__(self.root, name)

    def joinpath(self, *other):
        """Goes further down."""
        at = posixpath.join(self.at, *other)
        names = self._names()
        return self.__class__(self.root, at + "/" if at not in names and at + "/" in names else at)

    __truediv__ = joinpath

    def __str__(self):
        return posixpath.join(str(self.root.filename), self.at)

    def __repr__(self):
        return f"{self.__class__.__name__}({self.root.filename!r}, {self.at!r})"
