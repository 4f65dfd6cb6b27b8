import ipaddress as i


def t(f, *a):
    try:
        return repr(f(*a))
    except Exception as e:
        return f"{type(e).__name__}: {e}"


texts = "1.2.3 1.2.3.256 01.2.3.4 a.b.c.d ::g ::: 1::2::3 1.2.3.4/33 1.2.3.4/24 1:2:3:4:5:6:7:8:9 12345:: 1 1..2.3 1:2:3:4:5:6:7 1/2/3 1.2.3.0/0.0.0.255 1.2.3.0/x :1:2:3:4:5:6:7:8 ::1.2.3.4 10.0.0.0/8 2001:db8::/32 fe80::1%eth0"
for x in texts.split() + ["", 5, -1, b"\1\2\3\4", bytes(16), 2**40, ("10.0.0.0", 24)]:
    for f in i.ip_address, i.IPv4Address, i.IPv6Address, i.ip_network, i.IPv4Network, i.IPv6Network, i.ip_interface:
        if not (isinstance(x, tuple) and "ddress" in f.__name__):
            print(x, f.__name__, t(f, x))
for x in "127.0.0.1", "10.1.2.3", "8.8.8.8", "224.0.0.1", "169.254.3.4", "0.0.0.0", "100.64.0.1", "192.0.0.9", "240.0.0.1", "::", "::1", "fe80::5", "ff02::1", "2001:db8::1", "2606:4700::1111", "::ffff:10.0.0.1", "2002:102:304::", "fc00::1", "fec0::1":
    a = i.ip_address(x)
    print(a, int(a), a.exploded, a.packed, a.version, a.max_prefixlen, a.is_private, a.is_global, a.is_loopback, a.is_multicast, a.is_reserved, a.is_link_local, a.is_unspecified, a.reverse_pointer)
a = i.IPv6Address("::ffff:1.2.3.4")
print(a.ipv4_mapped, a.sixtofour, i.IPv6Address("2002:102:304::").sixtofour, i.IPv6Address("2001:0:102:304::fefd:fcfb").teredo, i.IPv6Address("fe80::1%x").scope_id)
a = i.ip_address("10.0.0.5")
print(a + 1, a - 5, a < i.ip_address("10.0.0.6"), a == i.ip_address("10.0.0.5"), len({a, i.ip_address(int(a))}), sorted([a + 3, a, a + 1]), f"{a:x} {a:#b} {a:>12s} {a:n} {a:_X}")
print(t(lambda: a < i.ip_address("::1")), t(lambda: a < 5), a == 5, t(lambda: a - 2**33))
n = i.ip_network("192.168.4.0/22")
print(n, n.netmask, n.hostmask, n.broadcast_address, n.num_addresses, n.prefixlen, n.with_netmask, n.with_hostmask, n.exploded, n[1], n[-1], t(lambda: n[5000]))
print(a in n, i.ip_address("192.168.7.9") in n, list(n.subnets(new_prefix=24)), n.supernet(), n.supernet(new_prefix=8), list(n.subnets())[1].overlaps(n), n.subnet_of(n.supernet()), n.supernet_of(n), n.is_private, hash(n) == hash(i.ip_network("192.168.4.0/22")))
print(list(i.ip_network("10.0.0.0/30").hosts()), list(i.ip_network("10.0.0.0/31").hosts()), list(i.ip_network("10.0.0.1").hosts()), list(i.ip_network("::/126").hosts()), list(i.ip_network("10.0.0.0/30")))
print(list(i.ip_network("10.0.0.0/24").address_exclude(i.ip_network("10.0.0.64/26"))), t(lambda: list(n.subnets(20))), t(lambda: list(n.subnets(new_prefix=3))), t(lambda: n.supernet(30)), t(lambda: list(n.address_exclude(i.ip_network("10.0.0.0/8")))))
f = i.ip_interface("10.1.2.3/16")
print(f, repr(f), f.ip, f.network, f.netmask, f.with_netmask, f.with_prefixlen, f == i.ip_interface("10.1.2.3/16"), f == i.ip_interface("10.1.2.3/17"), f == i.ip_address("10.1.2.3"), i.ip_interface("::1/64"), i.ip_interface("10.1.2.3"))
print(list(i.summarize_address_range(i.ip_address("10.0.0.1"), i.ip_address("10.0.1.5"))), t(lambda: list(i.summarize_address_range(a, a - 1))))
print(list(i.collapse_addresses([i.ip_network("10.0.0.0/25"), i.ip_network("10.0.0.128/25"), i.ip_address("10.0.1.0"), i.ip_network("10.0.0.3/32")])))
print(sorted([n, i.ip_network("10.0.0.0/8"), i.ip_network("10.0.0.0/9")]), n == "x", sorted([i.ip_address("::1"), a], key=i.get_mixed_type_key), i.v4_int_to_packed(5), t(i.v4_int_to_packed, -1))
