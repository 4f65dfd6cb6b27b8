"""Texts and their encodings."""

import _codecs
import builtins as _builtins
import sys as _sys

__all__ = ["register", "lookup", "open", "EncodedFile", "BOM", "BOM_BE", "BOM_LE", "BOM32_BE", "BOM32_LE", "BOM64_BE",
           "BOM64_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE",
           "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader",
           "StreamWriter", "StreamReaderWriter", "StreamRecoder", "getencoder", "getdecoder", "getincrementalencoder",
           "getincrementaldecoder", "getreader", "getwriter", "encode", "decode", "iterencode", "iterdecode",
           "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors", "backslashreplace_errors",
           "namereplace_errors", "register_error", "lookup_error"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32_LE = b"\xff\xfe\0\0"
BOM_UTF32_BE = b"\0\0\xfe\xff"
BOM = BOM_UTF16 = BOM_UTF16_LE if _sys.byteorder == "little" else BOM_UTF16_BE
BOM_UTF32 = BOM_UTF32_LE if _sys.byteorder == "little" else BOM_UTF32_BE
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE


class CodecInfo(tuple):
    """What lookup() finds: a tuple of four, with more by name."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamwriter, self.streamreader = streamwriter, streamreader
        self._is_text_encoding = True if _is_text_encoding is None else _is_text_encoding
        return self

    def __repr__(self):
        cls = type(self)
        return f"<{cls.__module__}.{cls.__qualname__} object for encoding {self.name} at {id(self):#x}>"


class Codec:
    """Encodes and decodes without a state."""

    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes a text piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    """Decodes bytes piece by piece."""

    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """One that keeps the beginning of what is not complete yet."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        text, used = self._buffer_decode(data, self.errors, final)
        self.buffer = data[used:]
        return text

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    """A file that text is written to."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReader(Codec):
    """A file that text is read from."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self._text = ""
        self._decoder = None

    def _more(self, size):
        """Decode another piece; False at the end."""
        data = self.stream.read() if size < 0 else self.stream.read(max(size, 72))
        if self._decoder is None:
            own = getattr(type(self), "_incremental", None)
            self._decoder = own(self.errors).decode if own else _stepper(self.decode, self.errors)
        self._text += self._decoder(data, not data)
        return bool(data)

    def read(self, size=-1, chars=-1, firstline=False):
        wanted = chars if chars >= 0 else size
        while wanted < 0 or len(self._text) < wanted:
            if not self._more(-1 if wanted < 0 else size):
                break
        if wanted < 0:
            wanted = len(self._text)
        text, self._text = self._text[:wanted], self._text[wanted:]
        return text

    def readline(self, size=None, keepends=True):
        while True:
            lines = self._text.splitlines(True)
            if len(lines) > 1 or not self._more(size or 72):
                break
        lines = self._text.splitlines(True)
        if not lines:
            return ""
        line = lines[0]
        self._text = self._text[len(line):]
        return line if keepends else line.splitlines(False)[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._text, self._decoder = "", None

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamReaderWriter:
    """A file for both directions."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamRecoder:
    """Translates between two encodings: what is read and written has one, the file the other."""

    data_encoding = file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        self.stream = stream
        self.encode, self.decode = encode, decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        return self.encode(self.reader.readline(size), self.errors)[0]

    def readlines(self, sizehint=None):
        return self.read().splitlines(keepends=True)

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b"".join(list))

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


def _stepper(decode, errors):
    """A function that decodes piece by piece: what a piece lacks at its end waits for the next."""
    kept = b""

    def step(data, final):
        nonlocal kept
        data = kept + data
        try:
            text, used = decode(data, errors)
        except UnicodeDecodeError as e:
            if final or e.end < len(data) or len(data) - e.start > 4:
                raise
            text, used = decode(data[:e.start], errors)
        kept = data[used:]
        return text

    return step


_searches = []
_found = {}
_handlers = {}


def register(search_function):
    """Have a function look for encodings that are not known."""
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _searches.append(search_function)


def unregister(search_function):
    """Take such a function away."""
    if search_function in _searches:
        _searches.remove(search_function)
        _found.clear()


_later = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}


def _text_codec(name):
    """An encoding that str and bytes know, None for another."""
    name = _codecs.canonical(name)
    if name is None:
        return None

    def encode(input, errors="strict"):
        return _codecs.encode(input, name, errors), len(input)

    def decode(input, errors="strict"):
        return _codecs.decode(input, name, errors), len(input)

    class IncrementalEncoderOfText(IncrementalEncoder):
        _begun = False

        def encode(self, input, final=False):
            out = _codecs.encode(input, _later.get(name, name) if self._begun else name, self.errors)
            self._begun = True
            return out

        def reset(self):
            self._begun = False

        def getstate(self):
            return 0 if self._begun or name not in _later else 1 if name == "utf-8-sig" else 2

        def setstate(self, state):
            self._begun = state == 0

    class IncrementalDecoderOfText(BufferedIncrementalDecoder):
        _follows = name

        def _buffer_decode(self, input, errors, final):
            text, used, self._follows = _codecs.decode_part(input, self._follows, errors, final)
            return text, used

        def reset(self):
            super().reset()
            self._follows = name

        def getstate(self):
            return self.buffer, 0 if self._follows == name else 2 if self._follows.endswith("-be") else 1

        def setstate(self, state):
            super().setstate(state)
            order = state[1]
            self._follows = name if not order else name + ("-be" if order == 2 else "-le") if name[-2:].isdigit() and "utf" in name and name != "utf-8" else _later.get(name, name)

    class Reader(StreamReader):
        pass

    class Writer(StreamWriter):
        _writer = None

        def encode(self, input, errors="strict"):
            if self._writer is None:
                self._writer = IncrementalEncoderOfText(errors)
            return self._writer.encode(input), len(input)

        def reset(self):
            self._writer = None

    Reader.decode = staticmethod(decode)
    Reader._incremental = IncrementalDecoderOfText
    return CodecInfo(encode, decode, Reader, Writer, IncrementalEncoderOfText, IncrementalDecoderOfText, name)


def _bytes_codec(name):
    """An encoding of bytes as bytes, or of text as text; None if it is none of them."""
    if name in ("hex", "hex_codec"):
        import binascii
        return "hex", binascii.hexlify, binascii.unhexlify
    if name in ("base64", "base64_codec", "base_64"):
        import base64
        return "base64", base64.encodebytes, base64.decodebytes
    if name in ("zlib", "zip", "zlib_codec"):
        import zlib
        return "zlib", zlib.compress, zlib.decompress
    if name in ("rot13", "rot_13"):
        def turn(text):
            return "".join(chr((ord(c) - base + 13) % 26 + base) if (base := 97 if "a" <= c <= "z" else 65 if "A" <= c <= "Z" else 0)
                           else c for c in text)
        return "rot13", turn, turn
    return None


def lookup(encoding):
    """The codec of an encoding."""
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    name = encoding.lower().replace("-", "_").replace(" ", "_")
    if name in _found:
        return _found[name]
    found = _text_codec(name)
    if found is None:
        between = _bytes_codec(name)
        if between is not None:
            proper, there, back = between
            found = CodecInfo(lambda input, errors="strict": (there(input), len(input)),
                              lambda input, errors="strict": (back(input), len(input)),
                              name=proper, _is_text_encoding=False)
        for search in _searches:
            if found is None:
                found = search(name)
        if found is None:
            raise LookupError(f"unknown encoding: {encoding}") from None
        if not isinstance(found, tuple) or len(found) != 4:
            raise TypeError("codec search functions must return 4-tuples")
    _found[name] = found
    return found


def _text_info(encoding, what, how):
    info = lookup(encoding)
    if not getattr(info, "_is_text_encoding", True):
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{what}() to handle arbitrary codecs")
    return info


def _encode_text(text, encoding, errors):
    """str.encode() for the encodings of search functions."""
    out = _text_info(encoding, "encode", "encoder")[0](text, errors)
    if not isinstance(out, tuple) or len(out) != 2:
        raise TypeError("encoder must return a tuple (object, integer)")
    if not isinstance(out[0], (bytes, bytearray)):
        raise TypeError(f"'{encoding}' encoder returned '{type(out[0]).__name__}' instead of 'bytes'; "
                        "use codecs.encode() to encode to arbitrary types")
    return out[0]


def _decode_text(data, encoding, errors):
    """bytes.decode() for the encodings of search functions."""
    out = _text_info(encoding, "decode", "decoder")[1](data, errors)
    if not isinstance(out, tuple) or len(out) != 2:
        raise TypeError("decoder must return a tuple (object,integer)")
    if not isinstance(out[0], str):
        raise TypeError(f"'{encoding}' decoder returned '{type(out[0]).__name__}' instead of 'str'; "
                        "use codecs.decode() to decode to arbitrary types")
    return out[0]


def _handle_error(errors, exception):
    """What a registered handler does with an error."""
    out = lookup_error(errors)(exception)
    kind = "encoding" if isinstance(exception, UnicodeEncodeError) else "decoding"
    kinds = (str, bytes) if kind == "encoding" else str
    if not isinstance(out, tuple) or len(out) != 2 or not isinstance(out[0], kinds) or not isinstance(out[1], int):
        raise TypeError(f"{kind} error handler must return ({'str/bytes' if kind == 'encoding' else 'str'}, int) tuple")
    return out


def encode(obj, encoding="utf-8", errors="strict"):
    """obj encoded."""
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    """obj decoded."""
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    encoder = lookup(encoding).incrementalencoder
    if encoder is None:
        raise LookupError(encoding)
    return encoder


def getincrementaldecoder(encoding):
    decoder = lookup(encoding).incrementaldecoder
    if decoder is None:
        raise LookupError(encoding)
    return decoder


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """The pieces of a text encoded."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        out = encoder.encode(piece)
        if out:
            yield out
    out = encoder.encode("", True)
    if out:
        yield out


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """The pieces of bytes decoded."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        out = decoder.decode(piece)
        if out:
            yield out
    out = decoder.decode(b"", True)
    if out:
        yield out


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    """A file that is read and written as text of an encoding, without a change of its line ends."""
    if encoding is not None and "b" not in mode:
        mode += "b"
    file = _builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    info = lookup(encoding)
    out = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    out.encoding = encoding
    return out


def EncodedFile(file, data_encoding, file_encoding=None, errors="strict"):
    """A file that is used in one encoding and stored in another."""
    if file_encoding is None:
        file_encoding = data_encoding
    data, stored = lookup(data_encoding), lookup(file_encoding)
    out = StreamRecoder(file, data.encode, data.decode, stored.streamreader, stored.streamwriter, errors)
    out.data_encoding, out.file_encoding = data_encoding, file_encoding
    return out


def strict_errors(exception):
    raise exception


def ignore_errors(exception):
    return ("", exception.end)


def _part(exception):
    return exception.object[exception.start:exception.end]


def replace_errors(exception):
    if isinstance(exception, UnicodeEncodeError):
        return "?" * len(_part(exception)), exception.end
    return "\ufffd", exception.end


def xmlcharrefreplace_errors(exception):
    return "".join(f"&#{ord(c)};" for c in _part(exception)), exception.end


def backslashreplace_errors(exception):
    if isinstance(exception, UnicodeDecodeError):
        return "".join(f"\\x{byte:02x}" for byte in _part(exception)), exception.end
    return _part(exception).encode("ascii", "backslashreplace").decode("ascii"), exception.end


def namereplace_errors(exception):
    return _part(exception).encode("ascii", "namereplace").decode("ascii"), exception.end


_handlers.update(strict=strict_errors, ignore=ignore_errors, replace=replace_errors,
                 xmlcharrefreplace=xmlcharrefreplace_errors, backslashreplace=backslashreplace_errors,
                 namereplace=namereplace_errors)


def register_error(errors, handler):
    """Give a way of dealing with errors a name, for the functions of this module."""
    if not callable(handler):
        raise TypeError("handler must be callable")
    _handlers[errors] = handler


def lookup_error(errors):
    """The way of dealing with errors that has a name."""
    try:
        return _handlers[errors]
    except KeyError:
        raise LookupError(f"unknown error handler name '{errors}'") from None


_escapes = {ord("\\"): b"\\", ord("'"): b"'", ord('"'): b'"', ord("b"): b"\b", ord("f"): b"\f", ord("t"): b"\t",
            ord("n"): b"\n", ord("r"): b"\r", ord("v"): b"\v", ord("a"): b"\a", ord("\n"): b""}


def escape_decode(data, errors="strict"):
    """Bytes with what their escapes stand for, as in a bytes literal."""
    if isinstance(data, str):
        data = data.encode()
    out = bytearray()
    i = 0
    while i < len(data):
        if data[i] != 0x5C:
            out.append(data[i])
            i += 1
            continue
        if i + 1 == len(data):
            raise ValueError("Trailing \\ in string")
        c = data[i + 1]
        if c in _escapes:
            out += _escapes[c]
            i += 2
        elif 48 <= c <= 55:
            end = i + 2
            while end < min(i + 4, len(data)) and 48 <= data[end] <= 55:
                end += 1
            out.append(int(data[i + 1:end], 8) & 255)
            i = end
        elif c == 0x78:
            try:
                out += bytes.fromhex(data[i + 2:i + 4].decode("ascii"))
                if i + 4 > len(data):
                    raise ValueError
            except ValueError:
                if errors == "strict":
                    raise ValueError(f"invalid \\x escape at position {i}") from None
                if errors == "replace":
                    out += b"?"
            i += 4
        else:
            out += data[i:i + 2]
            i += 2
    return bytes(out), len(data)


def escape_encode(data, errors="strict"):
    """Bytes as they are written in a bytes literal."""
    # A quote of the other kind has repr leave this one as it is.
    text = repr(bytes(data).replace(b"'", b'"\'"'))[2:-1].replace('"\\\'"', "\\'")
    return text.encode("ascii"), len(data)


def _functions(name):
    def encode(str, errors=None, /):
        return _codecs.encode(str, name, errors or "strict"), len(str)

    def decode(data, errors=None, final=False, /):
        return _codecs.decode_part(data, name, errors or "strict", final)[:2]

    return encode, decode


for _name in ("utf_8", "ascii", "latin_1", "utf_16", "utf_16_le", "utf_16_be", "utf_32", "utf_32_le", "utf_32_be",
              "unicode_escape", "raw_unicode_escape"):
    globals()[_name + "_encode"], globals()[_name + "_decode"] = _functions(_name.replace("_", "-"))


def make_identity_dict(rng):
    """Each number as itself."""
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """The other direction of a map; what has several ways has none."""
    out = {}
    for k, v in decoding_map.items():
        out[v] = None if v in out else k
    return out


def charmap_build(table):
    """The characters of a table of 256, with their places."""
    return {ord(c): i for i, c in enumerate(table) if c != "\ufffe"}


def charmap_encode(str, errors="strict", mapping=None, /):
    """Encodes by a map of character numbers to bytes."""
    if mapping is None:
        return _codecs.encode(str, "latin-1", errors), len(str)
    out, i = bytearray(), 0
    while i < len(str):
        to = _mapped(mapping, ord(str[i]))
        if to is not None:
            out += bytes([to]) if isinstance(to, int) else to
            i += 1
            continue
        error = UnicodeEncodeError("charmap", str, i, i + 1, "character maps to <undefined>")
        more, i = _handle_error(errors or "strict", error)
        for c in more:
            to = c if isinstance(c, int) else _mapped(mapping, ord(c))
            if to is None:
                raise error
            out += bytes([to]) if isinstance(to, int) else to
    return bytes(out), len(str)


def charmap_decode(data, errors="strict", mapping=None, /):
    """Decodes by a table of characters or a map of bytes to them."""
    if mapping is None:
        return _codecs.decode(data, "latin-1", errors), len(data)
    out, i, data = [], 0, bytes(data)
    while i < len(data):
        to = _mapped(mapping, data[i])
        if to is not None and to != "\ufffe" and to != 0xFFFE:
            out.append(chr(to) if isinstance(to, int) else to)
            i += 1
            continue
        error = UnicodeDecodeError("charmap", data, i, i + 1, "character maps to <undefined>")
        more, i = _handle_error(errors or "strict", error)
        out.append(more)
    return "".join(out), len(data)


def _mapped(mapping, key):
    try:
        return mapping[key]
    except LookupError:
        return None


def readbuffer_encode(data, errors=None, /):
    """The bytes of a buffer, or of a text in UTF-8."""
    return (data.encode() if isinstance(data, str) else bytes(data)), len(data)


class BufferedIncrementalEncoder(IncrementalEncoder):
    """One that keeps the end of what it cannot encode yet."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = ""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        out, used = self._buffer_encode(data, self.errors, final)
        self.buffer = data[used:]
        return out

    def reset(self):
        self.buffer = ""

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ""
