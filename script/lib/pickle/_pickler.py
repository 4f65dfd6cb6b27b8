"""Writing objects as pickles."""

import copyreg
import io
import sys
from struct import pack
from types import BuiltinFunctionType, FunctionType, MethodType

from pickle._ops import *
from pickle._ops import OLD_MODULES, OLD_NAMES, OPS, encode_long

globals().update(OPS)

BATCH = 1000
FRAME_SIZE = 64 * 1024
ATOMS = (type(None), bool, int, float)


def getattribute(obj, name, top):
    """A name with dots below an object, and what it is right below."""
    parent = None
    for part in name.split("."):
        if part == "<locals>":
            raise AttributeError(f"Can't get local object {name!r}")
        parent = obj
        obj = getattr(obj, part)
    return obj, parent


def whichmodule(obj, name):
    """The name of the module that an object is found in."""
    module = getattr(obj, "__module__", None)
    if module is not None:
        return module
    return found_in(obj, name) or "__main__"


def found_in(obj, name):
    """The name of a loaded module that has an object by its name, or None."""
    for module_name, module in list(sys.modules.items()):
        if module_name in ("__main__", "__mp_main__") or module is None or module_name.startswith("_"):
            continue
        try:
            if getattribute(module, name, name)[0] is obj:
                return module_name
        except AttributeError:
            pass
    return None


