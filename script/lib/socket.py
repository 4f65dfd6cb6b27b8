"""The names of socket. This interpreter has no network: what would open a
connection raises OSError, so that programs which can do without go on."""

import enum as _enum
import errno as _errno
import os as _os
import sys as _sys

_linux = _sys.platform.startswith("linux")
_windows = _sys.platform == "win32"


def _choose(linux, others, windows):
    return linux if _linux else windows if _windows else others


_families = {
    "AF_UNSPEC": 0, "AF_UNIX": 1, "AF_INET": 2, "AF_INET6": _choose(10, 30, 23), "AF_APPLETALK": _choose(5, 16, 16),
    "AF_IPX": _choose(4, 23, 6), "AF_SNA": _choose(22, 11, 11), "AF_DECnet": 12,
}
if _windows:
    del _families["AF_UNIX"]
_kinds = {"SOCK_STREAM": 1, "SOCK_DGRAM": 2, "SOCK_RAW": 3, "SOCK_RDM": 4, "SOCK_SEQPACKET": 5}
if _linux:
    _kinds |= {"SOCK_CLOEXEC": 0o2000000, "SOCK_NONBLOCK": 0o4000}
_messages = {"MSG_OOB": 1, "MSG_PEEK": 2, "MSG_DONTROUTE": 4, "MSG_WAITALL": _choose(0x100, 0x40, 8),
             "MSG_TRUNC": _choose(0x20, 0x10, 0x100), "MSG_CTRUNC": _choose(8, 0x20, 0x200)}
if not _windows:
    _messages |= {"MSG_DONTWAIT": _choose(0x40, 0x80, 0), "MSG_EOR": _choose(0x80, 8, 0)}
if _linux:
    _messages |= {"MSG_NOSIGNAL": 0x4000, "MSG_CMSG_CLOEXEC": 0x40000000, "MSG_MORE": 0x8000}
_lookups = {"AI_PASSIVE": 1, "AI_CANONNAME": 2, "AI_NUMERICHOST": 4, "AI_NUMERICSERV": _choose(0x400, 0x1000, 8),
            "AI_ADDRCONFIG": _choose(0x20, 0x400, 0x400), "AI_V4MAPPED": _choose(8, 0x800, 0x800),
            "AI_ALL": _choose(0x10, 0x100, 0x100)}

