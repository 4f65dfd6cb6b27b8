"""Lists of numbers of one kind, which know their bytes."""

import struct as _struct
import sys as _sys

typecodes = "bBuwhHiIlLqQfd"
_sizes = {code: _struct.calcsize(code) for code in "bBhHiIlLqQfd"} | {"u": 4, "w": 4}
_names = {"b": "signed char", "B": "unsigned byte integer", "h": "short integer", "H": "unsigned short",
          "i": "signed integer", "I": "unsigned int"}


class array:
    """A list of numbers, or of characters, of the kind that a type code names."""

    __slots__ = ("typecode", "_items", "__weakref__")
    __hash__ = None

    def __new__(cls, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not " + type(typecode).__name__)
        if typecode not in typecodes:
            raise ValueError(f"bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self = object.__new__(cls)
        object.__setattr__(self, "typecode", typecode)
        object.__setattr__(self, "_items", [])
        if isinstance(initializer, str) and typecode not in "uw":
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            self.extend(iter(initializer) if isinstance(initializer, array) else initializer)
        return self

    def __setattr__(self, name, value):
        raise AttributeError(f"attribute '{name}' of 'array.array' objects is not writable")

    @property
    def itemsize(self):
        return _sizes[self.typecode]

    def _checked(self, x):
        code = self.typecode
        if code in "uw":
            if not isinstance(x, str) or len(x) != 1:
                raise TypeError(f"array item must be a unicode character, not {type(x).__name__}")
            return x
        if code in "fd":
            try:
                return _struct.unpack(code, _struct.pack(code, x))[0]
            except _struct.error:
                raise TypeError(f"must be real number, not {type(x).__name__}") from None
        if not hasattr(x, "__index__"):
            raise TypeError(f"'{type(x).__name__}' object cannot be interpreted as an integer")
        x = x.__index__()
        bits = 8 * self.itemsize
        low, high = (-1 << bits - 1, (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
        if not low <= x <= high:
            name = _names.get(code, "int")
            raise OverflowError(f"{name} is {'less than minimum' if x < low else 'greater than maximum'}")
        return x

    def _same_kind(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return other._items

    def __repr__(self):
        name = type(self).__name__
        if not self._items:
            return f"{name}('{self.typecode}')"
        shown = repr("".join(self._items)) if self.typecode in "uw" else repr(self._items)
        return f"{name}('{self.typecode}', {shown})"

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, x):
        return x in self._items

    def __getitem__(self, index):
        if isinstance(index, slice):
            out = array(self.typecode)
            out._items.extend(self._items[index])
            return out
        try:
            return self._items[index]
        except IndexError:
            raise IndexError("array index out of range") from None

    def __setitem__(self, index, x):
        if isinstance(index, slice):
            if not isinstance(x, array):
                raise TypeError(f'can only assign array (not "{type(x).__name__}") to array slice')
            self._items[index] = self._same_kind(x)
            return
        x = self._checked(x)
        try:
            self._items[index] = x
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __delitem__(self, index):
        try:
            del self._items[index]
        except IndexError:
            raise IndexError("array assignment index out of range") from None

    def __add__(self, other):
        out = self[:]
        out._items.extend(self._same_kind(other))
        return out

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self._items.extend(self._same_kind(other))
        return self

    def __mul__(self, n):
        out = array(self.typecode)
        out._items.extend(self._items * n)
        return out

    __rmul__ = __mul__

    def __imul__(self, n):
        self._items[:] = self._items * n
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    def __copy__(self):
        return self[:]

    def __deepcopy__(self, memo):
        return self[:]

    def __reduce_ex__(self, protocol):
        return type(self), (self.typecode, list(self._items))

    def __bytes__(self):
        return self.tobytes()

    __class_getitem__ = classmethod(type(list[int]))

    def append(self, x, /):
        self._items.append(self._checked(x))

    def buffer_info(self):
        return id(self._items), len(self._items)

    def byteswap(self):
        size = self.itemsize
        data = self.tobytes()
        self._items.clear()
        self.frombytes(b"".join(data[i:i + size][::-1] for i in range(0, len(data), size)))

    def clear(self):
        self._items.clear()

    def count(self, x, /):
        return self._items.count(x)

    def extend(self, iterable, /):
        if isinstance(iterable, array):
            if iterable.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._items.extend(iterable._items)
            return
        for x in iterable:
            self._items.append(self._checked(x))

    def frombytes(self, buffer, /):
        data = bytes(buffer)
        if len(data) % self.itemsize:
            raise ValueError("bytes length not a multiple of item size")
        if self.typecode in "uw":
            self._items.extend(data.decode("utf-32-le" if _sys.byteorder == "little" else "utf-32-be"))
        else:
            self._items.extend(_struct.unpack(f"{len(data) // self.itemsize}{self.typecode}", data))

    def fromfile(self, f, n, /):
        data = f.read(n * self.itemsize)
        self.frombytes(data)
        if len(data) < n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def fromlist(self, list, /):
        if not isinstance(list, type([])):
            raise TypeError("arg must be list")
        self._items.extend([self._checked(x) for x in list])

    def fromunicode(self, text, /):
        if self.typecode not in "uw":
            raise ValueError("fromunicode() may only be called on unicode type arrays ('u' or 'w')")
        self._items.extend(text)

    def index(self, x, start=0, stop=_sys.maxsize, /):
        try:
            return self._items.index(x, start, stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def insert(self, index, x, /):
        self._items.insert(index, self._checked(x))

    def pop(self, index=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        try:
            return self._items.pop(index)
        except IndexError:
            raise IndexError("pop index out of range") from None

    def remove(self, x, /):
        try:
            self._items.remove(x)
        except ValueError:
            raise ValueError("array.remove(x): x not in array") from None

    def reverse(self):
        self._items.reverse()

    def tobytes(self):
        if self.typecode in "uw":
            return "".join(self._items).encode("utf-32-le" if _sys.byteorder == "little" else "utf-32-be")
        return _struct.pack(f"{len(self._items)}{self.typecode}", *self._items)

    def tofile(self, f, /):
        f.write(self.tobytes())

    def tolist(self):
        return self._items[:]

    def tounicode(self):
        if self.typecode not in "uw":
            raise ValueError("tounicode() may only be called on unicode type arrays ('u' or 'w')")
        return "".join(self._items)


ArrayType = array


def _register():
    from collections.abc import MutableSequence
    MutableSequence.register(array)


_register()
