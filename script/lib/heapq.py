"""Priority queues in a plain list: the smallest item stays at index 0."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge",
           "nlargest", "nsmallest", "heappushpop"]


def _rise(heap, pos, low):
    """Moves the item at pos up towards low, to where its parent is not larger."""
    item = heap[pos]
    while pos > low:
        up = (pos - 1) >> 1
        parent = heap[up]
        if not item < parent:
            break
        heap[pos] = parent
        pos = up
    heap[pos] = item


def _sink(heap, pos):
    """Moves the hole at pos to the bottom along smaller children, then lifts.

    The order of comparisons is CPython's, which a program can see where items
    are equal.
    """
    size = len(heap)
    low = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < size:
        right = child + 1
        if right < size and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _rise(heap, pos, low)


def _rise_max(heap, pos, low):
    item = heap[pos]
    while pos > low:
        up = (pos - 1) >> 1
        parent = heap[up]
        if not parent < item:
            break
        heap[pos] = parent
        pos = up
    heap[pos] = item


def _sink_max(heap, pos):
    size = len(heap)
    low = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < size:
        right = child + 1
        if right < size and not heap[right] < heap[child]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _rise_max(heap, pos, low)


def heappush(heap, item):
    """Adds item."""
    heap.append(item)
    _rise(heap, len(heap) - 1, 0)


def heappop(heap):
    """Takes the smallest item; IndexError when there is none."""
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    top = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return top


def heapreplace(heap, item):
    """Takes the smallest item, then adds item."""
    if not heap:
        raise IndexError("index out of range")
    top = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return top


def heappushpop(heap, item):
    """Adds item, then takes the smallest."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(x):
    """Reorders a list to be a heap."""
    for pos in range(len(x) // 2 - 1, -1, -1):
        _sink(x, pos)


def _heapify_max(x):
    for pos in range(len(x) // 2 - 1, -1, -1):
        _sink_max(x, pos)


def _heappop_max(heap):
    last = heap.pop()
    if not heap:
        return last
    top = heap[0]
    heap[0] = last
    _sink_max(heap, 0)
    return top


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
        sink = _sink_max
    else:
        heapify(heap)
        sink = _sink
    while heap:
        entry = heap[0]
        yield entry[2]
        for value in entry[3]:
            entry[2] = value
            entry[0] = value if key is None else key(value)
            sink(heap, 0)
            break
        else:
            last = heap.pop()
            if heap:
                heap[0] = last
                sink(heap, 0)


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