class Pickler:
    """Writes pickles to a file."""

    __module__ = "_pickle"

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = bool(fix_imports) and protocol < 3
        self._buffer_callback = buffer_callback
        self.memo = {}
        self._shared = {}
        self._buffer = None
        self._depth = 0

    def clear_memo(self):
        """Forget what was pickled before."""
        self.memo.clear()
        self._shared.clear()

    def dump(self, obj):
        """Write an object."""
        try:
            self._file_write
        except AttributeError:
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()") from None
        self._buffer = bytearray()
        self._out = []
        if self.proto >= 2:
            self._out.append(PROTO + bytes([self.proto]))
        self._dispatch = getattr(self, "dispatch_table", copyreg.dispatch_table)
        self._hook = getattr(self, "reducer_override", None)
        persistent = getattr(self, "persistent_id", None)
        self._persistent = persistent
        self.save(obj)
        self.write(STOP)
        self._frame()
        data = b"".join(self._out)
        self._buffer = self._out = None
        self._file_write(data)

    # What is written is collected in frames, so that a reader reads few times.

    def write(self, data):
        self._buffer += data
        if self.proto >= 4 and len(self._buffer) >= FRAME_SIZE:
            self._frame()

    def _frame(self):
        data, self._buffer = bytes(self._buffer), bytearray()
        if self.proto >= 4 and len(data) >= 4:
            self._out.append(FRAME + pack("<Q", len(data)))
        self._out.append(data)

    def _write_large(self, head, data):
        if self.proto >= 4 and len(data) >= FRAME_SIZE:
            self._frame()
            self._out += [head, bytes(data)]
        else:
            self.write(head + data)

    # Objects that were written already are referred to by number. Texts that
    # look like names are one object for each text, as those that are interned.

    def _key(self, obj):
        if type(obj) is str and (len(obj) < 2 or obj.isidentifier()):
            obj = self._shared.setdefault(obj, obj)
        return id(obj)

    def memoize(self, obj):
        if self.fast:
            return
        n = len(self.memo)
        self.memo[self._key(obj)] = n, obj
        if self.proto >= 4:
            self.write(MEMOIZE)
        elif not self.bin:
            self.write(PUT + str(n).encode() + b"\n")
        elif n < 256:
            self.write(BINPUT + bytes([n]))
        else:
            self.write(LONG_BINPUT + pack("<I", n))

    def _written(self, obj):
        entry = self.memo.get(id(obj))
        return entry is not None and entry[1] is obj

    def _known(self, obj):
        """Refer to an object that was written before; False for another one."""
        entry = self.memo.get(self._key(obj))
        if entry is None or entry[1] is not obj and type(obj) is not str:
            return False
        n = entry[0]
        if not self.bin:
            self.write(GET + str(n).encode() + b"\n")
        elif n < 256:
            self.write(BINGET + bytes([n]))
        else:
            self.write(LONG_BINGET + pack("<I", n))
        return True

    def save(self, obj, save_persistent_id=True):
        if save_persistent_id and self._persistent is not None:
            pid = self._persistent(obj)
            if pid is not None:
                self._save_pid(pid)
                return
        cls = type(obj)
        if cls in ATOMS:
            SAVERS[cls](self, obj)
            return
        if self._known(obj):
            return
        saver = SAVERS.get(cls)
        if saver is not None:
            saver(self, obj)
            return
        if self._hook is not None:
            reduced = self._hook(obj)
            if reduced is not NotImplemented:
                self._save_reduced(obj, reduced)
                return
        reduce = self._dispatch.get(cls)
        if reduce is not None:
            reduced = reduce(obj)
        elif issubclass(cls, type):
            self.save_type(obj)
            return
        elif cls in (FunctionType, BuiltinFunctionType) and getattr(obj, "__self__", None) is None or cls is BuiltinFunctionType and isinstance(obj.__self__, type(sys)):
            self.save_global(obj)
            return
        elif cls is BuiltinFunctionType or cls is MethodType:
            reduced = getattr, (obj.__self__, obj.__name__)
        else:
            reduce = getattr(obj, "__reduce_ex__", None)
            if reduce is not None:
                reduced = reduce(self.proto)
            elif (reduce := getattr(obj, "__reduce__", None)) is not None:
                reduced = reduce()
            else:
                raise PicklingError(f"can't pickle '{cls.__name__}' object: {obj!r}")
        self._save_reduced(obj, reduced)

    def _save_reduced(self, obj, reduced):
        if isinstance(reduced, str):
            self.save_global(obj, reduced)
            return
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self.save_reduce(*reduced, obj=obj)

    def _save_pid(self, pid):
        if self.bin:
            self.save(pid, save_persistent_id=False)
            self.write(BINPERSID)
            return
        try:
            self.write(PERSID + str(pid).encode("ascii") + b"\n")
        except UnicodeEncodeError:
            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, state_setter=None, *, obj=None):
        if not callable(func):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        for what, items in ("fourth", listitems), ("fifth", dictitems):
            if items is not None and not hasattr(items, "__next__"):
                raise PicklingError(f"{what} element of the tuple returned by __reduce__ must be an iterator, not {type(items).__name__}")
        if state_setter is not None and not callable(state_setter):
            raise PicklingError(f"sixth element of the tuple returned by __reduce__ must be a function, not {type(state_setter).__name__}")
        name = getattr(func, "__name__", "")
        if self.proto >= 2 and name == "__newobj_ex__":
            cls, positional, named = args
            if self.proto >= 4:
                self.save(cls)
                self.save(positional)
                self.save(named)
                self.write(NEWOBJ_EX)
            else:
                from functools import partial

                self.save(partial(cls.__new__, cls, *positional, **named))
                self.save(())
                self.write(REDUCE)
        elif self.proto >= 2 and name == "__newobj__":
            cls = args[0]
            if not hasattr(cls, "__new__"):
                raise PicklingError("args[0] from __newobj__ args has no __new__")
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            self.save(cls)
            self.save(args[1:])
            self.write(NEWOBJ)
        else:
            self.save(copyreg.__newobj__ if name == "__newobj__" else func)
            self.save(args)
            self.write(REDUCE)
        if obj is not None:
            if self._written(obj):
                self.write(POP)
                self._known(obj)
                return
            self.memoize(obj)
        if listitems is not None:
            self._save_batches(listitems, 1, APPEND, APPENDS)
        if dictitems is not None:
            self._save_batches(dictitems, 2, SETITEM, SETITEMS)
        if state is None:
            return
        if state_setter is None:
            self.save(state)
            self.write(BUILD)
        else:
            self.save(state_setter)
            self.save(obj)
            self.save(state)
            self.write(TUPLE2 + REDUCE + POP)

    def _save_batches(self, items, width, one, several):
        items = iter(items)
        while True:
            batch = []
            for item in items:
                batch.append(item)
                if len(batch) == BATCH or not self.bin:
                    break
            if not batch:
                return
            many = len(batch) > 1
            if many:
                self.write(MARK)
            for item in batch:
                if width == 1:
                    self.save(item)
                else:
                    self.save(item[0])
                    self.save(item[1])
            self.write(several if many else one)

    def save_none(self, obj):
        self.write(NONE)

    def save_bool(self, obj):
        if self.proto >= 2:
            self.write(NEWTRUE if obj else NEWFALSE)
        else:
            self.write(b"I01\n" if obj else b"I00\n")

    def save_int(self, obj):
        small = -0x80000000 <= obj <= 0x7FFFFFFF
        if self.bin and small:
            if 0 <= obj <= 0xFF:
                self.write(BININT1 + bytes([obj]))
            elif 0 <= obj <= 0xFFFF:
                self.write(BININT2 + pack("<H", obj))
            else:
                self.write(BININT + pack("<i", obj))
        elif self.proto >= 2:
            data = encode_long(obj)
            self.write((LONG1 + bytes([len(data)]) if len(data) < 256 else LONG4 + pack("<i", len(data))) + data)
        else:
            self.write(f"I{obj}\n".encode() if small else f"L{obj}L\n".encode())

    def save_float(self, obj):
        self.write(BINFLOAT + pack(">d", obj) if self.bin else FLOAT + repr(obj).encode() + b"\n")

    def save_bytes(self, obj):
        if self.proto < 3:
            if obj:
                import codecs

                self._reduce_encode(obj, codecs)
            else:
                self.save_reduce(bytes, (), obj=obj)
            return
        n = len(obj)
        if n <= 0xFF:
            self.write(SHORT_BINBYTES + bytes([n]) + obj)
        elif n > 0xFFFFFFFF and self.proto >= 4:
            self._write_large(BINBYTES8 + pack("<Q", n), obj)
        else:
            self._write_large(BINBYTES + pack("<I", n), obj)
        self.memoize(obj)

    def _reduce_encode(self, obj, codecs):
        if not self._known(codecs.encode):
            self.write(GLOBAL + b"_codecs\nencode\n")
            self.memoize(codecs.encode)
        self.save((str(obj, "latin1"), "latin1"))
        self.write(REDUCE)
        self.memoize(obj)

    def save_bytearray(self, obj):
        if self.proto < 5:
            self.save_reduce(bytearray, (bytes(obj),) if obj else (), obj=obj)
            return
        self._write_large(BYTEARRAY8 + pack("<Q", len(obj)), obj)
        self.memoize(obj)

    def save_buffer(self, obj):
        if self.proto < 5:
            raise PicklingError("PickleBuffer can only be pickled with protocol >= 5")
        view = obj.raw()
        in_band = True
        if self._buffer_callback is not None:
            in_band = bool(self._buffer_callback(obj))
        if in_band:
            data = view.tobytes()
            (self.save_bytes if view.readonly else self.save_bytearray)(data)
        else:
            self.write(NEXT_BUFFER)
            if view.readonly:
                self.write(READONLY_BUFFER)

    def save_str(self, obj):
        if self.bin:
            data = obj.encode("utf-8", "surrogatepass")
            n = len(data)
            if n <= 0xFF and self.proto >= 4:
                self.write(SHORT_BINUNICODE + bytes([n]) + data)
            elif n > 0xFFFFFFFF and self.proto >= 4:
                self._write_large(BINUNICODE8 + pack("<Q", n), data)
            else:
                self._write_large(BINUNICODE + pack("<I", n), data)
        else:
            text = "".join(f"\\u{ord(c):04x}" if c in "\\\0\n\r\x1a" or 0xFF < ord(c) <= 0xFFFF else f"\\U{ord(c):08x}" if ord(c) > 0xFFFF else c for c in obj)
            self.write(UNICODE + text.encode("latin-1") + b"\n")
        self.memoize(obj)

    def save_tuple(self, obj):
        n = len(obj)
        if not n:
            self.write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
            return
        short = n <= 3 and self.proto >= 2
        if not short:
            self.write(MARK)
        for item in obj:
            self.save(item)
        if self._written(obj):  # an item refers to the tuple and wrote it
            if short:
                self.write(POP * n)
            else:
                self.write(POP_MARK if self.bin else POP * (n + 1))
            self._known(obj)
            return
        self.write((TUPLE1, TUPLE2, TUPLE3)[n - 1] if short else TUPLE)
        self.memoize(obj)

    def save_list(self, obj):
        self.write(EMPTY_LIST if self.bin else MARK + LIST)
        self.memoize(obj)
        self._save_batches(obj, 1, APPEND, APPENDS)

    def save_dict(self, obj):
        self.write(EMPTY_DICT if self.bin else MARK + DICT)
        self.memoize(obj)
        self._save_batches(obj.items(), 2, SETITEM, SETITEMS)

    def save_set(self, obj):
        if self.proto < 4:
            self.save_reduce(set, (list(obj),), obj=obj)
            return
        self.write(EMPTY_SET)
        self.memoize(obj)
        items = list(obj)
        for start in range(0, len(items), BATCH):
            self.write(MARK)
            for item in items[start:start + BATCH]:
                self.save(item)
            self.write(ADDITEMS)

    def save_frozenset(self, obj):
        if self.proto < 4:
            self.save_reduce(frozenset, (list(obj),), obj=obj)
            return
        self.write(MARK)
        for item in obj:
            self.save(item)
        if self._written(obj):
            self.write(POP_MARK)
            self._known(obj)
            return
        self.write(FROZENSET)
        self.memoize(obj)

    def save_type(self, obj):
        for value in None, NotImplemented, ...:
            if obj is type(value):
                self.save_reduce(type, (value,), obj=obj)
                return
        self.save_global(obj)

    def save_global(self, obj, name=None):
        if name is None:
            name = getattr(obj, "__qualname__", None) or obj.__name__
        module_name = whichmodule(obj, name)
        if "<locals>" in name.split("."):
            raise AttributeError(f"Can't get local object {name!r}")
        try:
            __import__(module_name, level=0)
            module = sys.modules[module_name]
        except (ImportError, KeyError):
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
        try:
            try:
                found, parent = getattribute(module, name, name)
            except AttributeError:
                # A function that is no builtin of CPython may be one here.
                module_name = found_in(obj, name) if module_name == "builtins" else None
                if module_name is None:
                    module_name = module.__name__
                    raise
                module = sys.modules[module_name]
                found, parent = getattribute(module, name, name)
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
        if found is not obj and found != obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        if self.proto >= 2:
            code = copyreg._extension_registry.get((module_name, name))
            if code is not None:
                if code <= 0xFF:
                    self.write(EXT1 + bytes([code]))
                elif code <= 0xFFFF:
                    self.write(EXT2 + pack("<H", code))
                else:
                    self.write(EXT4 + pack("<i", code))
                return
        if self.proto >= 4:
            self.save(module_name)
            self.save(name)
            self.write(STACK_GLOBAL)
        elif parent is not module:
            self.save_reduce(getattr, (parent, name.rpartition(".")[2]))
        else:
            if self.fix_imports:
                if module_name == "builtins" and isinstance(obj, type) and issubclass(obj, BaseException):
                    module_name = "exceptions"
                    if issubclass(obj, OSError):
                        name = "OSError"
                    elif issubclass(obj, ImportError):
                        name = "ImportError"
                module_name, name = OLD_NAMES.get((module_name, name), (module_name, name))
                module_name = OLD_MODULES.get(module_name, module_name)
            try:
                data = module_name.encode("utf-8" if self.proto >= 3 else "ascii") + b"\n" + name.encode("utf-8" if self.proto >= 3 else "ascii")
            except UnicodeEncodeError:
                raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using pickle protocol {self.proto}") from None
            self.write(GLOBAL + data + b"\n")
        self.memoize(obj)

    def save_single(self, obj):
        self.save_global(obj, "Ellipsis" if obj is ... else "NotImplemented")


SAVERS = {
    type(None): Pickler.save_none, bool: Pickler.save_bool, int: Pickler.save_int, float: Pickler.save_float,
    bytes: Pickler.save_bytes, bytearray: Pickler.save_bytearray, str: Pickler.save_str, tuple: Pickler.save_tuple,
    list: Pickler.save_list, dict: Pickler.save_dict, set: Pickler.save_set, frozenset: Pickler.save_frozenset,
    type: Pickler.save_type, type(...): Pickler.save_single, type(NotImplemented): Pickler.save_single,
    PickleBuffer: Pickler.save_buffer,
}
