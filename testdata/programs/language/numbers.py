# python: 3.12
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, divmod(-7, 2), 2 ** 10, 2 ** -1, 7 / 2, 1e3, 10 ** 20, 0.1 + 0.2)
print(2 ** 100, -(2 ** 70) // 3, (1 << 65) >> 60, 0xFF, 0b101, 0o17, 1_000_000, int("ff", 16), int("-0b11", 0), ~5, 6 & 3, 6 | 3, 6 ^ 3)
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1234, -2), abs(-3), pow(3, 4, 5), pow(3, -1, 7))
print(1 / 3, 1e16, 1e15, 1.0, 1e-5, 0.0001, float("inf"), float("-inf"), float("nan"), -0.0, 5e-324, 1.7976931348623157e308)
print(3 == 3.0, hash(3) == hash(3.0), 1 < 2 < 3, 1 < 3 < 2, True + True, int(3.99), int(-3.99), float("1e3"), bool(0.0), (5).bit_length())
print((0.5).as_integer_ratio(), (255).to_bytes(2, "big"), int.from_bytes(b"\x01\x00", "little"), (3.0).is_integer(), 3.7 // 1, -3.7 % 1)
print(complex(1, 2) * 2, abs(3 + 4j), (1 + 2j).conjugate(), 1j ** 2)
print(sum([0.1] * 10), sum(range(101)), min(3, 1, 2), max([1, 5, 2], key=lambda x: -x), int("  12 "), "%.3g" % 1234.5, f"{1e10:g} {123456789:g}")
import math
print(math.floor(-1.5), math.ceil(1.2), math.gcd(12, 18), math.factorial(20), math.isclose(0.1 + 0.2, 0.3), math.comb(5, 2), math.hypot(3, 4), math.log(8, 2), math.pi)
