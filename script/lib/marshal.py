"""Plain values as bytes, in the format of CPython 3.13."""

import struct

__all__ = ["dump", "dumps", "load", "loads", "version"]

version = 4

_REF = 0x80


class _Writer:
    def __init__(self, version):
        self.out = bytearray()
        self.version = version
        self.depth = 0

    def put(self, value):
        self.depth += 1
        if self.depth > 2000:
            raise ValueError("object too deeply nested to marshal")
        kind = type(value)
        simple = _simple.get(value) if value is None or value is ... or value is StopIteration or kind is bool else None
        if simple is not None:
            self.out += simple
        else:
            write = _writers.get(kind)
            if write is not None:
                write(self, value)
            elif isinstance(value, (bytearray, memoryview)):
                self.data(b"s", bytes(value))
            else:
                raise ValueError("unmarshallable object")
        self.depth -= 1

    def long(self, n):
        self.out += struct.pack("<i", n)

    def data(self, mark, data):
        self.out += mark
        self.long(len(data))
        self.out += data

    def int(self, n):
        if -1 << 31 <= n < 1 << 31:
            self.out += struct.pack("<ci", b"i", n)
            return
        digits, rest = [], abs(n)
        while rest:
            digits.append(rest & 0x7FFF)
            rest >>= 15
        self.out += struct.pack("<ci", b"l", len(digits) if n > 0 else -len(digits))
        self.out += struct.pack(f"<{len(digits)}H", *digits)

    def float(self, x):
        self.out += b"g" + struct.pack("<d", x)

    def complex(self, z):
        self.out += b"y" + struct.pack("<dd", z.real, z.imag)

    def str(self, s):
        if s.isascii():
            if len(s) < 256:
                self.out += b"z" + bytes([len(s)]) + s.encode("ascii")
            else:
                self.data(b"a", s.encode("ascii"))
        else:
            self.data(b"u", s.encode("utf-8", "surrogatepass"))

    def bytes(self, b):
        self.data(b"s", b)

    def tuple(self, items):
        if len(items) < 256:
            self.out += b")" + bytes([len(items)])
        else:
            self.out += b"("
            self.long(len(items))
        for item in items:
            self.put(item)

    def list(self, items):
        self.out += b"["
        self.long(len(items))
        for item in items:
            self.put(item)

    def set(self, items):
        self.out += b"<" if type(items) is set else b">"
        self.long(len(items))
        # The same set is always written alike.
        for item in sorted(items, key=lambda item: dumps(item, self.version)):
            self.put(item)

    def dict(self, items):
        self.out += b"{"
        for key, value in items.items():
            self.put(key)
            self.put(value)
        self.out += b"0"


_simple = {None: b"N", True: b"T", False: b"F", ...: b".", StopIteration: b"S"}
_writers = {int: _Writer.int, float: _Writer.float, complex: _Writer.complex, str: _Writer.str, bytes: _Writer.bytes,
            tuple: _Writer.tuple, list: _Writer.list, set: _Writer.set, frozenset: _Writer.set, dict: _Writer.dict}
_end = object()


class _Reader:
    def __init__(self, data):
        self.data = bytes(data)
        self.at = 0
        self.refs = []

    def take(self, n):
        if n < 0 or self.at + n > len(self.data):
            raise EOFError("marshal data too short")
        out = self.data[self.at:self.at + n]
        self.at += n
        return out

    def long(self):
        return struct.unpack("<i", self.take(4))[0]

    def size(self):
        n = self.long()
        if n < 0:
            raise ValueError("bad marshal data (size out of range)")
        return n

    def get(self):
        if self.at >= len(self.data):
            raise EOFError("EOF read where object expected")
        code = self.take(1)[0]
        mark = chr(code & ~_REF)
        place = None
        if code & _REF and mark not in "NTFS.0r":
            place = len(self.refs)
            self.refs.append(None)
        value = self.value(mark, place)
        if place is not None:
            self.refs[place] = value
        return value

    def item(self):
        value = self.get()
        if value is _end:
            raise TypeError("NULL object in marshal data for object")
        return value

    def value(self, mark, place):
        if mark in "NTFS.0":
            return {"N": None, "T": True, "F": False, "S": StopIteration, ".": ..., "0": _end}[mark]
        if mark == "i":
            return self.long()
        if mark == "I":
            return struct.unpack("<q", self.take(8))[0]
        if mark == "l":
            n = self.long()
            digits = struct.unpack(f"<{abs(n)}H", self.take(2 * abs(n)))
            if any(digit > 0x7FFF for digit in digits):
                raise ValueError("bad marshal data (digit out of range in long)")
            total = sum(digit << 15 * i for i, digit in enumerate(digits))
            return -total if n < 0 else total
        if mark == "g":
            return struct.unpack("<d", self.take(8))[0]
        if mark == "f":
            return float(self.take(self.take(1)[0]))
        if mark == "y":
            return complex(*struct.unpack("<dd", self.take(16)))
        if mark == "s":
            return self.take(self.size())
        if mark in "zZ":
            return self.take(self.take(1)[0]).decode("ascii")
        if mark in "aA":
            return self.take(self.size()).decode("ascii")
        if mark in "ut":
            return self.take(self.size()).decode("utf-8", "surrogatepass")
        if mark == "r":
            n = self.long()
            if not 0 <= n < len(self.refs):
                raise ValueError("bad marshal data (invalid reference)")
            return self.refs[n]
        return self.container(mark, place)

    def container(self, mark, place):
        if mark in ")(":
            n = self.take(1)[0] if mark == ")" else self.size()
            return tuple([self.item() for _ in range(n)])
        if mark in "<>":
            items = [self.item() for _ in range(self.size())]
            return set(items) if mark == "<" else frozenset(items)
        if mark == "[":
            out = []
            if place is not None:
                self.refs[place] = out
            for _ in range(self.size()):
                out.append(self.item())
            return out
        if mark == "{":
            out = {}
            if place is not None:
                self.refs[place] = out
            while (key := self.get()) is not _end:
                out[key] = self.item()
            return out
        raise ValueError("bad marshal data (unknown type code)")


def dumps(value, version=version, /, *, allow_code=True):
    """Gives a value as bytes."""
    writer = _Writer(version)
    writer.put(value)
    return bytes(writer.out)


def dump(value, file, version=version, /, *, allow_code=True):
    """Writes a value to a file."""
    file.write(dumps(value, version))


def loads(data, /, *, allow_code=True):
    """Reads a value from bytes; what stands behind it does not matter."""
    value = _Reader(data).get()
    if value is _end:
        raise TypeError("NULL object in marshal data for object")
    return value


def load(file, /, *, allow_code=True):
    """Reads a value from a file."""
    start = file.tell() if file.seekable() else None
    reader = _Reader(file.read())
    value = reader.get()
    if value is _end:
        raise TypeError("NULL object in marshal data for object")
    if start is not None:
        file.seek(start + reader.at)
    return value
