"""How the addresses of ipaddress are written."""


class AddressValueError(ValueError):
    """What is no address."""


class NetmaskValueError(ValueError):
    """What is no mask of a network."""


AddressValueError.__module__ = NetmaskValueError.__module__ = "ipaddress"

# The networks that stand for something, of IANA's registries.
SPECIAL4 = {
    "multicast": "224.0.0.0/4",
    "reserved": "240.0.0.0/4",
    "loopback": "127.0.0.0/8",
    "link_local": "169.254.0.0/16",
    "shared": "100.64.0.0/10",
    "private": "0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.0.170/31 192.0.2.0/24 192.168.0.0/16"
    " 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 240.0.0.0/4 255.255.255.255/32",
    "not_private": "192.0.0.9/32 192.0.0.10/32",
}
SPECIAL6 = {
    "multicast": "ff00::/8",
    "reserved": "::/8 100::/8 200::/7 400::/6 800::/5 1000::/4 4000::/3 6000::/3 8000::/3 a000::/3 c000::/3 e000::/4 f000::/5 f800::/6 fe00::/9",
    "loopback": "::1/128",
    "link_local": "fe80::/10",
    "site_local": "fec0::/10",
    "private": "::1/128 ::/128 ::ffff:0:0/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 fc00::/7 fe80::/10",
    "not_private": "2001:1::1/128 2001:1::2/128 2001:3::/32 2001:4:112::/48 2001:20::/28 2001:30::/28",
}


def _digits(text, allowed):
    return bool(text) and all(c in allowed for c in text)


def _octet(part):
    if not part:
        raise ValueError("Empty octet not permitted")
    if not _digits(part, "0123456789"):
        raise ValueError(f"Only decimal digits permitted in {part!r}")
    if len(part) > 3:
        raise ValueError(f"At most 3 characters permitted in {part!r}")
    if part != "0" and part[0] == "0":
        raise ValueError(f"Leading zeros are not permitted in {part!r}")
    n = int(part)
    if n > 255:
        raise ValueError(f"Octet {n} (> 255) not permitted")
    return n


def parse4(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(".")
    if len(parts) != 4:
        raise AddressValueError(f"Expected 4 octets in {text!r}")
    try:
        return int.from_bytes(map(_octet, parts))
    except ValueError as e:
        raise AddressValueError(f"{e} in {text!r}") from None


def show4(n):
    return ".".join(map(str, n.to_bytes(4)))


def scope(text):
    """Divide an address from its zone."""
    address, mark, zone = text.partition("%")
    if not mark:
        return address, None
    if not zone or "%" in zone:
        raise AddressValueError(f'Invalid IPv6 address: "{text!r}"')
    return address, zone


def _hextet(part):
    if not _digits(part, "0123456789abcdefABCDEF"):
        raise ValueError(f"Only hex digits permitted in {part!r}")
    if len(part) > 4:
        raise ValueError(f"At most 4 characters permitted in {part!r}")
    return int(part, 16)


def parse6(text):
    if not text:
        raise AddressValueError("Address cannot be empty")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError(f"At least 3 parts expected in {text!r}")
    if "." in parts[-1]:
        try:
            four = parse4(parts.pop())
        except AddressValueError as e:
            raise AddressValueError(f"{e} in {text!r}") from None
        parts += [f"{four >> 16:x}", f"{four & 0xFFFF:x}"]
    if len(parts) > 9:
        raise AddressValueError(f"At most 8 colons permitted in {text!r}")
    gaps = [i for i in range(1, len(parts) - 1) if not parts[i]]
    if len(gaps) > 1:
        raise AddressValueError(f"At most one '::' permitted in {text!r}")
    if gaps:
        head, tail = parts[: gaps[0]], parts[gaps[0] + 1 :]
        if not head[0]:
            head = head[1:]
            if head:
                raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
        if not tail[-1]:
            tail = tail[:-1]
            if tail:
                raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
        missing = 8 - len(head) - len(tail)
        if missing < 1:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        parts = head + ["0"] * missing + tail
    elif len(parts) != 8:
        raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
    elif not parts[0]:
        raise AddressValueError(f"Leading ':' only permitted as part of '::' in {text!r}")
    elif not parts[-1]:
        raise AddressValueError(f"Trailing ':' only permitted as part of '::' in {text!r}")
    n = 0
    try:
        for part in parts:
            n = n << 16 | _hextet(part)
    except ValueError as e:
        raise AddressValueError(f"{e} in {text!r}") from None
    return n


def _words(n):
    return [n >> shift & 0xFFFF for shift in range(112, -1, -16)]


def long6(n):
    return ":".join(f"{w:04x}" for w in _words(n))


def show6(n):
    words = _words(n)
    best, at = 1, None
    for start in range(8):
        end = start
        while end < 8 and not words[end]:
            end += 1
        if end - start > best:
            best, at = end - start, start
    if at is None:
        return ":".join(f"{w:x}" for w in words)
    return ":".join(f"{w:x}" for w in words[:at]) + "::" + ":".join(f"{w:x}" for w in words[at + best :])


def prefix(mask, bits, version):
    """Give the length of the prefix that a mask stands for."""
    if mask is None:
        return bits
    if isinstance(mask, int):
        if not 0 <= mask <= bits:
            raise NetmaskValueError(f"{mask!r} is not a valid netmask")
        return mask
    text = str(mask)
    if _digits(text, "0123456789") and text.isascii():
        if int(text) > bits:
            raise NetmaskValueError(f"{text!r} is not a valid netmask")
        return int(text)
    if version == 4:
        try:
            n = parse4(text)
        except AddressValueError:
            raise NetmaskValueError(f"{text!r} is not a valid netmask") from None
        for n in n, n ^ 0xFFFFFFFF:
            ones = n.bit_count()
            if n == (1 << 32) - (1 << 32 - ones):
                return ones
    raise NetmaskValueError(f"{text!r} is not a valid netmask")
