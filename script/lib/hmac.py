"""Message authentication codes, RFC 2104."""

import hashlib as _hashlib

digest_size = None


def _open(digestmod, data=b""):
    if isinstance(digestmod, str):
        return _hashlib.new(digestmod, data)
    if callable(digestmod):
        return digestmod(data)
    return digestmod.new(data)


class HMAC:
    """A code under way."""

    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        inner = _open(digestmod)
        outer = _open(digestmod)
        self.digest_size = inner.digest_size
        self.block_size = inner.block_size
        if len(key) > self.block_size:
            key = _open(digestmod, key).digest()
        key = bytes(key).ljust(self.block_size, b"\0")
        inner.update(bytes(b ^ 0x36 for b in key))
        outer.update(bytes(b ^ 0x5C for b in key))
        self._inner, self._outer = inner, outer
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return "hmac-" + self._inner.name

    def update(self, msg):
        """Feeds more of the message."""
        self._inner.update(msg)

    def copy(self):
        """Another that goes on from here."""
        other = self.__class__.__new__(self.__class__)
        other.digest_size, other.block_size = self.digest_size, self.block_size
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        return other

    def digest(self):
        """The code of what was fed."""
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        """The code in hexadecimal."""
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    """An HMAC object."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The code of one message."""
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    """Equality in a time that does not tell where two codes differ."""
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        a, b = a.encode(), b.encode()
    else:
        wrong = [x for x in (a, b) if not isinstance(x, (bytes, bytearray, memoryview))]
        if len(wrong) == 2:
            raise TypeError(f"unsupported operand types(s) or combination of types: "
                            f"'{type(a).__name__}' and '{type(b).__name__}'")
        if wrong:
            raise TypeError(f"a bytes-like object is required, not '{type(wrong[0]).__name__}'")
    different = len(a) ^ len(b)
    for x, y in zip(a, b if len(a) == len(b) else a):
        different |= x ^ y
    return different == 0
