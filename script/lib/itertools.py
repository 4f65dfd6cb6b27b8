"""Iterators made of iterators.

Each is a class, so that its arguments are checked at the call and its name
shows in type(); most only keep an iterator of _itertools that does the work.
"""

import _itertools
import operator
from types import GenericAlias

__all__ = ["accumulate", "batched", "chain", "combinations",
           "combinations_with_replacement", "compress", "count", "cycle", "dropwhile",
           "filterfalse", "groupby", "islice", "pairwise", "permutations", "product",
           "repeat", "starmap", "takewhile", "tee", "zip_longest"]

_absent = object()


class chain(_itertools.lazy):
    """One iterable after the other."""

    __slots__ = ()

    def __init__(self, *iterables):
        self._it = _itertools.chain(iter(iterables))

    @classmethod
    def from_iterable(cls, iterable, /):
        """The same, the iterables coming from an iterable."""
        self = cls()
        self._it = _itertools.chain(iter(iterable))
        return self

    __class_getitem__ = classmethod(GenericAlias)


class count(_itertools.lazy):
    """start, start + step, ..."""

    __slots__ = ()

    def __init__(self, start=0, step=1):
        for value in (start, step):
            if type(value) is not int and (
                    not (hasattr(value, "__add__") and hasattr(value, "__sub__"))
                    or isinstance(value, (str, list, tuple))):
                raise TypeError("a number is required")
        self._it = _itertools.count(start, step)

    def __reduce__(self):
        value, step = _itertools.counted(self._it)
        return type(self), (value,) if type(step) is int and step == 1 else (value, step)

    def __repr__(self):
        value, step = _itertools.counted(self._it)
        if type(step) is int and step == 1:
            return "count(%r)" % (value,)
        return "count(%r, %r)" % (value, step)


class cycle(_itertools.lazy):
    """An iterable again and again."""

    __slots__ = ()

    def __init__(self, iterable, /):
        self._it = _itertools.cycle(iter(iterable))


class repeat:
    """The same thing, for ever or a number of times."""

    __slots__ = ("_object", "_left")

    def __init__(self, object, times=_absent):
        self._object = object
        if times is _absent:
            self._left = None
        else:
            self._left = max(0, operator.index(times))

    def __iter__(self):
        return self

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError("len() of unsized object")
        return self._left

    def __repr__(self):
        if self._left is None:
            return "repeat(%r)" % (self._object,)
        return "repeat(%r, %d)" % (self._object, self._left)


class accumulate(_itertools.lazy):
    """Running totals, or running results of another function."""

    __slots__ = ()

    def __init__(self, iterable, func=None, *, initial=None):
        self._it = _itertools.accumulate(iter(iterable), func, initial)


class batched(_itertools.lazy):
    """Tuples of n items, the last perhaps shorter."""

    __slots__ = ()

    def __init__(self, iterable, n, *, strict=False):
        n = operator.index(n)
        if n < 1:
            raise ValueError("n must be at least one")
        self._it = _run_batched(iter(iterable), n, strict)


def _run_batched(it, n, strict):
    batch = []
    for item in it:
        batch.append(item)
        if len(batch) == n:
            yield tuple(batch)
            batch = []
    if batch:
        if strict:
            raise ValueError("batched(): incomplete batch")
        yield tuple(batch)


class compress(_itertools.lazy):
    """The items whose selector is true."""

    __slots__ = ()

    def __init__(self, data, selectors):
        self._it = _itertools.compress(iter(data), iter(selectors))


class dropwhile(_itertools.lazy):
    """The items from the first that fails the test on."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._it = _itertools.dropwhile(predicate, iter(iterable))


class takewhile(_itertools.lazy):
    """The items before the first that fails the test."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        self._it = _itertools.takewhile(predicate, iter(iterable))


class filterfalse(_itertools.lazy):
    """The items that fail the test."""

    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._it = _itertools.filterfalse(function, iter(iterable))


class starmap(_itertools.lazy):
    """function(*item) of each item."""

    __slots__ = ()

    def __init__(self, function, iterable, /):
        self._it = _itertools.starmap(function, iter(iterable))


class pairwise(_itertools.lazy):
    """Each item with its successor."""

    __slots__ = ()

    def __init__(self, iterable, /):
        self._it = _itertools.pairwise(iter(iterable))


def _limit(value, text):
    if value is None:
        return None
    try:
        value = operator.index(value)
    except TypeError:
        raise ValueError(text) from None
    if value < 0:
        raise ValueError(text)
    return value


_stop_text = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."


