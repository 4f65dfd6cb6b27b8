"""UserDict, UserList and UserString: wrappers to inherit from."""

from collections.abc import MutableMapping, MutableSequence, Sequence


class UserDict(MutableMapping):
    """A dict kept in the attribute data."""

    __module__ = "collections"

    def __init__(self, dict=None, /, **kwargs):
        self.data = {}
        if dict is not None:
            self.update(dict)
        if kwargs:
            self.update(kwargs)

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        missing = getattr(self.__class__, "__missing__", None)
        if missing is not None:
            return missing(self, key)
        raise KeyError(key)

    def get(self, key, default=None):
        """The value of key, or default."""
        return self[key] if key in self else default

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __iter__(self):
        return iter(self.data)

    def __contains__(self, key):
        return key in self.data

    def __repr__(self):
        return repr(self.data)

    def _merged(self, first, second):
        fresh = dict(first)
        fresh.update(second)
        return self.__class__(fresh)

    def __or__(self, other):
        if isinstance(other, UserDict):
            return self._merged(self.data, other.data)
        if isinstance(other, dict):
            return self._merged(self.data, other)
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, dict):
            return self._merged(other, self.data)
        return NotImplemented

    def __ior__(self, other):
        self.data |= other.data if isinstance(other, UserDict) else other
        return self

    def copy(self):
        """A shallow copy."""
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        fresh = self.__class__.__new__(self.__class__)
        fresh.__dict__.update(self.__dict__)
        fresh.__dict__["data"] = {}
        fresh.update(self)
        return fresh

    __copy__ = copy

    @classmethod
    def fromkeys(cls, iterable, value=None):
        """One value for all keys."""
        fresh = cls()
        for key in iterable:
            fresh[key] = value
        return fresh


def _raw(other):
    return other.data if isinstance(other, (UserList, UserString)) else other


class UserList(MutableSequence):
    """A list kept in the attribute data."""

    __module__ = "collections"

    def __init__(self, initlist=None):
        self.data = [] if initlist is None else list(_raw(initlist))

    def __repr__(self):
        return repr(self.data)

    def __lt__(self, other):
        return self.data < _raw(other)

    def __le__(self, other):
        return self.data <= _raw(other)

    def __eq__(self, other):
        return self.data == _raw(other)

    def __gt__(self, other):
        return self.data > _raw(other)

    def __ge__(self, other):
        return self.data >= _raw(other)

    def __contains__(self, item):
        return item in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self.__class__(self.data[i])
        return self.data[i]

    def __setitem__(self, i, item):
        self.data[i] = item

    def __delitem__(self, i):
        del self.data[i]

    def __add__(self, other):
        return self.__class__(self.data + list(_raw(other)))

    def __radd__(self, other):
        return self.__class__(list(_raw(other)) + self.data)

    def __iadd__(self, other):
        self.data += list(_raw(other))
        return self

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __imul__(self, n):
        self.data *= n
        return self

    def append(self, item):
        """Adds at the end."""
        self.data.append(item)

    def insert(self, i, item):
        """Inserts before i."""
        self.data.insert(i, item)

    def pop(self, i=-1):
        """Takes the item at i."""
        return self.data.pop(i)

    def remove(self, item):
        """Removes the first equal item."""
        self.data.remove(item)

    def clear(self):
        """Empties the list."""
        self.data.clear()

    def copy(self):
        """A shallow copy."""
        return self.__class__(self)

    __copy__ = copy

    def count(self, item):
        """How many items are equal."""
        return self.data.count(item)

    def index(self, item, *args):
        """Where the first equal item is."""
        return self.data.index(item, *args)

    def reverse(self):
        """Reverses in place."""
        self.data.reverse()

    def sort(self, /, *args, **kwds):
        """Sorts in place."""
        self.data.sort(*args, **kwds)

    def extend(self, other):
        """Appends all items."""
        self.data.extend(_raw(other))


class UserString(Sequence):
    """A str kept in the attribute data."""

    __module__ = "collections"

    def __init__(self, seq):
        if isinstance(seq, UserString):
            seq = seq.data[:]
        self.data = seq if isinstance(seq, str) else str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __float__(self):
        return float(self.data)

    def __hash__(self):
        return hash(self.data)

    def __eq__(self, other):
        return self.data == _raw(other)

    def __lt__(self, other):
        return self.data < _raw(other)

    def __le__(self, other):
        return self.data <= _raw(other)

    def __gt__(self, other):
        return self.data > _raw(other)

    def __ge__(self, other):
        return self.data >= _raw(other)

    def __contains__(self, char):
        return _raw(char) in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __add__(self, other):
        return self.__class__(self.data + str(_raw(other)))

    def __radd__(self, other):
        return self.__class__(str(_raw(other)) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def join(self, seq):
        """Joins with this string between."""
        return self.data.join(seq)


def _delegate(name, wrap):
    def method(self, *args, **kwds):
        result = getattr(self.data, name)(*[_raw(a) for a in args], **kwds)
        return self.__class__(result) if wrap else result

    method.__name__ = name
    method.__qualname__ = "UserString." + name
    setattr(UserString, name, method)


for _name in ("capitalize casefold center expandtabs ljust lower lstrip removeprefix "
              "removesuffix replace rjust rstrip strip swapcase title translate upper "
              "zfill").split():
    _delegate(_name, True)
for _name in ("count encode endswith find format format_map index isalpha isalnum isascii "
              "isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle "
              "isupper partition rfind rindex rpartition rsplit split splitlines "
              "startswith").split():
    _delegate(_name, False)
UserString.maketrans = str.maketrans
UserString.__abstractmethods__ = frozenset()
