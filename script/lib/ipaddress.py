"""Addresses and networks of IPv4 and IPv6."""

import functools
import _ipaddress as _text

__all__ = ["AddressValueError", "NetmaskValueError", "IPv4Address", "IPv4Network", "IPv4Interface", "IPv6Address", "IPv6Network", "IPv6Interface", "ip_address", "ip_network", "ip_interface", "collapse_addresses", "summarize_address_range", "v4_int_to_packed", "v6_int_to_packed", "get_mixed_type_key", "IPV4LENGTH", "IPV6LENGTH"]

IPV4LENGTH, IPV6LENGTH = 32, 128
AddressValueError, NetmaskValueError = _text.AddressValueError, _text.NetmaskValueError


def _either(four, six, what, address, strict=None):
    for cls in four, six:
        try:
            return cls(address) if strict is None else cls(address, strict)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 {what}")


def ip_address(address):
    return _either(IPv4Address, IPv6Address, "address", address)


def ip_network(address, strict=True):
    return _either(IPv4Network, IPv6Network, "network", address, strict)


def ip_interface(address):
    return _either(IPv4Interface, IPv6Interface, "interface", address)


def v4_int_to_packed(address):
    try:
        return address.to_bytes(4)
    except OverflowError:
        raise ValueError("Address negative or too large for IPv4")


def v6_int_to_packed(address):
    try:
        return address.to_bytes(16)
    except OverflowError:
        raise ValueError("Address negative or too large for IPv6")


def get_mixed_type_key(obj):
    if isinstance(obj, _Network):
        return obj._version, obj.network_address, obj.netmask
    if isinstance(obj, _Address):
        return obj._version, obj
    return NotImplemented


class _Both:
    """What addresses and networks have in common."""

    __slots__ = ()

    @property
    def version(self):
        return self._version

    @property
    def max_prefixlen(self):
        return self._bits

    @property
    def compressed(self):
        return str(self)

    def __copy__(self):
        return self

    def _same_version(self, other):
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same version")


def _mine(address, names, own):
    """Tell whether an address is in one of the networks that have a name."""
    return any(address in n for n in own._special(names))


