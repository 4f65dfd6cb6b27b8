"""Property lists, as XML and in the binary form."""

import binascii
import datetime
import enum
import io
import os
import re
import struct
from xml.etree._scan import Scanner, Wrong, decoded

__all__ = ["InvalidFileException", "FMT_XML", "FMT_BINARY", "load", "dump", "loads", "dumps", "UID"]

PlistFormat = enum.Enum("PlistFormat", "FMT_XML FMT_BINARY", module=__name__)
globals().update(PlistFormat.__members__)

_epoch = datetime.datetime(2001, 1, 1)
_date = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::(\d\d))?)?)?)?)?Z", re.ASCII)
_control = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f]")
_head = b'''<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
'''


class UID:
    """A number by which archives of objects refer to one."""

    def __init__(self, data):
        if not isinstance(data, int):
            raise TypeError("data must be an int")
        if data >= 1 << 64:
            raise ValueError("UIDs cannot be >= 2**64")
        if data < 0:
            raise ValueError("UIDs must be positive")
        self.data = data

    def __index__(self):
        return self.data

    def __repr__(self):
        return "%s(%s)" % (self.__class__.__name__, repr(self.data))

    def __reduce__(self):
        return self.__class__, (self.data,)

    def __eq__(self, other):
        return self.data == other.data if isinstance(other, UID) else NotImplemented

    def __hash__(self):
        return hash(self.data)


class InvalidFileException(ValueError):
    """What is no property list."""

    def __init__(self, message="Invalid file"):
        ValueError.__init__(self, message)


class _XMLError(Exception):
    """What is no XML."""


_XMLError.__name__ = _XMLError.__qualname__ = "ExpatError"
_XMLError.__module__ = "xml.parsers.expat"


def _from_date(text, aware):
    fields = [int(part) for part in _date.match(text).groups() if part is not None] \
        if _date.match(text) else _no_date()
    fields += [1] * (3 - len(fields))
    return datetime.datetime(*fields, tzinfo=datetime.UTC if aware else None)


def _no_date():
    raise AttributeError("'NoneType' object has no attribute 'groupdict'")


class _Reader:
    """Makes the value of the tags that a Scanner finds."""

    def __init__(self, dict_type, aware):
        self.open = []  # containers, innermost last
        self.key = None
        self.root = None
        self.parts = []
        self.dict_type, self.aware = dict_type, aware
        self.scanner = None

    def read(self, text):
        if "<!ENTITY" in text:
            raise InvalidFileException("XML entity declarations are not supported in plist files")
        self.scanner = Scanner(text, self)
        try:
            self.scanner.run()
        except Wrong as wrong:
            code, message, line, column = wrong.args
            error = _XMLError("%s: line %d, column %d" % (message, line, column))
            error.code, error.lineno, error.offset = code, line, column
            raise error from None
        return self.root

    def line(self):
        return self.scanner.source.count("\n", 0, self.scanner.here) + 1

    def start(self, tag, attributes):
        self.parts = []
        if tag == "array":
            value = []
        elif tag == "dict":
            value = self.dict_type()
        else:
            return
        self.add(value)
        self.open.append(value)

    def text(self, data):
        self.parts.append(data)

    def end(self, tag):
        text = "".join(self.parts)
        self.parts = []
        if tag == "dict":
            if self.key:
                raise ValueError("missing value for key '%s' at line %d" % (self.key, self.line()))
            self.open.pop()
        elif tag == "array":
            self.open.pop()
        elif tag == "key":
            if self.key or not isinstance(self.open[-1], type(self.dict_type())):
                raise ValueError("unexpected key at line %d" % self.line())
            self.key = text
        elif tag == "true" or tag == "false":
            self.add(tag == "true")
        elif tag == "integer":
            self.add(int(text, 16) if text.startswith(("0x", "0X")) else int(text))
        elif tag == "real":
            self.add(float(text))
        elif tag == "string":
            self.add(text)
        elif tag == "data":
            self.add(binascii.a2b_base64(text.encode("utf-8")))
        elif tag == "date":
            self.add(_from_date(text, self.aware))

    def add(self, value):
        if self.key is not None:
            if not isinstance(self.open[-1], type(self.dict_type())):
                raise ValueError("unexpected element at line %d" % self.line())
            self.open[-1][self.key] = value
            self.key = None
        elif not self.open:
            self.root = value
        elif not isinstance(self.open[-1], list):
            raise ValueError("unexpected element at line %d" % self.line())
        else:
            self.open[-1].append(value)

    def comment(self, data):
        pass

    def pi(self, target, data):
        pass

    def start_ns(self, prefix, uri):
        pass

    def end_ns(self, prefix):
        pass


