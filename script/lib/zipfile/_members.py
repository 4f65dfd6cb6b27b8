"""The members of an archive as files: those that are read, and those that are written."""

import io


def _need_open(file):
    if file.closed:
        raise ValueError("I/O operation on closed file.")


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
        _need_open(self)
        return self._data

    def read(self, n=-1):
        return self._checked().read(n)

    read1 = read

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


class Writing(io.BufferedIOBase):
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
        _need_open(self)
        data = bytes(data)
        self._parts.append(data)
        return len(data)

    def close(self):
        if self.closed:
            return
        super().close()
        self._archive._writing = False
        self._archive._store(self._info, b"".join(self._parts))
