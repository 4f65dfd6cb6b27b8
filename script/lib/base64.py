"""Bytes as text: base 64, 32, 16 and 85."""

import binascii
import struct

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode",
           "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode",
           "a85decode", "z85encode", "z85decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode",
           "urlsafe_b64decode"]

MAXLINESIZE = 76
MAXBINSIZE = MAXLINESIZE // 4 * 3


def _ascii(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError("argument should be a bytes-like object or ASCII string, "
                        f"not {s.__class__.__name__!r}") from None


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _ascii(s)
    if altchars is not None:
        altchars = _ascii(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(_ascii(s).translate(bytes.maketrans(b"-_", b"+/")))


_b32_letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_b32_hex = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _b32encode(alphabet, s):
    s = bytes(memoryview(s))
    out = bytearray()
    for i in range(0, len(s), 5):
        chunk = s[i:i + 5]
        number = int.from_bytes(chunk.ljust(5, b"\0"), "big")
        letters = bytes(alphabet[number >> shift & 31] for shift in range(35, -1, -5))
        used = (len(chunk) * 8 + 4) // 5
        out += letters[:used].ljust(8, b"=")
    return bytes(out)


def _b32decode(alphabet, s, casefold=False, map01=None):
    s = _ascii(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _ascii(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    bare = s.rstrip(b"=")
    padding = len(s) - len(bare)
    values = {letter: i for i, letter in enumerate(alphabet)}
    out = bytearray()
    for i in range(0, len(bare), 8):
        number = 0
        for letter in bare[i:i + 8].ljust(8, alphabet[:1]):
            if letter not in values:
                raise binascii.Error("Non-base32 digit found") from None
            number = number << 5 | values[letter]
        out += number.to_bytes(5, "big")
    if len(s) % 8 or padding not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    if padding and out:
        del out[len(out) - 5 + (43 - 5 * padding) // 8:]
    return bytes(out)


def b32encode(s):
    return _b32encode(_b32_letters, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_b32_letters, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_b32_hex, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_b32_hex, s, casefold)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _ascii(s)
    if casefold:
        s = s.upper()
    if s.translate(None, b"0123456789ABCDEF"):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


_b85_letters = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
_a85_letters = bytes(range(33, 118))
_z85_letters = b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#"


def _encode85(b, alphabet, pad, short=None):
    b = bytes(memoryview(b))
    padding = -len(b) % 4
    b += b"\0" * padding
    out = []
    for i in range(0, len(b), 4):
        number = int.from_bytes(b[i:i + 4], "big")
        if short and short.get(number):
            out.append(short[number])
            continue
        letters = bytearray(5)
        for k in range(4, -1, -1):
            number, digit = divmod(number, 85)
            letters[k] = alphabet[digit]
        out.append(bytes(letters))
    if padding and not pad:
        if short and out[-1] == b"z":
            out[-1] = alphabet[:1] * 5
        out[-1] = out[-1][:-padding]
    return b"".join(out)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    short = {0: b"z"}
    if foldspaces:
        short[0x20202020] = b"y"
    result = _encode85(b, _a85_letters, pad, short)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        chunks = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(chunks[-1]) + 2 > wrapcol:
            chunks.append(b"")
        result = b"\n".join(chunks)
    return result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _ascii(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    out, digits = [], []
    for c in b + b"u" * 4:
        if 33 <= c <= 117:
            digits.append(c)
            if len(digits) == 5:
                number = 0
                for digit in digits:
                    number = number * 85 + digit - 33
                try:
                    out.append(number.to_bytes(4, "big"))
                except OverflowError:
                    raise ValueError("Ascii85 overflow") from None
                digits.clear()
        elif c == 122:
            if digits:
                raise ValueError("z inside Ascii85 5-tuple")
            out.append(b"\0\0\0\0")
        elif foldspaces and c == 121:
            if digits:
                raise ValueError("y inside Ascii85 5-tuple")
            out.append(b"    ")
        elif c not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(c)}")
    result = b"".join(out)
    padding = 4 - len(digits)
    return result[:-padding] if padding else result


def b85encode(b, pad=False):
    return _encode85(b, _b85_letters, pad)


def _decode85(b, alphabet, name):
    b = _ascii(b)
    padding = -len(b) % 5
    b = bytes(b) + alphabet[-1:] * padding
    values = {letter: i for i, letter in enumerate(alphabet)}
    out = []
    for i in range(0, len(b), 5):
        number = 0
        for k, letter in enumerate(b[i:i + 5]):
            if letter not in values:
                raise ValueError(f"bad {name} character at position {i + k}") from None
            number = number * 85 + values[letter]
        try:
            out.append(number.to_bytes(4, "big"))
        except OverflowError:
            raise ValueError(f"{name} overflow in hunk starting at byte {i}") from None
    result = b"".join(out)
    return result[:-padding] if padding else result


def b85decode(b):
    return _decode85(b, _b85_letters, "base85")


def z85encode(s):
    return _encode85(s, _z85_letters, False)


def z85decode(s):
    return _decode85(s, _z85_letters, "z85")


def encode(input, output):
    while s := input.read(MAXBINSIZE):
        while len(s) < MAXBINSIZE and (more := input.read(MAXBINSIZE - len(s))):
            s += more
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


def _octets(s):
    try:
        m = memoryview(s)
    except TypeError as err:
        raise TypeError(f"expected bytes-like object, not {s.__class__.__name__}") from err
    return m


def encodebytes(s):
    _octets(s)
    return b"".join(binascii.b2a_base64(s[i:i + MAXBINSIZE]) for i in range(0, len(s), MAXBINSIZE))


def decodebytes(s):
    _octets(s)
    return binascii.a2b_base64(s)