@functools.total_ordering
class _Address(_Both):
    __slots__ = ("_ip", "__weakref__")

    def __init__(self, address):
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{self._version} address")
            if address >> self._bits:
                raise AddressValueError(f"{address} (>= 2**{self._bits}) is not permitted as an IPv{self._version} address")
            self._ip = address
        elif isinstance(address, bytes):
            if len(address) != self._bits // 8:
                raise AddressValueError(f"{address!r} (len {len(address)} != {self._bits // 8}) is not permitted as an IPv{self._version} address")
            self._ip = int.from_bytes(address)
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError(f"Unexpected '/' in {text!r}")
            self._ip = self._parse(text)

    def __int__(self):
        return self._ip

    def __hash__(self):
        return hash(hex(self._ip))

    def __eq__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        return self._ip == other._ip and self._version == other._version

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        self._same_version(other)
        return self._ip < other._ip

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self):
        return self._show(self._ip)

    def __reduce__(self):
        return type(self), (self._ip,)

    def __format__(self, fmt):
        if not fmt or fmt[-1] == "s":
            return format(str(self), fmt)
        spec, kind = fmt[:-1], fmt[-1]
        if kind == "n":
            kind = "b" if self._version == 4 else "x"
        if kind not in "bxX" or spec.strip("#_"):
            return super().__format__(fmt)
        extra = 2 if "#" in spec else 0
        digits = self._bits if kind == "b" else self._bits // 4
        if "_" in spec:
            extra += digits // 4 - 1
        return format(self._ip, ("#" if "#" in spec else "") + f"0{digits + extra}" + ("_" if "_" in spec else "") + kind)

    @property
    def packed(self):
        return self._ip.to_bytes(self._bits // 8)

    @property
    def exploded(self):
        return self._show_long(self._ip)

    @property
    def reverse_pointer(self):
        return self._reverse()

    @property
    def is_multicast(self):
        return _mine(self, "multicast", self)

    @property
    def is_reserved(self):
        return _mine(self, "reserved", self)

    @property
    def is_loopback(self):
        return _mine(self, "loopback", self)

    @property
    def is_link_local(self):
        return _mine(self, "link_local", self)

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_private(self):
        return _mine(self, "private", self) and not _mine(self, "not_private", self)


class IPv4Address(_Address):
    __slots__ = ()
    _version, _bits = 4, IPV4LENGTH
    _parse = staticmethod(_text.parse4)
    _show = _show_long = staticmethod(_text.show4)
    ipv6_mapped = property(lambda self: IPv6Address(f"::ffff:{self}"))

    @classmethod
    @functools.cache
    def _special(cls, name):
        return [IPv4Network(n) for n in _text.SPECIAL4[name].split()]

    def _reverse(self):
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"

    @property
    def is_global(self):
        return not _mine(self, "shared", self) and not self.is_private


class IPv6Address(_Address):
    __slots__ = ("_scope_id",)
    _version, _bits = 6, IPV6LENGTH
    _show_long = staticmethod(_text.long6)

    def __init__(self, address):
        self._scope_id = None
        super().__init__(address)

    def _parse(self, text):
        text, self._scope_id = _text.scope(text)
        return _text.parse6(text)

    _show = staticmethod(_text.show6)

    @classmethod
    @functools.cache
    def _special(cls, name):
        return [IPv6Network(n) for n in _text.SPECIAL6[name].split()]

    def __str__(self):
        zone = f"%{self._scope_id}" if self._scope_id else ""
        return f"::ffff:{self.ipv4_mapped}{zone}" if self._ip >> 32 == 0xFFFF else _text.show6(self._ip) + zone

    @property
    def exploded(self):
        if self._ip >> 32 == 0xFFFF:
            return f"{_text.long6(self._ip)[:30]}{self.ipv4_mapped}"
        return _text.long6(self._ip)

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        same = super().__eq__(other)
        return same and self._scope_id == other._scope_id if same is True else same

    @property
    def scope_id(self):
        return self._scope_id

    def _reverse(self):
        return ".".join(reversed(_text.long6(self._ip).replace(":", ""))) + ".ip6.arpa"

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def is_site_local(self):
        return _mine(self, "site_local", self)

    @property
    def is_global(self):
        inner = self.ipv4_mapped
        return inner.is_global if inner is not None else not self.is_private

    def _through(name):
        plain = getattr(_Address, name).fget

        def get(self):
            inner = self.ipv4_mapped
            return getattr(inner, name) if inner is not None else plain(self)

        return property(get)

    is_loopback, is_private = _through("is_loopback"), _through("is_private")
    del _through


def _parts(address):
    """Divide what a network is made from into the address and the mask."""
    if isinstance(address, tuple):
        return address if len(address) > 1 else (address[0], None)
    if isinstance(address, (int, bytes)):
        return address, None
    parts = str(address).split("/")
    if len(parts) > 2:
        raise AddressValueError(f"Only one '/' permitted in {address!r}")
    return parts[0], parts[1] if len(parts) > 1 else None


@functools.total_ordering
class _Network(_Both):
    def __init__(self, address, strict=True):
        host, mask = _parts(address)
        host = self._address_class(host)
        length = _text.prefix(mask, self._bits, self._version)
        self._prefixlen = length
        self.netmask = self._address_class((1 << self._bits) - (1 << self._bits - length))
        base = host._ip & self.netmask._ip
        if strict and base != host._ip:
            raise ValueError(f"{self._given(host)} has host bits set")
        self.network_address = host if base == host._ip else self._address_class(base)

    def _given(self, host):
        return f"{host}/{self._prefixlen}"

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self):
        return f"{self.network_address}/{self._prefixlen}"

    def __hash__(self):
        return hash(self.network_address._ip ^ self.netmask._ip)

    def __eq__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        return self._version == other._version and self.network_address == other.network_address and self.netmask._ip == other.netmask._ip

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        self._same_version(other)
        return (self.network_address._ip, self.netmask._ip) < (other.network_address._ip, other.netmask._ip)

    def __reduce__(self):
        return type(self), (str(self),)

    def __iter__(self):
        for n in range(self.network_address._ip, self.broadcast_address._ip + 1):
            yield self._address_class(n)

    def __getitem__(self, n):
        first, last = self.network_address._ip, self.broadcast_address._ip
        at = first + n if n >= 0 else last + n + 1
        if not first <= at <= last:
            raise IndexError("address out of range")
        return self._address_class(at)

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _Network):
            return False
        return other._ip & self.netmask._ip == self.network_address._ip

    @property
    def prefixlen(self):
        return self._prefixlen

    @property
    def num_addresses(self):
        return 1 << self._bits - self._prefixlen

    @property
    def broadcast_address(self):
        return self._address_class(self.network_address._ip | self.hostmask._ip)

    @property
    def hostmask(self):
        return self._address_class(self.netmask._ip ^ (1 << self._bits) - 1)

    @property
    def with_prefixlen(self):
        return f"{self.network_address}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.network_address}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.network_address}/{self.hostmask}"

    @property
    def exploded(self):
        return f"{self.network_address.exploded}/{self._prefixlen}"

    def hosts(self):
        """Give the addresses that hosts can have."""
        first, last = self.network_address._ip, self.broadcast_address._ip
        if self._prefixlen == self._bits:
            return [self._address_class(first)]
        if self._prefixlen == self._bits - 1:
            return [self._address_class(first), self._address_class(last)]
        return (self._address_class(n) for n in range(first + 1, last + (self._version == 6)))

    def overlaps(self, other):
        return other.network_address in self or other.broadcast_address in self or self.network_address in other or self.broadcast_address in other

    def _within(self, other):
        self._same_version(other)
        return other.network_address._ip <= self.network_address._ip and other.broadcast_address._ip >= self.broadcast_address._ip

    def subnet_of(self, other):
        return self._within(other)

    def supernet_of(self, other):
        return other._within(self)

    def compare_networks(self, other):
        self._same_version(other)
        return (self > other) - (self < other)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == self._bits:
            yield self
            return
        if new_prefix is not None:
            if new_prefix < self._prefixlen:
                raise ValueError("new prefix must be longer")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = new_prefix - self._prefixlen
        if prefixlen_diff < 0:
            raise ValueError("prefix length diff must be > 0")
        new = self._prefixlen + prefixlen_diff
        if new > self._bits:
            raise ValueError(f"prefix length diff {new} is invalid for netblock {self}")
        for n in range(self.network_address._ip, self.broadcast_address._ip + 1, 1 << self._bits - new):
            yield type(self)((n, new))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == 0:
            return self
        if new_prefix is not None:
            if new_prefix > self._prefixlen:
                raise ValueError("new prefix must be shorter")
            if prefixlen_diff != 1:
                raise ValueError("cannot set prefixlen_diff and new_prefix")
            prefixlen_diff = self._prefixlen - new_prefix
        new = self._prefixlen - prefixlen_diff
        if new < 0:
            raise ValueError(f"current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {prefixlen_diff}")
        return type(self)((self.network_address._ip, new), strict=False)

    def address_exclude(self, other):
        self._same_version(other)
        if not isinstance(other, _Network):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        rest = self
        while rest != other:
            one, two = rest.subnets()
            rest, out = (one, two) if other.subnet_of(one) else (two, one)
            yield out

    def _of_all(name):
        return property(lambda self: getattr(self.network_address, name) and getattr(self.broadcast_address, name))

    for _name in "is_multicast", "is_reserved", "is_link_local", "is_loopback", "is_unspecified", "is_private", "is_global":
        locals()[_name] = _of_all(_name)
    del _name, _of_all


