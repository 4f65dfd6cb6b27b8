"""Priority queues in a plain list: the smallest item stays at index 0."""

from _heapq import (_heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush,
                    heappushpop, heapreplace)

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge",
           "nlargest", "nsmallest", "heappushpop"]


def merge(*iterables, key=None, reverse=False):
    """Yields the items of sorted inputs in order."""
    heap = []
    direction = -1 if reverse else 1
    for order, iterable in enumerate(iterables):
        it = iter(iterable)
        for value in it:
            rank = value if key is None else key(value)
            heap.append([rank, order * direction, value, it])
            break
    if reverse:
        _heapify_max(heap)
        replace, drop = _heapreplace_max, _heappop_max
    else:
        heapify(heap)
        replace, drop = heapreplace, heappop
    while heap:
        entry = heap[0]
        yield entry[2]
        for value in entry[3]:
            entry[2] = value
            entry[0] = value if key is None else key(value)
            replace(heap, entry)
            break
        else:
            drop(heap)


def nsmallest(n, iterable, key=None):
    """The n smallest items, sorted."""
    if n == 1:
        sentinel = object()
        best = min(iterable, default=sentinel, key=key)
        return [] if best is sentinel else [best]
    return sorted(iterable, key=key)[:max(0, n)]


def nlargest(n, iterable, key=None):
    """The n largest items, largest first."""
    if n == 1:
        sentinel = object()
        best = max(iterable, default=sentinel, key=key)
        return [] if best is sentinel else [best]
    return sorted(iterable, key=key, reverse=True)[:max(0, n)]