def _escaped(text):
    if _control.search(text):
        raise ValueError("strings can't contain control characters; use bytes instead")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _sorted_items(d, options):
    return sorted(d.items()) if options["sort_keys"] else d.items()


class _Writer:
    """Writes values as XML."""

    def __init__(self, file, options):
        self.file, self.options, self.depth = file, options, 0

    def line(self, text):
        self.file.write(b"\t" * self.depth + text.encode("utf-8") + b"\n")

    def simple(self, tag, text):
        self.line("<%s>%s</%s>" % (tag, text, tag))

    def write(self, value):
        if isinstance(value, str):
            self.simple("string", _escaped(value))
        elif value is True:
            self.line("<true/>")
        elif value is False:
            self.line("<false/>")
        elif isinstance(value, int):
            if not -1 << 63 <= value < 1 << 64:
                raise OverflowError(value)
            self.simple("integer", "%d" % value)
        elif isinstance(value, float):
            self.simple("real", repr(value))
        elif isinstance(value, dict):
            self.table(value)
        elif isinstance(value, (bytes, bytearray)):
            self.data(value)
        elif isinstance(value, datetime.datetime):
            if self.options["aware_datetime"]:
                value = value.astimezone(datetime.UTC)
            self.simple("date", "%04d-%02d-%02dT%02d:%02d:%02dZ" % (
                value.year, value.month, value.day, value.hour, value.minute, value.second))
        elif isinstance(value, (tuple, list)):
            self.within("array", value, self.write)
        else:
            raise TypeError("unsupported type: %s" % type(value))

    def within(self, tag, items, write):
        if not items:
            self.line("<%s/>" % tag)
            return
        self.line("<%s>" % tag)
        self.depth += 1
        for item in items:
            write(item)
        self.depth -= 1
        self.line("</%s>" % tag)

    def table(self, d):
        def pair(item):
            key, value = item
            if not isinstance(key, str):
                if self.options["skipkeys"]:
                    return
                raise TypeError("keys must be strings")
            self.simple("key", _escaped(key))
            self.write(value)

        self.within("dict", d and _sorted_items(d, self.options), pair)

    def data(self, data):
        self.line("<data>")
        room = max(16, 76 - 8 * self.depth) // 4 * 3
        for start in range(0, len(data), room):
            self.line(binascii.b2a_base64(data[start:start + room], newline=False).decode("ascii"))
        self.line("</data>")


def _size_of(n):
    """The bytes that a number needs: 1, 2, 4 or 8."""
    return 1 if n < 1 << 8 else 2 if n < 1 << 16 else 4 if n < 1 << 32 else 8


