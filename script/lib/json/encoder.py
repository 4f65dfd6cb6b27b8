"""Writes JSON."""

from _json import encode as _encode, quote as _quote

__all__ = ["JSONEncoder"]


def encode_basestring(s):
    """A JSON string that keeps characters beyond ASCII."""
    return _quote(s, False)


def encode_basestring_ascii(s):
    """A JSON string in ASCII."""
    return _quote(s, True)


class JSONEncoder:
    """Turns objects into texts."""

    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
                 sort_keys=False, indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """What to write instead of an object of an unknown type."""
        raise TypeError("Object of type %s is not JSON serializable" % o.__class__.__name__)

    def encode(self, o):
        """The text of o."""
        if isinstance(o, str):
            return _quote(o, bool(self.ensure_ascii))
        return "".join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """The text of o in pieces; as one, if nobody writes them one by one."""
        if _one_shot:
            return (_encode(self, o),)
        return self._pieces(o, "\n", {} if self.check_circular else None)

    def _float(self, o):
        if o == o and o not in (float("inf"), float("-inf")):
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return "NaN" if o != o else ("Infinity" if o > 0 else "-Infinity")

    def _simple(self, o):
        """The text of an object that is no container; None for others."""
        if isinstance(o, str):
            return _quote(o, bool(self.ensure_ascii))
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _pieces(self, o, newline, active):
        text = self._simple(o)
        if text is not None:
            yield text
            return
        is_dict = isinstance(o, dict)
        is_list = isinstance(o, (list, tuple))
        if (is_dict or is_list) and not o:
            yield "{}" if is_dict else "[]"
            return
        if active is not None:
            if id(o) in active:
                raise ValueError("Circular reference detected")
            active[id(o)] = o
        if is_dict:
            yield from self._dict(o, newline, active)
        elif is_list:
            yield from self._list(o, newline, active)
        else:
            yield from self._pieces(self.default(o), newline, active)
        if active is not None:
            del active[id(o)]

    def _layout(self, newline):
        """The newline inside, the separator between items."""
        if self.indent is None:
            return None, self.item_separator
        step = self.indent if isinstance(self.indent, str) else " " * self.indent
        inner = newline + step
        return inner, self.item_separator + inner

    def _list(self, items, newline, active):
        inner, separator = self._layout(newline)
        before = "[" if inner is None else "[" + inner
        for value in items:
            text = self._simple(value)
            if text is None:
                yield before
                yield from self._pieces(value, inner, active)
            else:
                yield before + text
            before = separator
        yield "]" if inner is None else newline + "]"

    def _key(self, key):
        """The string of a key; None when it is to be left out."""
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError("keys must be str, int, float, bool or None, not "
                        + key.__class__.__name__)

    def _dict(self, mapping, newline, active):
        inner, separator = self._layout(newline)
        yield "{" if inner is None else "{" + inner
        first = True
        pairs = mapping.items()
        for key, value in (sorted(pairs) if self.sort_keys else pairs):
            name = self._key(key)
            if name is None:
                continue
            if not first:
                yield separator
            first = False
            yield _quote(name, bool(self.ensure_ascii))
            yield self.key_separator
            yield from self._pieces(value, inner, active)
        yield "}" if inner is None else newline + "}"
