"""Reading TOML."""

import datetime
import re

__all__ = ["loads", "load", "TOMLDecodeError"]

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_NUMBER = re.compile(
    r"0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)"
    r"|[+-]?(?:0|[1-9](?:_?[0-9])*)(?P<float>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)"
)
_CLOCK = r"([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?"
_TIME = re.compile(_CLOCK)
_DATE = re.compile(rf"([0-9]{{4}})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[Tt ]{_CLOCK}(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?")
_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}
_CONTROL = frozenset(map(chr, range(32))) - {"\t"} | {"\x7f"}


class TOMLDecodeError(ValueError):
    """A text that is no TOML."""


def load(fp, /, *, parse_float=float):
    """Read a file that is open in binary mode."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """Read a text."""
    text = s.replace("\r\n", "\n")
    return _Reader(text, _safe(parse_float)).document()


def _safe(parse_float):
    if parse_float is float:
        return float

    def parse(text):
        value = parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError("parse_float must not return dicts or lists")
        return value

    return parse


class _Reader:
    """Reads one text; at is where."""

    def __init__(self, text, parse_float):
        self.text = text
        self.at = 0
        self.parse_float = parse_float
        self.root = {}
        # What may not be added to: inline tables and arrays by their identity,
        # and tables that had a header of their own or dotted keys.
        self.closed = {}
        self.headed = set()
        self.dotted = set()
        self.arrays = {}

    def fail(self, message, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            where = "at end of document"
        else:
            before = self.text[:at]
            line = before.count("\n") + 1
            where = f"at line {line}, column {at + 1 if line == 1 else at - before.rindex(chr(10))}"
        raise TOMLDecodeError(f"{message} ({where})")

    def peek(self, n=1):
        return self.text[self.at:self.at + n]

    def blanks(self):
        while self.peek() in (" ", "\t"):
            self.at += 1

    def comment(self):
        if self.peek() != "#":
            return
        end = self.text.find("\n", self.at)
        end = len(self.text) if end < 0 else end
        for i in range(self.at + 1, end):
            if self.text[i] in _CONTROL:
                self.fail(f"Found invalid character {self.text[i]!r}", i)
        self.at = end

    def lines(self):
        """Pass blanks, comments and ends of lines."""
        while True:
            begun = self.at
            while self.peek() in (" ", "\t", "\n") and self.peek():
                self.at += 1
            self.comment()
            if self.at == begun:
                return

    def document(self):
        table, header = self.root, ()
        while True:
            while self.peek() in (" ", "\t", "\n") and self.peek():
                self.at += 1
            c = self.peek()
            if not c:
                break
            if c == "[":
                table = self.header()
            elif c != "#":
                if c not in "\"'" and not _BARE.match(c):
                    self.fail("Invalid statement")
                self.pair(table, inline=False)
            self.blanks()
            self.comment()
            c = self.peek()
            if not c:
                break
            if c != "\n":
                self.fail("Expected newline or end of document after a statement")
            self.at += 1
        return self.root

    def header(self):
        several = self.peek(2) == "[["
        self.at += 2 if several else 1
        self.blanks()
        key = self.key()
        close = "]]" if several else "]"
        table = self.root
        for part in key[:-1]:
            if not several and id(table.get(part)) in self.closed:
                self.fail(f"Cannot declare {key} twice")
            table = self.inside(table, part, key)
        last = key[-1]
        old = table.get(last)
        if several:
            if old is None:
                old = table[last] = []
                self.arrays[id(old)] = old
            elif id(old) not in self.arrays:
                self.fail(f"Cannot mutate immutable namespace {key}" if id(old) in self.closed else "Cannot overwrite a value")
            new = {}
            old.append(new)
        else:
            if old is not None and (id(old) in self.headed or not isinstance(old, dict) or id(old) in self.dotted or id(old) in self.closed):
                self.fail(f"Cannot declare {key} twice")
            new = old if old is not None else table.setdefault(last, {})
        self.headed.add(id(new))
        if self.peek(len(close)) != close:
            self.fail(f"Expected {close!r} at the end of {'an array' if several else 'a table'} declaration")
        self.at += len(close)
        return new

    def inside(self, table, part, key):
        """The table under a key, made when there is none."""
        below = table.setdefault(part, {})
        if id(below) in self.closed:
            self.fail(f"Cannot mutate immutable namespace {key}")
        if isinstance(below, list):
            below = below[-1]
        if not isinstance(below, dict):
            self.fail("Cannot overwrite a value")
        return below

    def pair(self, table, inline):
        key = self.key()
        if self.peek() != "=":
            self.fail("Expected '=' after a key in a key/value pair")
        self.at += 1
        self.blanks()
        value = self.value()
        for part in key[:-1]:
            old = table.get(part)
            if old is not None and not inline and id(old) in self.headed:
                self.fail(f"Cannot redefine namespace {key[:-1]}")
            table = self.inside(table, part, key[:-1])
            if not inline:
                self.dotted.add(id(table))
        if key[-1] in table:
            self.fail(f"Duplicate inline table key {key[-1]!r}" if inline else "Cannot overwrite a value")
        table[key[-1]] = value
        if isinstance(value, (dict, list)):
            self.closed[id(value)] = value

    def key(self):
        parts = [self.key_part()]
        self.blanks()
        while self.peek() == ".":
            self.at += 1
            self.blanks()
            parts.append(self.key_part())
            self.blanks()
        return tuple(parts)

    def key_part(self):
        c = self.peek()
        if c == '"':
            return self.basic()
        if c == "'":
            return self.literal()
        m = _BARE.match(self.text, self.at)
        if not m:
            self.fail("Invalid initial character for a key part")
        self.at = m.end()
        return m[0]

    def value(self):
        c = self.peek()
        if c == '"':
            return self.long('"') if self.peek(3) == '"""' else self.basic()
        if c == "'":
            return self.long("'") if self.peek(3) == "'''" else self.literal()
        for word, value in ("true", True), ("false", False):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        if c == "[":
            return self.array()
        if c == "{":
            return self.inline_table()
        m = _DATE.match(self.text, self.at)
        if m:
            try:
                value = self.date(m)
            except ValueError:
                self.fail("Invalid date or datetime")
            self.at = m.end()
            return value
        m = _TIME.match(self.text, self.at)
        if m:
            self.at = m.end()
            hour, minute, second, micro = m.groups()
            return datetime.time(int(hour), int(minute), int(second), int(micro.ljust(6, "0")) if micro else 0)
        m = _NUMBER.match(self.text, self.at)
        if m:
            self.at = m.end()
            return self.parse_float(m[0]) if m["float"] else int(m[0], 0)
        for n in 3, 4:
            word = self.peek(n)
            if word in ("inf", "nan", "+inf", "-inf", "+nan", "-nan"):
                self.at += n
                return self.parse_float(word)
        self.fail("Invalid value")

    def date(self, m):
        year, month, day, hour, minute, second, micro, utc, sign, off_hour, off_minute = m.groups()
        if hour is None:
            return datetime.date(int(year), int(month), int(day))
        zone = None
        if sign:
            off = datetime.timedelta(hours=int(off_hour), minutes=int(off_minute))
            zone = datetime.timezone(off if sign == "+" else -off)
        elif utc:
            zone = datetime.timezone.utc
        micro = int(micro.ljust(6, "0")) if micro else 0
        return datetime.datetime(int(year), int(month), int(day), int(hour), int(minute), int(second), micro, tzinfo=zone)

    def array(self):
        self.at += 1
        out = []
        self.lines()
        while self.peek() != "]":
            value = self.value()
            out.append(value)
            if isinstance(value, (dict, list)):
                self.closed[id(value)] = value
            self.lines()
            if self.peek() == "]":
                break
            if self.peek() != ",":
                self.fail("Unclosed array")
            self.at += 1
            self.lines()
        self.at += 1
        return out

    def inline_table(self):
        self.at += 1
        out = {}
        self.blanks()
        if self.peek() == "}":
            self.at += 1
            return out
        while True:
            self.pair(out, inline=True)
            self.blanks()
            c = self.peek()
            if c == "}":
                self.at += 1
                return out
            if c != ",":
                self.fail("Unclosed inline table")
            self.at += 1
            self.blanks()

    def literal(self):
        self.at += 1
        begun = self.at
        while self.peek() != "'":
            c = self.peek()
            if not c:
                self.fail("Expected \"'\"")
            if c in _CONTROL:
                self.fail(f"Found invalid character {c!r}")
            self.at += 1
        self.at += 1
        return self.text[begun:self.at - 1]

    def basic(self):
        self.at += 1
        out = []
        while True:
            c = self.peek()
            if not c:
                self.fail("Unterminated string")
            if c == '"':
                self.at += 1
                return "".join(out)
            if c == "\\":
                out.append(self.escape())
            elif c in _CONTROL:
                self.fail(f"Illegal character {c!r}")
            else:
                out.append(c)
                self.at += 1

    def long(self, quote):
        self.at += 3
        if self.peek() == "\n":
            self.at += 1
        out = []
        while True:
            c = self.peek()
            if not c:
                self.fail("Unterminated string" if quote == '"' else "Expected \"'''\"")
            if self.peek(3) == quote * 3:
                self.at += 3
                for _ in range(2):  # quotes right before the end belong to the text
                    if self.peek() == quote:
                        self.at += 1
                        out.append(quote)
                return "".join(out)
            if c == "\\" and quote == '"':
                out.append(self.escape(long=True))
            elif c in _CONTROL and c != "\n":
                self.fail(f"Illegal character {c!r}" if quote == '"' else f"Found invalid character {c!r}")
            else:
                out.append(c)
                self.at += 1

    def escape(self, long=False):
        c = self.text[self.at + 1:self.at + 2]
        if long and c and c in " \t\n":
            self.at += 1
            begun = self.at
            self.blanks()
            if self.peek() not in ("\n", ""):
                self.fail("Unescaped '\\' in a string", begun)
            while self.peek() and self.peek() in " \t\n":
                self.at += 1
            return ""
        if c in ("u", "U"):
            n = 4 if c == "u" else 8
            digits = self.text[self.at + 2:self.at + 2 + n]
            if len(digits) < n or not re.fullmatch("[0-9A-Fa-f]+", digits):
                self.at += 2
                self.fail("Invalid hex value")
            number = int(digits, 16)
            self.at += 2 + n
            if number > 0x10FFFF or 0xD800 <= number < 0xE000:
                self.fail("Escaped character is not a Unicode scalar value")
            return chr(number)
        if c not in _ESCAPES or not c:
            if not c:
                self.at += 2
                self.fail("Unterminated string")
            self.at += 2
            self.fail("Unescaped '\\' in a string")
        self.at += 2
        return _ESCAPES[c]
