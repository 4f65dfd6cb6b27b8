"""Universally unique identifiers."""

__all__ = ["UUID", "uuid1", "uuid3", "uuid4", "uuid5", "getnode", "NAMESPACE_DNS",
           "NAMESPACE_URL", "NAMESPACE_OID", "NAMESPACE_X500", "RESERVED_NCS", "RFC_4122",
           "RESERVED_MICROSOFT", "RESERVED_FUTURE", "SafeUUID"]

from enum import Enum

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = (
    "reserved for NCS compatibility", "specified in RFC 4122",
    "reserved for Microsoft compatibility", "reserved for future definition")


class SafeUUID(Enum):
    """Whether a time-based UUID was made safely among processes."""

    safe = 0
    unsafe = -1
    unknown = None


class UUID:
    """An identifier of 128 bits."""

    __slots__ = ("int", "is_safe", "__weakref__")

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None,
                 *, is_safe=SafeUUID.unknown):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be "
                            "given")
        number = int
        if hex is not None:
            digits = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(digits) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            number = _parse(digits)
        if bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError("bytes_le is not a 16-char string")
            b = bytes_le
            bytes = b[3::-1] + b[5:3:-1] + b[7:5:-1] + b[8:]
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            number = _from_bytes(bytes)
        if fields is not None:
            if len(fields) != 6:
                raise ValueError("fields is not a 6-tuple")
            number = 0
            for place, (value, bits) in enumerate(zip(fields, (32, 16, 16, 8, 8, 48))):
                if not 0 <= value < 1 << bits:
                    raise ValueError("field %d out of range (need a %d-bit value)"
                                     % (place + 1, bits))
                number = number << bits | value
        if not 0 <= number < 1 << 128:
            raise ValueError("int is out of range (need a 128-bit value)")
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError("illegal version number")
            number = number & ~(0xc000 << 48) | 0x8000 << 48
            number = number & ~(0xf000 << 64) | version << 76
        object.__setattr__(self, "int", number)
        object.__setattr__(self, "is_safe", is_safe)

    def __setattr__(self, name, value):
        raise TypeError("UUID objects are immutable")

    def __getstate__(self):
        state = {"int": self.int}
        if self.is_safe is not SafeUUID.unknown:
            state["is_safe"] = self.is_safe.value
        return state

    def __setstate__(self, state):
        object.__setattr__(self, "int", state["int"])
        object.__setattr__(self, "is_safe", SafeUUID(state["is_safe"]) if "is_safe" in state else SafeUUID.unknown)

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __gt__(self, other):
        return self.int > other.int if isinstance(other, UUID) else NotImplemented

    def __le__(self, other):
        return self.int <= other.int if isinstance(other, UUID) else NotImplemented

    def __ge__(self, other):
        return self.int >= other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return "%s(%r)" % (self.__class__.__name__, str(self))

    def __str__(self):
        h = self.hex
        return "-".join((h[:8], h[8:12], h[12:16], h[16:20], h[20:]))

    @property
    def hex(self):
        """32 digits."""
        return "%032x" % self.int

    @property
    def urn(self):
        """The URN."""
        return "urn:uuid:" + str(self)

    @property
    def bytes(self):
        """16 bytes, the highest first."""
        return self.int.to_bytes(16)

    @property
    def bytes_le(self):
        """16 bytes, the first three fields reversed."""
        b = self.bytes
        return b[3::-1] + b[5:3:-1] + b[7:5:-1] + b[8:]

    @property
    def fields(self):
        """The six fields."""
        return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant,
                self.clock_seq_low, self.node)

    @property
    def time_low(self):
        return self.int >> 96

    @property
    def time_mid(self):
        return self.int >> 80 & 0xffff

    @property
    def time_hi_version(self):
        return self.int >> 64 & 0xffff

    @property
    def clock_seq_hi_variant(self):
        return self.int >> 56 & 0xff

    @property
    def clock_seq_low(self):
        return self.int >> 48 & 0xff

    @property
    def time(self):
        return (self.time_hi_version & 0x0fff) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3f) << 8 | self.clock_seq_low

    @property
    def node(self):
        return self.int & 0xffffffffffff

    @property
    def variant(self):
        """Which layout the bits follow."""
        top = self.int >> 61 & 7
        if not top & 4:
            return RESERVED_NCS
        if not top & 2:
            return RFC_4122
        return RESERVED_FUTURE if top & 1 else RESERVED_MICROSOFT

    @property
    def version(self):
        """The version, or None outside RFC 4122."""
        return self.int >> 76 & 0xf if self.variant == RFC_4122 else None


# Inside the class the names int and bytes mean its arguments.
def _parse(digits):
    return int(digits, 16)


def _from_bytes(data):
    return int.from_bytes(data)


def getnode():
    """A number for this machine: random, with the multicast bit set."""
    if not _node:
        from os import urandom
        _node.append(int.from_bytes(urandom(6)) | 1 << 40)
    return _node[0]


_node = []
_last = [0]


def uuid1(node=None, clock_seq=None):
    """From the time and the machine."""
    from os import urandom
    from time import time_ns
    stamp = max(time_ns() // 100 + 0x01b21dd213814000, _last[0] + 1)
    _last[0] = stamp
    if clock_seq is None:
        clock_seq = int.from_bytes(urandom(2)) & 0x3fff
    return UUID(fields=(stamp & 0xffffffff, stamp >> 32 & 0xffff, stamp >> 48 & 0x0fff,
                        clock_seq >> 8 & 0x3f, clock_seq & 0xff,
                        getnode() if node is None else node), version=1)


def _named(namespace, name, version):
    import hashlib
    data = namespace.bytes + (name.encode() if isinstance(name, str) else name)
    digest = hashlib.md5(data) if version == 3 else hashlib.sha1(data)
    return UUID(bytes=digest.digest()[:16], version=version)


def uuid3(namespace, name):
    """From a name, by MD5."""
    return _named(namespace, name, 3)


def uuid4():
    """From random bytes."""
    from os import urandom
    return UUID(bytes=urandom(16), version=4)


def uuid5(namespace, name):
    """From a name, by SHA-1."""
    return _named(namespace, name, 5)


NAMESPACE_DNS, NAMESPACE_URL, NAMESPACE_OID, NAMESPACE_X500 = [
    UUID("6ba7b81%d-9dad-11d1-80b4-00c04fd430c8" % n) for n in (0, 1, 2, 4)]
