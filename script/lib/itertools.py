"""Iterators made of iterators."""

import operator
from _itertools import (accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle,
                        dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap,
                        takewhile, zip_longest)

__all__ = ["accumulate", "batched", "chain", "combinations",
           "combinations_with_replacement", "compress", "count", "cycle", "dropwhile",
           "filterfalse", "groupby", "islice", "pairwise", "permutations", "product",
           "repeat", "starmap", "takewhile", "tee", "zip_longest"]


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
