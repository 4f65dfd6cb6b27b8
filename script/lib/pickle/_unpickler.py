"""Reading pickles."""

import copyreg
import sys
from struct import unpack

from pickle._ops import *
from pickle._ops import NEW_MODULES, NEW_NAMES, OPS, decode_long

CODES = {code[0]: name for name, code in OPS.items()}


class Unpickler:
    """Reads pickles from a file."""

    __module__ = "_pickle"

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        for name in "read", "readline":
            if not hasattr(file, name):
                raise TypeError("file must have 'read' and 'readline' attributes")
        self._file_read, self._file_readline = file.read, file.readline
        self._buffers = iter(buffers) if buffers is not None else None
        self.memo = {}
        self.encoding, self.errors = encoding, errors
        self.proto = 0
        self.fix_imports = fix_imports

    def load(self):
        """Read an object."""
        if not hasattr(self, "_file_read"):
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()")
        self.stack, self.marks = [], []
        read = self._file_read
        try:
            while True:
                code = read(1)
                if not code:
                    raise EOFError("Ran out of input")
                if code == b".":
                    return self._pop()
                name = CODES.get(code[0])
                if name is None:
                    shown = chr(code[0]) if 32 < code[0] < 127 and code not in b"'\\" else f"\\x{code[0]:02x}"
                    raise UnpicklingError(f"invalid load key, '{shown}'.")
                ACTIONS[name](self)
        finally:
            self.stack = self.marks = None

    def find_class(self, module_name, global_name, /):
        """The object of a name; subclasses decide what is allowed."""
        if self.proto < 3 and self.fix_imports:
            if (module_name, global_name) in NEW_NAMES:
                module_name, global_name = NEW_NAMES[module_name, global_name]
            else:
                module_name = NEW_MODULES.get(module_name, module_name)
        if module_name == "_codecs":
            module_name = "codecs"
        __import__(module_name, level=0)
        obj = module = sys.modules[module_name]
        for part in global_name.split(".") if self.proto >= 4 else [global_name]:
            if part == "<locals>":
                raise AttributeError(f"Can't get local attribute {global_name!r} on {module!r}")
            try:
                obj = getattr(obj, part)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {global_name!r} on {module!r}") from None
        return obj

    def persistent_load(self, pid):
        raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.")

    def _read(self, n):
        data = self._file_read(n)
        if len(data) < n:
            raise EOFError("Ran out of input") if not data else UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        line = self._file_readline()
        if not line:
            raise EOFError("Ran out of input")
        if line[-1:] != b"\n":
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def _number(self, form, size):
        return unpack("<" + form, self._read(size))[0]

    def _push(self, obj):
        self.stack.append(obj)

    def _pop(self):
        if not self.stack:
            if self.marks:
                raise UnpicklingError("unexpected MARK found")
            raise UnpicklingError("unpickling stack underflow")
        return self.stack.pop()

    def _top(self):
        if not self.stack:
            raise UnpicklingError("unpickling stack underflow")
        return self.stack[-1]

    def _pop_mark(self):
        if not self.marks:
            raise UnpicklingError("could not find MARK")
        items, self.stack = self.stack, self.marks.pop()
        return items

    def _text(self, data):
        return data if self.encoding == "bytes" else data.decode(self.encoding, self.errors)

    def do_PROTO(self):
        proto = self._read(1)[0]
        if proto > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {proto}")
        self.proto = proto

    def do_FRAME(self):
        size = self._number("Q", 8)
        if size > sys.maxsize:
            raise ValueError(f"frame size > sys.maxsize: {size}")

    def do_MARK(self):
        self.marks.append(self.stack)
        self.stack = []

    def do_POP(self):
        if self.stack:
            self.stack.pop()
        else:
            self._pop_mark()

    def do_POP_MARK(self):
        self._pop_mark()

    def do_DUP(self):
        self._push(self._top())

    def do_PERSID(self):
        try:
            pid = self._line().decode("ascii")
        except UnicodeDecodeError:
            raise UnpicklingError("persistent IDs in protocol 0 must be ASCII strings") from None
        self._push(self.persistent_load(pid))

    def do_BINPERSID(self):
        self._push(self.persistent_load(self._pop()))

    def do_NONE(self):
        self._push(None)

    def do_NEWTRUE(self):
        self._push(True)

    def do_NEWFALSE(self):
        self._push(False)

    def do_INT(self):
        line = self._line()
        if line in (b"00", b"01"):
            self._push(line == b"01")
            return
        try:
            self._push(int(line, 0))
        except ValueError:
            raise ValueError("could not convert string to int") from None

    def do_BININT(self):
        self._push(self._number("i", 4))

    def do_BININT1(self):
        self._push(self._read(1)[0])

    def do_BININT2(self):
        self._push(self._number("H", 2))

    def do_LONG(self):
        line = self._line()
        self._push(int(line.removesuffix(b"L"), 0))

    def do_LONG1(self):
        self._push(decode_long(self._read(self._read(1)[0])))

    def do_LONG4(self):
        n = self._number("i", 4)
        if n < 0:
            raise UnpicklingError("LONG pickle has negative byte count")
        self._push(decode_long(self._read(n)))

    def do_FLOAT(self):
        self._push(float(self._line()))

    def do_BINFLOAT(self):
        self._push(unpack(">d", self._read(8))[0])

    def do_STRING(self):
        line = self._line()
        if len(line) < 2 or line[:1] != line[-1:] or line[:1] not in (b"'", b'"'):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        import codecs

        self._push(self._text(codecs.escape_decode(line[1:-1])[0]))

    def do_BINSTRING(self):
        n = self._number("i", 4)
        if n < 0:
            raise UnpicklingError("BINSTRING pickle has negative byte count")
        self._push(self._text(self._read(n)))

    def do_SHORT_BINSTRING(self):
        self._push(self._text(self._read(self._read(1)[0])))

    def do_UNICODE(self):
        import re

        text = self._line().decode("latin-1")
        self._push(re.sub(r"\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})", lambda m: chr(int(m[1] or m[2], 16)), text))

    def _push_text(self, n):
        self._push(str(self._read(n), "utf-8", "surrogatepass"))

    def do_SHORT_BINUNICODE(self):
        self._push_text(self._read(1)[0])

    def do_BINUNICODE(self):
        self._push_text(self._number("I", 4))

    def do_BINUNICODE8(self):
        self._push_text(self._number("Q", 8))

    def do_SHORT_BINBYTES(self):
        self._push(bytes(self._read(self._read(1)[0])))

    def do_BINBYTES(self):
        self._push(bytes(self._read(self._number("I", 4))))

    def do_BINBYTES8(self):
        self._push(bytes(self._read(self._number("Q", 8))))

    def do_BYTEARRAY8(self):
        self._push(bytearray(self._read(self._number("Q", 8))))

    def do_NEXT_BUFFER(self):
        if self._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
        try:
            self._push(next(self._buffers))
        except StopIteration:
            raise UnpicklingError("not enough out-of-band buffers") from None

    def do_READONLY_BUFFER(self):
        view = memoryview(self._top())
        if not view.readonly:
            self.stack[-1] = view.toreadonly()

    def do_TUPLE(self):
        items = self._pop_mark()
        self._push(tuple(items))

    def do_EMPTY_TUPLE(self):
        self._push(())

    def _last(self, n):
        if len(self.stack) < n:
            raise UnpicklingError("unpickling stack underflow")
        items = self.stack[-n:]
        del self.stack[-n:]
        return items

    def do_TUPLE1(self):
        self._push(tuple(self._last(1)))

    def do_TUPLE2(self):
        self._push(tuple(self._last(2)))

    def do_TUPLE3(self):
        self._push(tuple(self._last(3)))

    def do_EMPTY_LIST(self):
        self._push([])

    def do_EMPTY_DICT(self):
        self._push({})

    def do_EMPTY_SET(self):
        self._push(set())

    def do_FROZENSET(self):
        items = self._pop_mark()
        self._push(frozenset(items))

    def do_LIST(self):
        items = self._pop_mark()
        self._push(items)

    def do_DICT(self):
        items = self._pop_mark()
        self._push(dict(zip(items[::2], items[1::2])))

    def do_APPEND(self):
        value = self._pop()
        top = self._top()
        top.append(value)

    def do_APPENDS(self):
        items = self._pop_mark()
        top = self._top()
        extend = getattr(top, "extend", None)
        if extend is not None:
            extend(items)
            return
        for item in items:
            top.append(item)

    def do_SETITEM(self):
        value, key = self._pop(), self._pop()
        self._top()[key] = value

    def do_SETITEMS(self):
        items = self._pop_mark()
        top = self._top()
        for i in range(0, len(items), 2):
            top[items[i]] = items[i + 1]

    def do_ADDITEMS(self):
        items = self._pop_mark()
        top = self._top()
        if isinstance(top, set):
            top.update(items)
        else:
            for item in items:
                top.add(item)

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            self._push(cls(*args))
        else:
            self._push(cls.__new__(cls))

    def do_INST(self):
        module = self._line().decode("ascii")
        name = self._line().decode("ascii")
        self._instantiate(self.find_class(module, name), self._pop_mark())

    def do_OBJ(self):
        items = self._pop_mark()
        self._instantiate(items[0], items[1:])

    def do_NEWOBJ(self):
        args = self._pop()
        cls = self._pop()
        if not isinstance(cls, type):
            raise UnpicklingError(f"NEWOBJ class argument must be a type, not {type(cls).__name__}")
        self._push(cls.__new__(cls, *args))

    def do_NEWOBJ_EX(self):
        named, args = self._pop(), self._pop()
        cls = self._pop()
        if not isinstance(cls, type):
            raise UnpicklingError(f"NEWOBJ_EX class argument must be a type, not {type(cls).__name__}")
        self._push(cls.__new__(cls, *args, **named))

    def do_GLOBAL(self):
        module = self._line().decode("utf-8")
        name = self._line().decode("utf-8")
        self._push(self.find_class(module, name))

    def do_STACK_GLOBAL(self):
        name, module = self._pop(), self._pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._push(self.find_class(module, name))

    def _extension(self, code):
        if code <= 0:
            raise UnpicklingError("EXT specifies code <= 0")
        key = copyreg._inverted_registry.get(code)
        if key is None:
            raise ValueError(f"unregistered extension code {code}")
        self._push(self.find_class(*key))

    def do_EXT1(self):
        self._extension(self._read(1)[0])

    def do_EXT2(self):
        self._extension(self._number("H", 2))

    def do_EXT4(self):
        self._extension(self._number("i", 4))

    def do_REDUCE(self):
        args = self._pop()
        self._push(self._pop()(*args))

    def _recall(self, n):
        try:
            self._push(self.memo[n])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {n}") from None

    def do_GET(self):
        self._recall(int(self._line()))

    def do_BINGET(self):
        self._recall(self._read(1)[0])

    def do_LONG_BINGET(self):
        self._recall(self._number("I", 4))

    def do_PUT(self):
        n = int(self._line())
        if n < 0:
            raise ValueError("negative PUT argument")
        self.memo[n] = self._top()

    def do_BINPUT(self):
        self.memo[self._read(1)[0]] = self._top()

    def do_LONG_BINPUT(self):
        self.memo[self._number("I", 4)] = self._top()

    def do_MEMOIZE(self):
        self.memo[len(self.memo)] = self._top()

    def do_BUILD(self):
        state = self._pop()
        obj = self._top()
        setstate = getattr(obj, "__setstate__", None)
        if setstate is not None:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            if not isinstance(state, dict):
                raise UnpicklingError("state is not a dictionary")
            attributes = obj.__dict__
            for name, value in state.items():
                attributes[sys.intern(name) if type(name) is str else name] = value
        if slots:
            for name, value in slots.items():
                setattr(obj, name, value)


ACTIONS = {name: getattr(Unpickler, "do_" + name) for name in OPS if name != "STOP"}