class islice(_itertools.lazy):
    """A slice of an iterable, by counting."""

    __slots__ = ()

    def __init__(self, iterable, *args):
        if len(args) == 1 and type(args[0]) is int and args[0] >= 0:
            self._it = _itertools.islice(iter(iterable), 0, args[0], 1)
            return
        if not 1 <= len(args) <= 3:
            few = not args
            raise TypeError("islice expected at %s %d arguments, got %d"
                            % ("least" if few else "most", 2 if few else 4, len(args) + 1))
        if len(args) == 1:
            stop = _limit(args[0], _stop_text)
            start, step = 0, 1
        else:
            text = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
            start = _limit(args[0], text) or 0
            stop = _limit(args[1], _stop_text)
            step = 1
            if len(args) == 3 and args[2] is not None:
                text = "Step for islice() must be a positive integer or None."
                step = _limit(args[2], text)
                if step == 0:
                    raise ValueError(text)
        self._it = _itertools.islice(iter(iterable), start, stop, step)


class product(_itertools.lazy):
    """All tuples with one item of each input, the last changing fastest."""

    __slots__ = ()

    def __init__(self, *iterables, repeat=1):
        repeat = operator.index(repeat)
        if repeat < 0:
            raise ValueError("repeat argument cannot be negative")
        self._it = _itertools.product([tuple(i) for i in iterables] * repeat)


class permutations(_itertools.lazy):
    """All arrangements of r items."""

    __slots__ = ()

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is not None:
            if not isinstance(r, int):
                raise TypeError("Expected int as r")
            if r < 0:
                raise ValueError("r must be non-negative")
        self._it = _itertools.permutations(pool, len(pool) if r is None else r)


class combinations(_itertools.lazy):
    """All choices of r items, in the order of the input."""

    __slots__ = ()

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        r = operator.index(r)
        if r < 0:
            raise ValueError("r must be non-negative")
        self._it = _itertools.combinations(pool, r, 1)


class combinations_with_replacement(_itertools.lazy):
    """The same, each item taken as often as wanted."""

    __slots__ = ()

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        r = operator.index(r)
        if r < 0:
            raise ValueError("r must be non-negative")
        self._it = _itertools.combinations(pool, r, 0)


class zip_longest(_itertools.lazy):
    """zip to the end of the longest."""

    __slots__ = ()

    def __init__(self, *iterables, fillvalue=None):
        self._it = _itertools.zip_longest([iter(i) for i in iterables], fillvalue)


class groupby:
    """Runs of items with the same key, as pairs of key and iterator."""

    __slots__ = ("_it", "_key", "_current", "_value", "_group", "__weakref__")

    def __init__(self, iterable, key=None):
        self._it = iter(iterable)
        self._key = key
        self._current = self._value = _absent
        self._group = None

    def __iter__(self):
        return self

    def _advance(self):
        value = next(self._it)
        self._current = value if self._key is None else self._key(value)
        self._value = value

    def __next__(self):
        before = self._group.key if self._group is not None else _absent
        self._group = None
        while self._current is _absent or (before is not _absent and self._current == before):
            self._advance()
        self._group = _grouper(self, self._current)
        return self._current, self._group


class _grouper:
    """The items of one run; it ends when its groupby moves on."""

    __slots__ = ("_parent", "key")

    def __init__(self, parent, key):
        self._parent = parent
        self.key = key

    def __iter__(self):
        return self

    def __next__(self):
        parent = self._parent
        if parent._group is not self:
            raise StopIteration
        if parent._value is _absent:
            parent._advance()
        if not parent._current == self.key:
            raise StopIteration
        value = parent._value
        parent._value = _absent
        return value


class _tee:
    """One of several readers of the same iterator.

    Items stand in a chain of [item, rest] cells, which the slowest reader
    keeps alive.
    """

    __slots__ = ("_source", "_cell", "__weakref__")

    def __init__(self, iterable, cell=None):
        if isinstance(iterable, _tee):
            self._source, self._cell = iterable._source, iterable._cell
        else:
            self._source = iter(iterable)
            self._cell = [None, None] if cell is None else cell

    def __iter__(self):
        return self

    def __next__(self):
        cell = self._cell
        if cell[1] is None:
            cell[0] = next(self._source)
            cell[1] = [None, None]
        self._cell = cell[1]
        return cell[0]

    def __copy__(self):
        return _tee(self)


def tee(iterable, n=2, /):
    """n independent iterators over one iterable."""
    n = operator.index(n)
    if n < 0:
        raise ValueError("n must be >= 0")
    if n == 0:
        return ()
    first = _tee(iterable)
    return (first,) + tuple(_tee(first) for _ in range(n - 1))
