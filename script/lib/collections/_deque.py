"""deque: a list whose front may be taken off cheaply.

The live items are _items[_head:]; taken ones leave None behind until the
dead part outgrows the live one and is cut off.
"""

from reprlib import recursive_repr
from types import GenericAlias
from _static import match_as as _match_as


class deque:
    """A sequence made for adding and taking at both ends."""

    __module__ = "collections"
    __slots__ = ("_items", "_head", "_maxlen", "_changes", "__dict__", "__weakref__")

    def __new__(cls, *args, **kwds):
        self = super().__new__(cls)
        self._items = []
        self._head = 0
        self._maxlen = None
        self._changes = 0
        return self

    def __hash__(self):
        raise TypeError("unhashable type: 'collections.deque'")

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._maxlen = maxlen
        self._items = []
        self._head = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        """The largest length, or None."""
        return self._maxlen

    def append(self, item, /):
        """Adds at the right; a full deque drops its leftmost item."""
        self._changes += 1
        items = self._items
        items.append(item)
        if self._maxlen is not None and len(items) - self._head > self._maxlen:
            self._drop_left()

    def appendleft(self, item, /):
        """Adds at the left; a full deque drops its rightmost item."""
        self._changes += 1
        if self._head == 0:
            # Room for as many again keeps the cost of one append constant.
            room = len(self._items) + 8
            self._items[0:0] = [None] * room
            self._head = room
        self._head -= 1
        self._items[self._head] = item
        if self._maxlen is not None and len(self._items) - self._head > self._maxlen:
            self._items.pop()

    def _drop_left(self):
        head = self._head
        items = self._items
        item = items[head]
        items[head] = None
        head += 1
        if head > 32 and head * 2 > len(items):
            del items[:head]
            head = 0
        self._head = head
        return item

    def pop(self):
        """Takes the rightmost item."""
        if len(self._items) == self._head:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return self._items.pop()

    def popleft(self):
        """Takes the leftmost item."""
        if len(self._items) == self._head:
            raise IndexError("pop from an empty deque")
        self._changes += 1
        return self._drop_left()

    def extend(self, iterable, /):
        """Appends each item."""
        if iterable is self:
            iterable = list(self)
        if self._maxlen is None:
            self._changes += 1
            self._items.extend(iterable)
        else:
            for item in iterable:
                self.append(item)

    def extendleft(self, iterable, /):
        """Appends each item at the left, so that they come out reversed."""
        if iterable is self:
            iterable = list(self)
        for item in iterable:
            self.appendleft(item)

    def clear(self):
        """Removes everything."""
        self._changes += 1
        self._items = []
        self._head = 0

    def _live(self):
        return self._items[self._head:]

    def _set(self, items):
        self._changes += 1
        self._items = items
        self._head = 0

    def copy(self):
        """A shallow copy."""
        return self.__copy__()

    def __copy__(self):
        if type(self) is deque:
            return deque(self._live(), self._maxlen)
        if self._maxlen is None:
            return type(self)(self._live())
        return type(self)(self._live(), self._maxlen)

    def __deepcopy__(self, memo):
        from copy import deepcopy
        fresh = type(self)((), self._maxlen)
        memo[id(self)] = fresh
        for item in self._live():
            fresh.append(deepcopy(item, memo))
        return fresh

    def __reduce__(self):
        return type(self), ((), self._maxlen), None, iter(self)

    def count(self, value, /):
        """How many items equal value."""
        mark = self._changes
        n = 0
        for item in self._live():
            if item is value or item == value:
                n += 1
            if self._changes != mark:
                raise RuntimeError("deque mutated during iteration")
        return n

    def index(self, value, start=0, stop=None, /):
        """The position of value; ValueError when it is not there."""
        size = len(self)
        stop = size if stop is None else stop
        if start < 0:
            start = max(0, start + size)
        if stop < 0:
            stop += size
        live = self._live()
        for i in range(start, min(stop, size)):
            if live[i] is value or live[i] == value:
                return i
        raise ValueError("%r is not in deque" % (value,))

    def insert(self, index, value, /):
        """Inserts value before index."""
        if self._maxlen is not None and len(self) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        live = self._live()
        live.insert(index, value)
        self._set(live)

    def remove(self, value, /):
        """Removes the first item equal to value."""
        mark = self._changes
        for i, item in enumerate(self._live()):
            same = item is value or item == value
            if self._changes != mark:
                raise IndexError("deque mutated during remove().")
            if same:
                live = self._live()
                del live[i]
                self._set(live)
                return
        raise ValueError("%r is not in deque" % (value,))

    def reverse(self):
        """Reverses in place."""
        live = self._live()
        live.reverse()
        self._set(live)

    def rotate(self, n=1, /):
        """Moves n items from the right end to the left."""
        size = len(self)
        if size > 1:
            n %= size
            if n:
                live = self._live()
                self._set(live[-n:] + live[:-n])

    def __len__(self):
        return len(self._items) - self._head

    def __bool__(self):
        return len(self._items) > self._head

    def __iter__(self):
        mark = self._changes
        i = 0
        while True:
            if self._changes != mark:
                raise RuntimeError("deque mutated during iteration")
            at = self._head + i
            if at >= len(self._items):
                return
            yield self._items[at]
            i += 1

    def __reversed__(self):
        mark = self._changes
        for i in range(len(self) - 1, -1, -1):
            if self._changes != mark:
                raise RuntimeError("deque mutated during iteration")
            yield self._items[self._head + i]

    def __contains__(self, value):
        mark = self._changes
        for item in self._live():
            if item is value or item == value:
                return True
            if self._changes != mark:
                raise RuntimeError("deque mutated during iteration")
        return False

    def _at(self, index):
        if not hasattr(index, "__index__"):
            raise TypeError("sequence index must be integer, not '%s'" % type(index).__name__)
        index = index.__index__()
        size = len(self)
        if index < 0:
            index += size
        if not 0 <= index < size:
            raise IndexError("deque index out of range")
        return self._head + index

    def __getitem__(self, index):
        return self._items[self._at(index)]

    def __setitem__(self, index, value):
        self._items[self._at(index)] = value

    def __delitem__(self, index):
        at = self._at(index)
        del self._items[at]
        self._changes += 1

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError('can only concatenate deque (not "%s") to deque'
                            % type(other).__name__)
        fresh = self.copy()
        fresh.extend(other)
        return fresh

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        if not hasattr(n, "__index__"):
            return NotImplemented
        return type(self)(self._live() * n, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, n):
        live = self._live() * n
        if self._maxlen is not None:
            live = live[len(live) - self._maxlen:] if len(live) > self._maxlen else live
        self._set(live)
        return self

    @recursive_repr("[...]")
    def __repr__(self):
        text = "%s([%s]" % (type(self).__name__, ", ".join(map(repr, self._live())))
        if self._maxlen is not None:
            text += ", maxlen=%d" % self._maxlen
        return text + ")"

    def __eq__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._live() == other._live()

    def __lt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._live() < other._live()

    def __le__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._live() <= other._live()

    def __gt__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._live() > other._live()

    def __ge__(self, other):
        if not isinstance(other, deque):
            return NotImplemented
        return self._live() >= other._live()

    __class_getitem__ = classmethod(GenericAlias)


_match_as(deque, "sequence")
