"""Representations of limited size, and of containers that hold themselves."""

__all__ = ["Repr", "repr", "recursive_repr"]

_full_repr = repr


def recursive_repr(fillvalue="..."):
    """Decorates __repr__ so that meeting the same object again gives fillvalue."""

    def decorate(method):
        active = set()

        def guarded(self):
            mark = id(self)
            if mark in active:
                return fillvalue
            active.add(mark)
            try:
                return method(self)
            finally:
                active.discard(mark)

        guarded.__name__ = method.__name__
        guarded.__qualname__ = method.__qualname__
        guarded.__module__ = method.__module__
        guarded.__doc__ = method.__doc__
        guarded.__wrapped__ = method
        return guarded

    return decorate


class Repr:
    """Shortens what it shows by a limit for each type."""

    def __init__(self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4,
                 maxset=6, maxfrozenset=6, maxdeque=6, maxstring=30, maxlong=40,
                 maxother=30, fillvalue="...", indent=None):
        self.maxlevel = maxlevel
        self.maxtuple = maxtuple
        self.maxlist = maxlist
        self.maxarray = maxarray
        self.maxdict = maxdict
        self.maxset = maxset
        self.maxfrozenset = maxfrozenset
        self.maxdeque = maxdeque
        self.maxstring = maxstring
        self.maxlong = maxlong
        self.maxother = maxother
        self.fillvalue = fillvalue
        self.indent = indent

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        name = type(x).__name__.replace(" ", "_")
        method = getattr(self, "repr_" + name, None)
        if method is not None:
            return method(x, level)
        return self.repr_instance(x, level)

    def _cut(self, text, limit):
        if len(text) <= limit:
            return text
        keep = max(0, limit - len(self.fillvalue))
        front = keep // 2
        back = keep - front
        return text[:front] + self.fillvalue + text[len(text) - back:]

    def _series(self, items, count, level, left, right, limit, trail=""):
        if level <= 0 and count:
            body = self.fillvalue
        else:
            pieces = []
            for item in items:
                if len(pieces) == limit:
                    break
                pieces.append(self.repr1(item, level - 1))
            if count > limit:
                pieces.append(self.fillvalue)
            body = ", ".join(pieces)
            if count == 1 and trail:
                right = trail + right
        return left + body + right

    def repr_tuple(self, x, level):
        return self._series(x, len(x), level, "(", ")", self.maxtuple, ",")

    def repr_list(self, x, level):
        return self._series(x, len(x), level, "[", "]", self.maxlist)

    def repr_deque(self, x, level):
        return self._series(x, len(x), level, "deque([", "])", self.maxdeque)

    def repr_set(self, x, level):
        if not x:
            return "set()"
        return self._series(_ordered(x), len(x), level, "{", "}", self.maxset)

    def repr_frozenset(self, x, level):
        if not x:
            return "frozenset()"
        return self._series(_ordered(x), len(x), level, "frozenset({", "})", self.maxfrozenset)

    def repr_dict(self, x, level):
        if not x:
            return "{}"
        if level <= 0:
            return "{" + self.fillvalue + "}"
        pieces = []
        for key in _ordered(x)[:self.maxdict]:
            pieces.append(self.repr1(key, level - 1) + ": " + self.repr1(x[key], level - 1))
        if len(x) > self.maxdict:
            pieces.append(self.fillvalue)
        return "{" + ", ".join(pieces) + "}"

    def repr_str(self, x, level):
        text = _full_repr(x[:self.maxstring])
        if len(text) <= self.maxstring and len(x) <= self.maxstring:
            return text
        keep = max(0, self.maxstring - len(self.fillvalue))
        front = keep // 2
        back = keep - front
        text = _full_repr(x[:front] + x[len(x) - back:])
        return text[:front] + self.fillvalue + text[len(text) - back:]

    def repr_int(self, x, level):
        return self._cut(_full_repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = _full_repr(x)
        except Exception:
            return "<%s instance at %#x>" % (type(x).__name__, id(x))
        return self._cut(text, self.maxother)


def _ordered(items):
    try:
        return sorted(items)
    except Exception:
        return list(items)


aRepr = Repr()
repr = aRepr.repr