class IPv4Network(_Network):
    _version, _bits, _address_class = 4, IPV4LENGTH, IPv4Address


class IPv6Network(_Network):
    _version, _bits, _address_class = 6, IPV6LENGTH, IPv6Address

    @property
    def is_site_local(self):
        return self.network_address.is_site_local and self.broadcast_address.is_site_local


class _Interface:
    def __init__(self, address):
        host, mask = _parts(address)
        super().__init__(host)
        self.network = self._network_class(address if mask is not None else (host, self._bits), strict=False)
        self.netmask, self.hostmask = self.network.netmask, self.network.hostmask

    def __str__(self):
        return f"{super().__str__()}/{self.network.prefixlen}"

    def __eq__(self, other):
        same = super().__eq__(other)
        if same is not True:
            return same
        return isinstance(other, _Interface) and self.network == other.network

    def __lt__(self, other):
        less = super().__lt__(other)
        if less is NotImplemented or not isinstance(other, _Interface):
            return less
        return (self.network, self._ip) < (other.network, other._ip)

    def __hash__(self):
        return hash((self._ip, self.network.prefixlen, self.network.network_address._ip))

    def __reduce__(self):
        return type(self), (str(self),)

    @property
    def ip(self):
        return self._plain_class(self._ip)

    @property
    def with_prefixlen(self):
        return f"{self.ip}/{self.network.prefixlen}"

    @property
    def with_netmask(self):
        return f"{self.ip}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self.ip}/{self.hostmask}"


class IPv4Interface(_Interface, IPv4Address):
    _network_class, _plain_class = IPv4Network, IPv4Address


class IPv6Interface(_Interface, IPv6Address):
    _network_class, _plain_class = IPv6Network, IPv6Address


def _range(first, last):
    bits, network = first._bits, IPv4Network if first._version == 4 else IPv6Network
    low, high = first._ip, last._ip
    while low <= high:
        size = min((low & -low).bit_length() - 1 if low else bits, (high - low + 1).bit_length() - 1)
        yield network((low, bits - size))
        low += 1 << size


def summarize_address_range(first, last):
    """Give the networks that make up the addresses from first to last."""
    if not (isinstance(first, _Address) and isinstance(last, _Address)):
        raise TypeError("first and last must be IP addresses, not networks")
    first._same_version(last)
    if first > last:
        raise ValueError("last IP address must be greater than first")
    yield from _range(first, last)


def collapse_addresses(addresses):
    """Give the fewest networks that have the same addresses."""
    spans, versions = [], set()
    for a in addresses:
        if isinstance(a, _Network):
            spans.append((a.network_address, a.broadcast_address))
        else:
            ip = a.ip if isinstance(a, _Interface) else a
            spans.append((ip, ip))
        if versions and a._version not in versions:
            raise TypeError(f"{a} and {spans[0][0]} are not of the same version")
        versions.add(a._version)
    spans.sort(key=lambda s: (s[0]._ip, s[1]._ip))
    merged = []
    for low, high in spans:
        if merged and low._ip <= merged[-1][1]._ip + 1:
            if high > merged[-1][1]:
                merged[-1] = merged[-1][0], high
        else:
            merged.append((low, high))
    return (n for low, high in merged for n in _range(low, high))
