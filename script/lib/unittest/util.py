"""How values are shown in messages."""

import os.path
from collections import Counter

__unittest = True

_LONGEST = 80
_HEAD = _TAIL = _COMMON = 5
_MARK = len("[%d chars]") + 2
_DIFFERENT = _LONGEST - (_HEAD + _MARK + _COMMON + _MARK + _TAIL)
_MAX_LENGTH = _LONGEST


def safe_repr(obj, short=False):
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _LONGEST:
        return text[:_LONGEST] + " [truncated]..."
    return text


def _squeeze(text, head, tail):
    left_out = len(text) - head - tail
    if left_out <= _MARK:
        return text
    return f"{text[:head]}[{left_out} chars]{text[len(text) - tail:]}"


def _common_shorten_repr(*args):
    texts = tuple(safe_repr(arg) for arg in args)
    longest = max(map(len, texts))
    if longest <= _LONGEST:
        return texts
    shared = os.path.commonprefix(texts)
    n = len(shared)
    room = _LONGEST - (longest - n + _HEAD + _MARK)
    if room > _COMMON:
        shared = _squeeze(shared, _HEAD, room)
        return tuple(shared + text[n:] for text in texts)
    shared = _squeeze(shared, _HEAD, _COMMON)
    return tuple(shared + _squeeze(text[n:], _DIFFERENT, _TAIL) for text in texts)


def strclass(cls):
    return f"{cls.__module__}.{cls.__qualname__}"


def count_differences(first, second):
    """Triples (count in first, count in second, element) where they differ."""
    try:
        a, b = Counter(first), Counter(second)
    except TypeError:
        return _count_by_equality(first, second)
    out = [(n, b[x], x) for x, n in a.items() if n != b[x]]
    out += [(0, n, x) for x, n in b.items() if x not in a]
    return out


def _count_by_equality(first, second):
    out, seen = [], []
    for x in first:
        if any(x == y for y in seen):
            continue
        seen.append(x)
        n, m = sum(y == x for y in first), sum(y == x for y in second)
        if n != m:
            out.append((n, m, x))
    for x in second:
        if any(x == y for y in seen):
            continue
        seen.append(x)
        out.append((0, sum(y == x for y in second), x))
    return out