class _BinaryReader:
    """Reads the binary form: objects, the table of their places, and what is said of it at the end."""

    def __init__(self, dict_type, aware):
        self.dict_type, self.aware = dict_type, aware

    def read(self, file):
        try:
            file.seek(-32, os.SEEK_END)
            trailer = file.read(32)
            if len(trailer) != 32:
                raise InvalidFileException()
            place_size, self.ref_size, count, top, table = struct.unpack(">6xBBQQQ", trailer)
            self.file = file
            file.seek(table)
            data = file.read(count * place_size)
            if not place_size or len(data) != count * place_size:
                raise InvalidFileException()
            self.places = [int.from_bytes(data[i:i + place_size]) for i in range(0, len(data), place_size)]
            self.known = {}
            return self.value(top)
        except (OSError, IndexError, struct.error, OverflowError, ValueError):
            raise InvalidFileException()

    def exactly(self, n):
        data = self.file.read(n)
        if len(data) != n:
            raise InvalidFileException()
        return data

    def length(self, low):
        if low != 15:
            return low
        size = self.exactly(1)[0] & 3
        return int.from_bytes(self.exactly(1 << size))

    def refs(self, n):
        data = self.exactly(n * self.ref_size)
        return [int.from_bytes(data[i:i + self.ref_size]) for i in range(0, len(data), self.ref_size)]

    def value(self, ref):
        if ref in self.known:
            return self.known[ref]
        self.file.seek(self.places[ref])
        token = self.exactly(1)[0]
        high, low = token >> 4, token & 15
        if token in (0, 8, 9):
            value = {0: None, 8: False, 9: True}[token]
        elif token == 15:
            value = b""
        elif high == 1:
            value = int.from_bytes(self.exactly(1 << low), signed=low >= 3)
        elif token == 0x22:
            value, = struct.unpack(">f", self.exactly(4))
        elif token == 0x23:
            value, = struct.unpack(">d", self.exactly(8))
        elif token == 0x33:
            value = _epoch + datetime.timedelta(seconds=struct.unpack(">d", self.exactly(8))[0])
            if self.aware:
                value = value.replace(tzinfo=datetime.UTC)
        elif high == 4:
            value = self.exactly(self.length(low))
        elif high == 5:
            value = self.exactly(self.length(low)).decode("ascii")
        elif high == 6:
            value = self.exactly(2 * self.length(low)).decode("utf-16be")
        elif high == 8:
            value = UID(int.from_bytes(self.exactly(1 + low)))
        elif high == 10:
            value = self.known[ref] = []
            value.extend([self.value(r) for r in self.refs(self.length(low))])
        elif high == 13:
            n = self.length(low)
            keys, values = self.refs(n), self.refs(n)
            value = self.known[ref] = self.dict_type()
            try:
                for key, item in zip(keys, values):
                    value[self.value(key)] = self.value(item)
            except TypeError:
                raise InvalidFileException()
        else:
            raise InvalidFileException()
        self.known[ref] = value
        return value


_SCALARS = (str, int, float, datetime.datetime, bytes, bytearray)


