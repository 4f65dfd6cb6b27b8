"""A dict of bytes in two files: values in blocks in one, where they are in the other."""

import ast
import collections.abc
import io
import os

__all__ = ["error", "open"]

_BLOCK = 512

error = OSError


class _Database(collections.abc.MutableMapping):
    def __init__(self, filebasename, mode, flag="c"):
        base = os.fsdecode(filebasename)
        self._mode = mode
        self._readonly = flag == "r"
        self._index_file, self._data_file, self._old = base + ".dir", base + ".dat", base + ".bak"
        self._index = None
        self._changed = False
        if flag == "n":
            for name in self._data_file, self._old, self._index_file:
                try:
                    os.remove(name)
                except OSError:
                    pass
        try:
            io.open(self._data_file, "r", encoding="Latin-1").close()
        except OSError:
            if flag not in ("c", "n"):
                raise
            with io.open(self._data_file, "w", encoding="Latin-1"):
                self._chmod(self._data_file)
        self._read_index(flag)

    def _chmod(self, file):
        os.chmod(file, self._mode)

    def _read_index(self, flag):
        index = {}
        try:
            file = io.open(self._index_file, "r", encoding="Latin-1")
        except OSError:
            if flag not in ("c", "n"):
                raise
            with io.open(self._index_file, "w", encoding="Latin-1"):
                self._chmod(self._index_file)
        else:
            with file:
                for line in file:
                    key, place = ast.literal_eval(line.rstrip())
                    index[key.encode("Latin-1")] = place
        self._index = index

    def _commit(self):
        if self._index is None or not self._changed:
            return
        try:
            os.unlink(self._old)
        except OSError:
            pass
        try:
            os.rename(self._index_file, self._old)
        except OSError:
            pass
        with io.open(self._index_file, "w", encoding="Latin-1") as file:
            self._chmod(self._index_file)
            for key, place in self._index.items():
                file.write("%r, %r\n" % (key.decode("Latin-1"), place))
        self._changed = False

    sync = _commit

    def _open_index(self):
        if self._index is None:
            raise error("DBM object has already been closed")
        return self._index

    @staticmethod
    def _bytes(value, what):
        if isinstance(value, str):
            return value.encode("utf-8")
        if not isinstance(value, (bytes, bytearray)):
            raise TypeError(f"{what} must be bytes or strings")
        return bytes(value)

    def __getitem__(self, key):
        if isinstance(key, str):
            key = key.encode("utf-8")
        at, size = self._open_index()[key]
        with io.open(self._data_file, "rb") as file:
            file.seek(at)
            return file.read(size)

    def __setitem__(self, key, value):
        if self._readonly:
            raise error("The database is opened for reading only")
        key, value = self._bytes(key, "keys"), self._bytes(value, "values")
        index = self._open_index()
        self._changed = True
        place = index.get(key)
        blocks = -(-len(value) // _BLOCK)
        with io.open(self._data_file, "rb+") as file:
            if place is not None and -(-place[1] // _BLOCK) >= blocks:
                at = place[0]
            else:
                end = file.seek(0, 2)
                at = -(-end // _BLOCK) * _BLOCK
                file.write(b"\0" * (at - end))
            file.seek(at)
            file.write(value)
        index[key] = at, len(value)
        if place is None:
            with io.open(self._index_file, "a", encoding="Latin-1") as file:
                self._chmod(self._index_file)
                file.write("%r, %r\n" % (key.decode("Latin-1"), index[key]))

    def __delitem__(self, key):
        if self._readonly:
            raise error("The database is opened for reading only")
        if isinstance(key, str):
            key = key.encode("utf-8")
        self._changed = True
        del self._open_index()[key]
        self._commit()

    def keys(self):
        return list(self._open_index())

    def items(self):
        return [(key, self[key]) for key in self._open_index()]

    def __contains__(self, key):
        if isinstance(key, str):
            key = key.encode("utf-8")
        return key in self._open_index()

    def iterkeys(self):
        return iter(self._open_index())

    __iter__ = iterkeys

    def __len__(self):
        return len(self._open_index())

    def close(self):
        try:
            self._commit()
        finally:
            self._index = self._data_file = self._index_file = self._old = None

    def __del__(self):
        if getattr(self, "_index", None) is not None:
            self.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def open(file, flag="c", mode=0o666):
    """Opens a database, made if it is not there."""
    try:
        umask = os.umask(0)
    except (AttributeError, OSError):
        pass
    else:
        os.umask(umask)
        mode &= ~umask
    if flag not in ("r", "w", "c", "n"):
        raise ValueError("Flag must be one of 'r', 'w', 'c', or 'n'")
    return _Database(file, mode, flag=flag)
