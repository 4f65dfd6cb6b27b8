"""Objects laid out over lines."""

import sys

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False,
           sort_dicts=True, underscore_numbers=False):
    """Prints an object."""
    PrettyPrinter(indent=indent, width=width, depth=depth, stream=stream, compact=compact,
                  sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
            underscore_numbers=False):
    """The text of an object."""
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact,
                         sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """pprint with dicts in their own order."""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """A repr that survives recursion."""
    return PrettyPrinter()._flat(object, (), 0)[0]


def isreadable(object):
    """Whether the text could be read back."""
    return PrettyPrinter()._flat(object, (), 0)[1]


def isrecursive(object):
    """Whether the object holds itself."""
    return PrettyPrinter()._flat(object, (), 0)[2]


class _Order:
    """Sorts objects of any types."""

    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


class PrettyPrinter:
    """Lays objects out by settings."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False,
                 sort_dicts=True, underscore_numbers=False):
        if int(indent) < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent, self._width, self._depth = int(indent), int(width), depth
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort = sort_dicts
        self._underscores = underscore_numbers

    def pprint(self, object):
        """Prints an object."""
        self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        """The text of an object."""
        out = []
        self._lay(object, out, 0, 0, (), 0)
        return "".join(out)

    def isreadable(self, object):
        """Whether the text could be read back."""
        _, readable, recursive = self._flat(object, (), 0)
        return readable and not recursive

    def isrecursive(self, object):
        """Whether the object holds itself."""
        return self._flat(object, (), 0)[2]

    def _flat(self, obj, above, level):
        """The text on one line, whether readable, whether recursive."""
        kind = type(obj)
        if kind is int and self._underscores:
            return format(obj, "_d"), True, False
        plain = getattr(kind, "__repr__", None)
        is_dict = issubclass(kind, dict) and plain is dict.__repr__
        is_seq = (issubclass(kind, list) and plain is list.__repr__) or (
            issubclass(kind, tuple) and plain is tuple.__repr__)
        if not is_dict and not is_seq:
            text = repr(obj)
            return text, bool(text) and not text.startswith("<"), False
        if not obj:
            return repr(obj), True, False
        left, right = ("{", "}") if is_dict else ("[", "]") if issubclass(kind, list) \
            else ("(", ",)" if len(obj) == 1 else ")")
        if self._depth and level >= self._depth:
            return (left + "..." + right), False, False
        if id(obj) in above:
            return "<Recursion on %s with id=%s>" % (kind.__name__, id(obj)), False, True
        above += (id(obj),)
        pieces, readable, recursive = [], True, False
        for item in (self._pairs(obj) if is_dict else [(None, i) for i in obj]):
            texts = []
            for part in item if is_dict else item[1:]:
                text, good, loops = self._flat(part, above, level + 1)
                texts.append(text)
                readable, recursive = readable and good, recursive or loops
            pieces.append(": ".join(texts))
        return left + ", ".join(pieces) + right, readable, recursive

    def _pairs(self, mapping):
        if self._sort:
            return sorted(mapping.items(), key=lambda p: (_Order(p[0]), _Order(p[1])))
        return list(mapping.items())

    def _lay(self, obj, out, indent, after, above, level):
        """Writes obj, which begins at column indent and has after characters behind it."""
        level += 1
        text = self._flat(obj, above, level - 1)[0]
        if id(obj) in above or len(text) <= self._width - indent - after:
            out.append(text)
            return
        method = self._method(obj)
        if method is None:
            out.append(text)
            return
        method(obj, out, indent, after, above + (id(obj),), level)

    def _method(self, obj):
        kind = type(obj)
        plain = kind.__repr__
        for base, method in ((dict, self._dict), (list, self._list), (tuple, self._tuple),
                             (set, self._set), (frozenset, self._set), (str, self._str),
                             (bytes, self._bytes), (bytearray, self._bytearray)):
            if issubclass(kind, base) and plain is base.__repr__:
                return method
        if hasattr(obj, "__dataclass_fields__") and not isinstance(obj, type) \
                and obj.__dataclass_params__.repr:
            return self._dataclass
        name = kind.__name__
        if name == "SimpleNamespace":
            return self._namespace
        if name == "mappingproxy":
            return self._proxy
        if kind.__module__ == "collections" and name in ("OrderedDict", "Counter", "defaultdict",
                                                         "deque", "ChainMap"):
            return getattr(self, "_" + name)
        if kind.__module__ == "collections" and name in ("UserDict", "UserList", "UserString"):
            return self._data
        return None

    def _dict(self, obj, out, indent, after, above, level):
        out.append("{" + " " * (self._indent - 1))
        self._rows(self._pairs(obj), out, indent, after + 1, above, level)
        out.append("}")

    def _rows(self, pairs, out, indent, after, above, level):
        indent += self._indent
        for i, (key, value) in enumerate(pairs):
            last = i == len(pairs) - 1
            name = self._flat(key, above, level)[0]
            out.append(name + ": ")
            self._lay(value, out, indent + len(name) + 2, after if last else 1, above, level)
            if not last:
                out.append(",\n" + " " * indent)

    def _list(self, obj, out, indent, after, above, level):
        out.append("[")
        self._items(list(obj), out, indent, after + 1, above, level)
        out.append("]")

    def _tuple(self, obj, out, indent, after, above, level):
        end = ",)" if len(obj) == 1 else ")"
        out.append("(")
        self._items(list(obj), out, indent, after + len(end), above, level)
        out.append(end)

    def _set(self, obj, out, indent, after, above, level):
        kind = type(obj)
        left, right = "{", "}"
        if kind is not set:
            left, right = kind.__name__ + "({", "})"
            indent += len(kind.__name__) + 1
        out.append(left)
        self._items(sorted(obj, key=_Order), out, indent, after + len(right), above, level)
        out.append(right)

    def _items(self, items, out, indent, after, above, level):
        indent += self._indent
        if self._indent > 1:
            out.append(" " * (self._indent - 1))
        room = width = self._width - indent + 1
        first = True
        for i, item in enumerate(items):
            last = i == len(items) - 1
            tail = after if last else 0
            if last:
                room -= after
                width -= after
            if self._compact:
                size = len(self._flat(item, above, level)[0]) + 2
                if room < size:
                    room = width
                    if not first:
                        out.append(",\n" + " " * indent)
                        first = True
                if room >= size:
                    room -= size
                    out.append(("" if first else ", ") + self._flat(item, above, level)[0])
                    first = False
                    continue
            if not first:
                out.append(",\n" + " " * indent)
            first = False
            self._lay(item, out, indent, tail if last else 1, above, level)

    def _str(self, text, out, indent, after, above, level):
        """Breaks a string between words into several literals."""
        pieces = []
        rows = text.splitlines(True)
        if level == 1:
            indent += 1
            after += 1
        room = width = self._width - indent
        for i, row in enumerate(rows):
            last_row = i == len(rows) - 1
            shown = repr(row)
            if last_row:
                width -= after
            if len(shown) <= width:
                pieces.append(shown)
                continue
            words, at = [], 0
            while at < len(row):
                end = at
                while end < len(row) and not row[end].isspace():
                    end += 1
                while end < len(row) and row[end].isspace():
                    end += 1
                words.append(row[at:end])
                at = end
            room, current = width, ""
            if last_row:
                room = width + after
            for j, word in enumerate(words):
                longer = current + word
                if last_row and j == len(words) - 1:
                    room -= after
                if len(repr(longer)) > room:
                    if current:
                        pieces.append(repr(current))
                    current = word
                else:
                    current = longer
            if current:
                pieces.append(repr(current))
        if len(pieces) == 1:
            out.append(pieces[0])
            return
        joined = ("\n" + " " * indent).join(pieces)
        out.append("(" + joined + ")" if level == 1 else joined)

    def _bytes(self, data, out, indent, after, above, level):
        """Breaks bytes into several literals of whole groups of four."""
        if level == 1:
            indent += 1
            after += 1
        room = self._width - indent
        pieces, current = [], b""
        for at in range(0, len(data), 4):
            if at == len(data) // 4 * 4:
                room -= after
            longer = current + data[at:at + 4]
            if current and len(repr(longer)) > room:
                pieces.append(repr(current))
                current = data[at:at + 4]
            else:
                current = longer
        pieces.append(repr(current))
        joined = ("\n" + " " * indent).join(pieces)
        out.append("(" + joined + ")" if level == 1 and len(data) > 4 else joined)

    def _bytearray(self, data, out, indent, after, above, level):
        out.append("bytearray(")
        self._bytes(bytes(data), out, indent + 10, after + 1, above, level + 1)
        out.append(")")

    def _data(self, obj, out, indent, after, above, level):
        self._lay(obj.data, out, indent, after, above, level - 1)

    def _ChainMap(self, obj, out, indent, after, above, level):
        indent += 9
        out.append("ChainMap(")
        for i, mapping in enumerate(obj.maps):
            last = i == len(obj.maps) - 1
            self._lay(mapping, out, indent, after + 1 if last else 1, above, level)
            out.append(")" if last else ",\n" + " " * indent)

    def _proxy(self, obj, out, indent, after, above, level):
        out.append("mappingproxy(")
        self._lay(obj.copy(), out, indent + 13, after + 1, above, level)
        out.append(")")

    def _fields(self, pairs, out, indent, after, above, level):
        for i, (name, value) in enumerate(pairs):
            last = i == len(pairs) - 1
            out.append(name + "=")
            if id(value) in above:
                out.append("...")
            else:
                self._lay(value, out, indent + len(name) + 1, after if last else 1, above, level)
            if not last:
                out.append(",\n" + " " * indent)

    def _dataclass(self, obj, out, indent, after, above, level):
        name = type(obj).__name__
        pairs = [(f.name, getattr(obj, f.name)) for f in obj.__dataclass_fields__.values()
                 if f.repr and f._field_type.name == "_FIELD"]
        out.append(name + "(")
        self._fields(pairs, out, indent + len(name) + 1, after, above, level)
        out.append(")")

    def _namespace(self, obj, out, indent, after, above, level):
        out.append("namespace(")
        self._fields(list(obj.__dict__.items()), out, indent + 10, after, above, level)
        out.append(")")

    def _OrderedDict(self, obj, out, indent, after, above, level):
        name = type(obj).__name__
        out.append(name + "(")
        self._list_of_pairs(obj, out, indent + len(name) + 1, after + 1, above, level)
        out.append(")")

    def _list_of_pairs(self, obj, out, indent, after, above, level):
        """[(key, value), ...], each value laid out behind its key."""
        out.append("[")
        indent += self._indent
        if self._indent > 1:
            out.append(" " * (self._indent - 1))
        pairs = list(obj.items())
        for i, (key, value) in enumerate(pairs):
            last = i == len(pairs) - 1
            text = self._flat((key, value), above, level)[0]
            if len(text) <= self._width - indent - (after + 1 if last else 1):
                out.append(text)
            else:
                name = self._flat(key, above, level)[0]
                out.append("(" + name + ",\n" + " " * (indent + 1))
                self._lay(value, out, indent + 1, after + 2 if last else 2, above, level)
                out.append(")")
            if not last:
                out.append(",\n" + " " * indent)
        out.append("]")

    def _Counter(self, obj, out, indent, after, above, level):
        name = type(obj).__name__
        out.append(name + "({" + " " * (self._indent - 1))
        self._rows(obj.most_common(), out, indent + len(name) + 1, after + 2, above, level)
        out.append("})")

    def _defaultdict(self, obj, out, indent, after, above, level):
        factory = repr(obj.default_factory)
        indent += len(type(obj).__name__) + 1
        out.append("%s(%s,\n%s" % (type(obj).__name__, factory, " " * indent))
        self._dict(obj, out, indent, after + 1, above, level)
        out.append(")")

    def _deque(self, obj, out, indent, after, above, level):
        name = type(obj).__name__
        indent += len(name) + 1
        out.append(name + "([")
        if obj.maxlen is None:
            self._items(list(obj), out, indent, after + 2, above, level)
            out.append("])")
        else:
            self._items(list(obj), out, indent, 2, above, level)
            out.append("],\n%smaxlen=%d)" % (" " * indent, obj.maxlen))
