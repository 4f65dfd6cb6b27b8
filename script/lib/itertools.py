"""Iterators made of iterators."""

from _itertools import (accumulate, batched, chain, combinations, combinations_with_replacement, compress, count, cycle,
                        dropwhile, filterfalse, groupby, islice, pairwise, permutations, product, repeat, starmap,
                        takewhile, tee, zip_longest)

__all__ = ["accumulate", "batched", "chain", "combinations",
           "combinations_with_replacement", "compress", "count", "cycle", "dropwhile",
           "filterfalse", "groupby", "islice", "pairwise", "permutations", "product",
           "repeat", "starmap", "takewhile", "tee", "zip_longest"]