class _BinaryWriter:
    """Writes the binary form."""

    def __init__(self, file, options):
        self.file, self.options = file, options

    def write(self, value):
        self.objects = []
        self.numbers = {}
        self.collect(value)
        self.ref_size = _size_of(len(self.objects))
        self.file.write(b"bplist00")
        self.at = 8
        places = []
        for one in self.objects:
            places.append(self.at)
            self.put(self.form(one))
        place_size = _size_of(self.at)
        table = self.at
        for place in places:
            self.put(place.to_bytes(place_size))
        self.put(struct.pack(">5xBBBQQQ", 0, place_size, self.ref_size, len(self.objects), self.number(value), table))

    def put(self, data):
        self.file.write(data)
        self.at += len(data)

    def mark(self, value):
        """By what equal values that are written once are known."""
        return (type(value), bytes(value) if isinstance(value, bytearray) else value) if isinstance(value, _SCALARS) \
            else id(value)

    def number(self, value):
        return self.numbers[self.mark(value)]

    def collect(self, value):
        mark = self.mark(value)
        if mark in self.numbers:
            return
        self.numbers[mark] = len(self.objects)
        self.objects.append(value)
        if isinstance(value, dict):
            keys, values = [], []
            for key, item in _sorted_items(value, self.options):
                if not isinstance(key, str):
                    if self.options["skipkeys"]:
                        continue
                    raise TypeError("keys must be strings")
                keys.append(key)
                values.append(item)
            for one in keys + values:
                self.collect(one)
        elif isinstance(value, (list, tuple)):
            for one in value:
                self.collect(one)

    def sized(self, kind, n):
        """The head of something with a length."""
        if n < 15:
            return bytes([kind << 4 | n])
        size = _size_of(n)
        return bytes([kind << 4 | 15, 0x10 | size.bit_length() - 1]) + n.to_bytes(size)

    def references(self, values):
        return b"".join([self.number(v).to_bytes(self.ref_size) for v in values])

    def form(self, value):
        if value is None:
            return b"\0"
        if value is False:
            return b"\x08"
        if value is True:
            return b"\x09"
        if isinstance(value, int):
            return self.whole(value)
        if isinstance(value, UID):
            size = _size_of(value.data)
            return bytes([0x80 | size - 1]) + value.data.to_bytes(size)
        if isinstance(value, float):
            return struct.pack(">Bd", 0x23, value)
        if isinstance(value, datetime.datetime):
            if self.options["aware_datetime"]:
                value = value.astimezone(datetime.UTC).replace(tzinfo=None)
            return struct.pack(">Bd", 0x33, (value - _epoch).total_seconds())
        if isinstance(value, (bytes, bytearray)):
            return self.sized(4, len(value)) + bytes(value)
        if isinstance(value, str):
            if value.isascii():
                return self.sized(5, len(value)) + value.encode("ascii")
            data = value.encode("utf-16be")
            return self.sized(6, len(data) // 2) + data
        if isinstance(value, (list, tuple)):
            return self.sized(10, len(value)) + self.references(value)
        if isinstance(value, dict):
            pairs = [(k, v) for k, v in _sorted_items(value, self.options) if isinstance(k, str)]
            return self.sized(13, len(pairs)) + self.references([k for k, _ in pairs]) + \
                self.references([v for _, v in pairs])
        raise TypeError(value)

    def whole(self, n):
        if n < 0:
            if n < -1 << 63:
                raise OverflowError(n)
            return b"\x13" + n.to_bytes(8, signed=True)
        if n >= 1 << 64:
            raise OverflowError(n)
        if n >= 1 << 63:
            return b"\x14" + n.to_bytes(16)
        size = _size_of(n)
        return bytes([0x10 | size.bit_length() - 1]) + n.to_bytes(size)


def _is_xml(head):
    for mark, encoding in (b"", "utf-8"), (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"):
        if any(head.startswith(mark + start.encode(encoding)) for start in ("<?xml", "<plist")):
            return True
    return False


def load(fp, *, fmt=None, dict_type=dict, aware_datetime=False):
    """Reads the property list in a file."""
    if fmt is None:
        head = fp.read(32)
        fp.seek(0)
        fmt = FMT_XML if _is_xml(head) else FMT_BINARY if head.startswith(b"bplist00") else None
        if fmt is None:
            raise InvalidFileException()
    if fmt is FMT_BINARY:
        return _BinaryReader(dict_type, aware_datetime).read(fp)
    return _Reader(dict_type, aware_datetime).read(decoded(fp.read()))


def loads(value, *, fmt=None, dict_type=dict, aware_datetime=False):
    """Reads a property list from bytes, or XML from a str."""
    if isinstance(value, str):
        if fmt == FMT_BINARY:
            raise TypeError("value must be bytes-like object when fmt is FMT_BINARY")
        value = value.encode()
    return load(io.BytesIO(value), fmt=fmt, dict_type=dict_type, aware_datetime=aware_datetime)


def dump(value, fp, *, fmt=FMT_XML, sort_keys=True, skipkeys=False, aware_datetime=False):
    """Writes a value to a file."""
    options = {"sort_keys": sort_keys, "skipkeys": skipkeys, "aware_datetime": aware_datetime}
    if fmt is FMT_BINARY:
        _BinaryWriter(fp, options).write(value)
    elif fmt is FMT_XML:
        fp.write(_head)
        writer = _Writer(fp, options)
        fp.write(b'<plist version="1.0">\n')
        writer.write(value)
        fp.write(b"</plist>\n")
    else:
        raise ValueError("Unsupported format: %r" % (fmt,))


def dumps(value, *, fmt=FMT_XML, skipkeys=False, sort_keys=True, aware_datetime=False):
    """Gives a value as the bytes of a property list."""
    file = io.BytesIO()
    dump(value, file, fmt=fmt, skipkeys=skipkeys, sort_keys=sort_keys, aware_datetime=aware_datetime)
    return file.getvalue()
