"""Reads JSON by recursive descent."""

__all__ = ["JSONDecoder", "JSONDecodeError"]

_space = " \t\n\r"
_escapes = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r",
            "t": "\t"}
_constants = {"NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf")}
_hex = frozenset("0123456789abcdefABCDEF")


class JSONDecodeError(ValueError):
    """A text that is not JSON, with the place."""

    def __init__(self, msg, doc, pos):
        line = doc.count("\n", 0, pos) + 1
        column = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, line, column, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = line
        self.colno = column

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class JSONDecoder:
    """Turns texts into objects."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None,
                 parse_constant=None, strict=True, object_pairs_hook=None):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _constants.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook

    def decode(self, s):
        """The object of a whole text."""
        obj, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The object at idx, and where it ends."""
        if idx < 0:
            raise ValueError("idx cannot be negative")
        return self._value(s, idx)

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return self._string(s, at + 1)
        if c == "{":
            return self._object(s, at + 1)
        if c == "[":
            return self._array(s, at + 1)
        if c == "n" and s.startswith("null", at):
            return None, at + 4
        if c == "t" and s.startswith("true", at):
            return True, at + 4
        if c == "f" and s.startswith("false", at):
            return False, at + 5
        if c and c in "-0123456789":
            number = self._number(s, at)
            if number is not None:
                return number
        for word in _constants:
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        raise JSONDecodeError("Expecting value", s, at)

    def _number(self, s, at):
        end = _digits(s, at + 1 if s[at] == "-" else at)
        start = at + 1 if s[at] == "-" else at
        if end == start:
            return None
        if s[start] == "0":
            end = start + 1
        whole = end
        if s[end:end + 1] == ".":
            more = _digits(s, end + 1)
            if more > end + 1:
                end = more
        if s[end:end + 1] in ("e", "E"):
            digits = end + 1
            if s[digits:digits + 1] in ("+", "-"):
                digits += 1
            more = _digits(s, digits)
            if more > digits:
                end = more
        if end == whole:
            return self.parse_int(s[at:end]), end
        return self.parse_float(s[at:end]), end

    def _string(self, s, at):
        begin = at - 1
        pieces = []
        size = len(s)
        start = at
        while True:
            while at < size:
                c = s[at]
                if c == '"' or c == "\\" or c < " ":
                    break
                at += 1
            else:
                raise JSONDecodeError("Unterminated string starting at", s, begin)
            if at > start:
                pieces.append(s[start:at])
            if c == '"':
                return "".join(pieces), at + 1
            if c != "\\":
                if self.strict:
                    raise JSONDecodeError("Invalid control character at", s, at)
                pieces.append(c)
                at += 1
            else:
                at += 1
                if at >= size:
                    raise JSONDecodeError("Unterminated string starting at", s, begin)
                escape = s[at]
                if escape == "u":
                    code = _four(s, at)
                    at += 5
                    if 0xd800 <= code <= 0xdbff and s[at:at + 2] == "\\u":
                        low = _four(s, at + 1)
                        if 0xdc00 <= low <= 0xdfff:
                            code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)
                            at += 6
                    pieces.append(chr(code))
                elif escape in _escapes:
                    pieces.append(_escapes[escape])
                    at += 1
                else:
                    raise JSONDecodeError("Invalid \\escape", s, at - 1)
            start = at

    def _array(self, s, at):
        values = []
        at = _skip(s, at)
        if s[at:at + 1] == "]":
            return values, at + 1
        while True:
            value, at = self._value(s, at)
            values.append(value)
            at = _skip(s, at)
            c = s[at:at + 1]
            if c == "]":
                return values, at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s[at:at + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)

    def _object(self, s, at):
        pairs = []
        at = _skip(s, at)
        if s[at:at + 1] == "}":
            return self._hooked(pairs), at + 1
        if s[at:at + 1] != '"':
            raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
        while True:
            key, at = self._string(s, at + 1)
            at = _skip(s, at)
            if s[at:at + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, at)
            value, at = self._value(s, _skip(s, at + 1))
            pairs.append((key, value))
            at = _skip(s, at)
            c = s[at:at + 1]
            if c == "}":
                return self._hooked(pairs), at + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _skip(s, at + 1)
            if s[at:at + 1] != '"':
                if s[at:at + 1] == "}":
                    raise JSONDecodeError("Illegal trailing comma before end of object", s,
                                          comma)
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)

    def _hooked(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)


def _skip(s, at):
    size = len(s)
    while at < size and s[at] in _space:
        at += 1
    return at


def _digits(s, at):
    size = len(s)
    while at < size and "0" <= s[at] <= "9":
        at += 1
    return at


def _four(s, at):
    """The code of the four digits after the u at position at."""
    digits = s[at + 1:at + 5]
    if len(digits) != 4 or not all(d in _hex for d in digits):
        raise JSONDecodeError("Invalid \\uXXXX escape", s, at)
    return int(digits, 16)
