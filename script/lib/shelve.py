"""A dict on disk, whose values are pickled."""

import collections.abc
from io import BytesIO
from pickle import DEFAULT_PROTOCOL, Pickler, Unpickler

__all__ = ["Shelf", "BsdDbShelf", "DbfilenameShelf", "open"]


def _unpickled(data):
    return Unpickler(BytesIO(data)).load()


class _Closed(collections.abc.MutableMapping):
    """What a shelf keeps its values in once it is closed."""

    def _refuse(self, *args):
        raise ValueError("invalid operation on closed shelf")

    keys = __getitem__ = __setitem__ = __delitem__ = __iter__ = __len__ = _refuse

    def __repr__(self):
        return "<Closed Dictionary>"


class Shelf(collections.abc.MutableMapping):
    """Pickles values into a mapping of bytes."""

    def __init__(self, dict, protocol=None, writeback=False, keyencoding="utf-8"):
        self.dict, self.cache = dict, {}
        self.keyencoding, self.writeback = keyencoding, writeback
        self._protocol = DEFAULT_PROTOCOL if protocol is None else protocol

    def _name(self, key):
        return key.encode(self.keyencoding)

    def __iter__(self):
        for key in self.dict.keys():
            yield key.decode(self.keyencoding)

    def __len__(self):
        return len(self.dict)

    def __contains__(self, key):
        return self._name(key) in self.dict

    def get(self, key, default=None):
        return self[key] if self._name(key) in self.dict else default

    def __getitem__(self, key):
        if key in self.cache:
            return self.cache[key]
        value = _unpickled(self.dict[self._name(key)])
        if self.writeback:
            self.cache[key] = value
        return value

    def _put(self, key, value):
        out = BytesIO()
        Pickler(out, self._protocol).dump(value)
        self.dict[self._name(key)] = out.getvalue()

    def __setitem__(self, key, value):
        if self.writeback:
            self.cache[key] = value
        self._put(key, value)

    def __delitem__(self, key):
        del self.dict[self._name(key)]
        self.cache.pop(key, None)

    def __enter__(self):
        return self

    def __exit__(self, *raised):
        self.close()

    def close(self):
        """Writes what changed and ends."""
        if self.dict is None:
            return
        try:
            self.sync()
            if hasattr(self.dict, "close"):
                self.dict.close()
        finally:
            self.dict = _Closed()

    def __del__(self):
        if hasattr(self, "writeback"):
            self.close()

    def sync(self):
        """Writes what changed."""
        if self.writeback:
            for key, value in self.cache.items():
                self._put(key, value)
            self.cache = {}
        if hasattr(self.dict, "sync"):
            self.dict.sync()


class BsdDbShelf(Shelf):
    """A shelf over a mapping in order, which can be gone through."""

    def _step(self, name, *args):
        key, value = getattr(self.dict, name)(*args)
        return key.decode(self.keyencoding), _unpickled(value)

    def set_location(self, key):
        return self._step("set_location", key)

    def next(self):
        return self._step("next")

    def previous(self):
        return self._step("previous")

    def first(self):
        return self._step("first")

    def last(self):
        return self._step("last")


class DbfilenameShelf(Shelf):
    """A shelf in a file of dbm's."""

    def __init__(self, filename, flag="c", protocol=None, writeback=False):
        import dbm
        super().__init__(dbm.open(filename, flag), protocol, writeback)


def open(filename, flag="c", protocol=None, writeback=False):
    """Opens a shelf in a file."""
    return DbfilenameShelf(filename, flag=flag, protocol=protocol, writeback=writeback)