_level = _choose(1, 0xFFFF, 0xFFFF)
_options = {
    "SOL_SOCKET": _level, "SOL_IP": 0, "SOL_TCP": 6, "SOL_UDP": 17,
    "SO_DEBUG": 1, "SO_REUSEADDR": _choose(2, 4, 4), "SO_TYPE": _choose(3, 0x1008, 0x1008),
    "SO_ERROR": _choose(4, 0x1007, 0x1007), "SO_DONTROUTE": _choose(5, 0x10, 0x10),
    "SO_BROADCAST": _choose(6, 0x20, 0x20), "SO_SNDBUF": _choose(7, 0x1001, 0x1001),
    "SO_RCVBUF": _choose(8, 0x1002, 0x1002), "SO_KEEPALIVE": _choose(9, 8, 8), "SO_OOBINLINE": _choose(10, 0x100, 0x100),
    "SO_LINGER": _choose(13, 0x80, 0x80), "SO_RCVLOWAT": _choose(18, 0x1004, 0x1004),
    "SO_SNDLOWAT": _choose(19, 0x1003, 0x1003), "SO_RCVTIMEO": _choose(20, 0x1006, 0x1006),
    "SO_SNDTIMEO": _choose(21, 0x1005, 0x1005), "SO_ACCEPTCONN": _choose(30, 2, 2), "SOMAXCONN": _choose(4096, 128, 0x7FFFFFFF),
    "IPPROTO_IP": 0, "IPPROTO_ICMP": 1, "IPPROTO_IGMP": 2, "IPPROTO_TCP": 6, "IPPROTO_UDP": 17, "IPPROTO_IPV6": 41,
    "IPPROTO_ICMPV6": 58, "IPPROTO_RAW": 255,
    "TCP_NODELAY": 1, "TCP_MAXSEG": _choose(2, 2, 4), "TCP_KEEPCNT": _choose(6, 0x102, 16),
    "TCP_KEEPINTVL": _choose(5, 0x101, 17), "TCP_KEEPIDLE": _choose(4, 0x10, 3),
    "IPV6_V6ONLY": _choose(26, 27, 27), "IPV6_UNICAST_HOPS": _choose(16, 4, 4), "IPV6_MULTICAST_HOPS": _choose(18, 10, 10),
    "IPV6_MULTICAST_IF": _choose(17, 9, 9), "IPV6_MULTICAST_LOOP": _choose(19, 11, 11),
    "IPV6_JOIN_GROUP": _choose(20, 12, 12), "IPV6_LEAVE_GROUP": _choose(21, 13, 13),
    "IP_TTL": _choose(2, 4, 4), "IP_TOS": _choose(1, 3, 3), "IP_MULTICAST_IF": _choose(32, 9, 9),
    "IP_MULTICAST_TTL": _choose(33, 10, 10), "IP_MULTICAST_LOOP": _choose(34, 11, 11),
    "IP_ADD_MEMBERSHIP": _choose(35, 12, 12), "IP_DROP_MEMBERSHIP": _choose(36, 13, 13),
    "SHUT_RD": 0, "SHUT_WR": 1, "SHUT_RDWR": 2,
    "INADDR_ANY": 0, "INADDR_BROADCAST": 0xFFFFFFFF, "INADDR_LOOPBACK": 0x7F000001, "INADDR_NONE": 0xFFFFFFFF,
    "NI_NUMERICHOST": _choose(1, 2, 2), "NI_NUMERICSERV": _choose(2, 8, 8), "NI_NAMEREQD": _choose(8, 4, 4),
    "NI_NOFQDN": _choose(4, 1, 1), "NI_DGRAM": 16, "NI_MAXHOST": 1025, "NI_MAXSERV": 32,
    "EAI_AGAIN": _choose(-3, 2, 11002), "EAI_BADFLAGS": _choose(-1, 3, 10022), "EAI_FAIL": _choose(-4, 4, 11003),
    "EAI_FAMILY": _choose(-6, 5, 10047), "EAI_MEMORY": _choose(-10, 6, 8), "EAI_NONAME": _choose(-2, 8, 11001),
    "EAI_NODATA": _choose(-5, 7, 11001), "EAI_SERVICE": _choose(-8, 9, 10109), "EAI_SOCKTYPE": _choose(-7, 10, 10044),
}
if not _windows:
    _options |= {"SO_REUSEPORT": _choose(15, 0x200, 0), "SCM_RIGHTS": 1, "EAI_SYSTEM": _choose(-11, 11, 0),
                 "SOL_IPV6": 41}
if _linux:
    _options |= {"SO_PEERCRED": 17, "SO_BINDTODEVICE": 25, "SO_PRIORITY": 12, "SO_MARK": 36, "SO_DOMAIN": 39,
                 "SO_PROTOCOL": 38, "TCP_CORK": 3, "TCP_QUICKACK": 12, "TCP_USER_TIMEOUT": 18, "TCP_FASTOPEN": 23,
                 "TCP_INFO": 11, "TCP_DEFER_ACCEPT": 9, "TCP_SYNCNT": 7, "TCP_WINDOW_CLAMP": 10, "TCP_LINGER2": 8}

AddressFamily = _enum.IntEnum("AddressFamily", _families, module=__name__)
SocketKind = _enum.IntEnum("SocketKind", _kinds, module=__name__)
MsgFlag = _enum.IntFlag("MsgFlag", _messages, module=__name__)
AddressInfo = _enum.IntFlag("AddressInfo", _lookups, module=__name__)
for _members in AddressFamily, SocketKind, MsgFlag, AddressInfo:
    globals().update(_members.__members__)
