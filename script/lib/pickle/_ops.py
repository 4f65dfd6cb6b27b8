"""What the two directions of pickle share: errors, instructions, old names."""

__all__ = ["HIGHEST_PROTOCOL", "DEFAULT_PROTOCOL", "PickleError", "PicklingError", "UnpicklingError", "PickleBuffer"]

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    """What goes wrong here."""

    __module__ = "_pickle"


class PicklingError(PickleError):
    """An object that cannot be pickled."""

    __module__ = "_pickle"


class UnpicklingError(PickleError):
    """A pickle that cannot be read."""

    __module__ = "_pickle"


class PickleBuffer:
    """A buffer that protocol 5 may leave out of the pickle."""

    __module__ = "pickle"

    def __init__(self, buffer):
        self._view = memoryview(buffer)

    def raw(self):
        return self._view.cast("B")

    def release(self):
        self._view.release()

    def __buffer__(self, flags):
        return self._view


OPS = {
    "MARK": b"(", "STOP": b".", "POP": b"0", "POP_MARK": b"1", "DUP": b"2", "FLOAT": b"F", "INT": b"I", "BININT": b"J",
    "BININT1": b"K", "LONG": b"L", "BININT2": b"M", "NONE": b"N", "PERSID": b"P", "BINPERSID": b"Q", "REDUCE": b"R",
    "STRING": b"S", "BINSTRING": b"T", "SHORT_BINSTRING": b"U", "UNICODE": b"V", "BINUNICODE": b"X", "APPEND": b"a",
    "BUILD": b"b", "GLOBAL": b"c", "DICT": b"d", "EMPTY_DICT": b"}", "APPENDS": b"e", "GET": b"g", "BINGET": b"h",
    "INST": b"i", "LONG_BINGET": b"j", "LIST": b"l", "EMPTY_LIST": b"]", "OBJ": b"o", "PUT": b"p", "BINPUT": b"q",
    "LONG_BINPUT": b"r", "SETITEM": b"s", "TUPLE": b"t", "EMPTY_TUPLE": b")", "SETITEMS": b"u", "BINFLOAT": b"G",
    "PROTO": b"\x80", "NEWOBJ": b"\x81", "EXT1": b"\x82", "EXT2": b"\x83", "EXT4": b"\x84", "TUPLE1": b"\x85",
    "TUPLE2": b"\x86", "TUPLE3": b"\x87", "NEWTRUE": b"\x88", "NEWFALSE": b"\x89", "LONG1": b"\x8a", "LONG4": b"\x8b",
    "BINBYTES": b"B", "SHORT_BINBYTES": b"C", "SHORT_BINUNICODE": b"\x8c", "BINUNICODE8": b"\x8d", "BINBYTES8": b"\x8e",
    "EMPTY_SET": b"\x8f", "ADDITEMS": b"\x90", "FROZENSET": b"\x91", "NEWOBJ_EX": b"\x92", "STACK_GLOBAL": b"\x93",
    "MEMOIZE": b"\x94", "FRAME": b"\x95", "BYTEARRAY8": b"\x96", "NEXT_BUFFER": b"\x97", "READONLY_BUFFER": b"\x98",
}
globals().update(OPS)

# Names of Python 2 for what protocols 0 to 2 name, and back.
OLD_MODULES = {
    "builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "configparser": "ConfigParser",
    "socketserver": "SocketServer", "_thread": "thread", "_pickle": "pickle", "winreg": "_winreg", "reprlib": "repr",
    "tkinter": "Tkinter", "http.client": "httplib", "html.parser": "HTMLParser", "urllib.parse": "urlparse",
}
OLD_NAMES = {
    ("builtins", "range"): ("__builtin__", "xrange"), ("functools", "reduce"): ("__builtin__", "reduce"),
    ("builtins", "str"): ("__builtin__", "unicode"), ("builtins", "int"): ("__builtin__", "long"), ("builtins", "chr"): ("__builtin__", "unichr"),
    ("sys", "intern"): ("__builtin__", "intern"), ("itertools", "filterfalse"): ("itertools", "ifilterfalse"),
    ("itertools", "zip_longest"): ("itertools", "izip_longest"), ("builtins", "zip"): ("itertools", "izip"),
    ("builtins", "map"): ("itertools", "imap"), ("builtins", "filter"): ("itertools", "ifilter"),
    ("collections", "UserList"): ("UserList", "UserList"), ("collections", "UserDict"): ("UserDict", "IterableUserDict"),
    ("collections", "UserString"): ("UserString", "UserString"), ("multiprocessing.context", "Process"): ("multiprocessing.process", "Process"),
}
NEW_MODULES = {old: new for new, old in OLD_MODULES.items()} | {"cPickle": "pickle", "StringIO": "io", "cStringIO": "io", "exceptions": "builtins"}
NEW_NAMES = {old: new for new, old in OLD_NAMES.items()} | {("__builtin__", "long"): ("builtins", "int"), ("__builtin__", "basestring"): ("builtins", "str")}


def encode_long(x):
    """An int as the fewest bytes of its two's complement, the lowest first."""
    if x == 0:
        return b""
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, "little", signed=True)
    if x < 0 and size > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        data = data[:-1]
    return data


def decode_long(data):
    """The int of such bytes."""
    return int.from_bytes(data, "little", signed=True)