globals().update(_options)

has_ipv6 = False
error = OSError
timeout = TimeoutError
_default_timeout = None
_GLOBAL_DEFAULT_TIMEOUT = object()


class herror(OSError):
    """A failure of looking up an address."""


class gaierror(OSError):
    """A failure of looking up a name."""


def _no_network(what):
    return OSError(_errno.EAFNOSUPPORT, f"{what}: this interpreter has no network")


def _without(what, error=_no_network):
    def refuse(*args, **kwargs):
        raise error(what)

    refuse.__name__ = refuse.__qualname__ = what
    return refuse


class socket:
    """A socket that can be set up, but neither bound nor connected."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        if fileno is not None:
            raise _no_network("socket")
        self._family = AF_INET if family == -1 else family
        self._type = SOCK_STREAM if type == -1 else type
        self._proto = 0 if proto == -1 else proto
        self._timeout = _default_timeout
        self._options = {}
        self._closed = self._inheritable = False

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __repr__(self):
        closed = " [closed]" if self._closed else ""
        return (f"<{type(self).__module__}.{type(self).__qualname__}{closed} fd={self.fileno()}, family={int(self.family)}, "
                f"type={int(self.type)}, proto={self.proto}>")

    @property
    def family(self):
        return _member(AddressFamily, self._family)

    @property
    def type(self):
        return _member(SocketKind, self._type)

    @property
    def proto(self):
        return self._proto

    @property
    def timeout(self):
        return self._timeout

    def fileno(self):
        """The descriptor: -1, as there is none."""
        return -1

    def detach(self):
        self._closed = True
        return -1

    def close(self):
        self._closed = True

    def settimeout(self, value):
        if value is not None:
            value = float(value)
            if value < 0:
                raise ValueError("Timeout value out of range")
        self._timeout = value

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout != 0

    def get_inheritable(self):
        return self._inheritable

    def set_inheritable(self, inheritable):
        self._inheritable = bool(inheritable)

    def setsockopt(self, level, option, value, length=None):
        self._options[level, option] = value

    def getsockopt(self, level, option, length=None):
        return self._options.get((level, option), 0)


def _member(enumeration, value):
    try:
        return enumeration(value)
    except ValueError:
        return value


SocketType = socket
for _name in ("accept", "bind", "connect", "connect_ex", "dup", "getpeername", "getsockname", "listen", "makefile",
              "recv", "recv_into", "recvfrom", "recvfrom_into", "recvmsg", "recvmsg_into", "send", "sendall",
              "sendfile", "sendmsg", "sendto", "shutdown"):
    _method = _without(_name)
    _method.__qualname__ = f"socket.{_name}"
    setattr(socket, _name, _method)

for _name in ("create_connection", "create_server", "fromfd", "socketpair", "if_nameindex", "if_nametoindex",
              "if_indextoname", "getservbyname", "getservbyport", "getprotobyname"):
    globals()[_name] = _without(_name)


def _no_name(what):
    return gaierror(EAI_FAIL, f"{what}: this interpreter has no network")


for _name in "getaddrinfo", "getnameinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr":
    globals()[_name] = _without(_name, _no_name)


def has_dualstack_ipv6():
    """Whether one socket can serve both kinds of addresses."""
    return False


def gethostname():
    """The name of this machine."""
    return _os.uname().nodename if hasattr(_os, "uname") else _os.environ.get("COMPUTERNAME", "localhost")


def getfqdn(name=""):
    """The full name of a machine, as far as it is known."""
    return name.strip() or gethostname()


def getdefaulttimeout():
    """How long new sockets wait."""
    return _default_timeout


def setdefaulttimeout(timeout):
    """Say how long new sockets wait."""
    global _default_timeout
    if timeout is not None:
        timeout = float(timeout)
        if timeout < 0:
            raise ValueError("Timeout value out of range")
    _default_timeout = timeout


def _swapped(value, size, name):
    if value < 0 and size == 2:
        raise OverflowError(f"{name}: can't convert negative Python int to C 16-bit unsigned integer")
    if value < 0:
        raise OverflowError("can't convert negative value to unsigned int")
    if value >= 256**size and size == 4:
        raise OverflowError("int larger than 32 bits")
    if value >= 256**size:
        raise OverflowError(f"{name}: Python int too large to convert to C {size * 8}-bit unsigned integer")
    return int.from_bytes(value.to_bytes(size, "big"), _sys.byteorder)


def htons(value):
    """A number of 16 bits in the order of the network."""
    return _swapped(value, 2, "htons")


def ntohs(value):
    """A number of 16 bits from the order of the network."""
    return _swapped(value, 2, "ntohs")


def htonl(value):
    """A number of 32 bits in the order of the network."""
    return _swapped(value, 4, "htonl")


def ntohl(value):
    """A number of 32 bits from the order of the network."""
    return _swapped(value, 4, "ntohl")


def inet_aton(text):
    """An address with dots as four bytes."""
    parts = text.split(".")
    try:
        numbers = [int(part, 0) for part in parts]
        if not 1 <= len(parts) <= 4 or min(numbers) < 0 or max(numbers[:-1], default=0) > 255:
            raise ValueError
        return bytes(numbers[:-1]) + numbers[-1].to_bytes(5 - len(parts), "big")
    except (ValueError, OverflowError):
        raise OSError("illegal IP address string passed to inet_aton") from None


def inet_ntoa(packed):
    """Four bytes as an address with dots."""
    if len(packed) != 4:
        raise OSError("packed IP wrong length for inet_ntoa")
    return ".".join(map(str, packed))


def inet_pton(family, text):
    """An address of a family as bytes."""
    if family == AF_INET:
        parts = text.split(".")
        if len(parts) == 4 and all(part.isdecimal() and int(part) < 256 for part in parts):
            return bytes(map(int, parts))
    elif family == AF_INET6:
        packed = _packed6(text)
        if packed is not None:
            return packed
    else:
        raise OSError(_errno.EAFNOSUPPORT, _os.strerror(_errno.EAFNOSUPPORT))
    raise OSError("illegal IP address string passed to inet_pton")


def _packed6(text):
    if "." in text:
        before, _, last = text.rpartition(":")
        try:
            last = inet_pton(AF_INET, last)
        except OSError:
            return None
        text = f"{before}:{last[:2].hex()}:{last[2:].hex()}"
    head, gap, tail = text.partition("::")
    groups = [part.split(":") if part else [] for part in (head, tail)]
    missing = 8 - len(groups[0]) - len(groups[1])
    if missing < 1 if gap else missing != 0:
        return None
    out = b""
    for group in groups[0] + ["0"] * missing + groups[1]:
        if not 1 <= len(group) <= 4 or group.strip("0123456789abcdefABCDEF"):
            return None
        out += int(group, 16).to_bytes(2, "big")
    return out


def inet_ntop(family, packed):
    """Bytes as an address of a family."""
    if family == AF_INET and len(packed) == 4:
        return inet_ntoa(packed)
    if family == AF_INET6 and len(packed) == 16:
        groups = [packed[i:i + 2].hex().lstrip("0") or "0" for i in range(0, 16, 2)]
        start, length, i = 0, 1, 0
        while i < 8:
            j = i
            while j < 8 and groups[j] == "0":
                j += 1
            if j - i > length:
                start, length = i, j - i
            i = j + 1
        if length == 1:
            return ":".join(groups)
        return ":".join(groups[:start]) + "::" + ":".join(groups[start + length:])
    if family in (AF_INET, AF_INET6):
        raise ValueError("invalid length of packed IP address string")
    raise ValueError(f"unknown address family {int(family)}")


__all__ = [_name for _name in globals() if not _name.startswith("_")]
