"""Writes cases.txt.gz: calls with what CPython 3.13 answers, for the tests.

Run it as: python3.13 record.py | gzip -n9 > cases.txt.gz
One line is: name, arguments, answer, separated by tabs. Strings are written as
ASCII Python literals, floats by float.hex, ints in hexadecimal.
"""
import math
import random
import sys

rnd = random.Random(20250101)


def show(x):
    if isinstance(x, bool):
        return str(int(x))
    if isinstance(x, int):
        return hex(x)
    if isinstance(x, float):
        return "f" + x.hex()
    if isinstance(x, tuple):
        return ",".join(map(show, x))
    if isinstance(x, bytes):
        return "b" + x.hex()
    if isinstance(x, str):
        return ascii(x)
    raise TypeError(x)


def put(name, fn, *args):
    try:
        answer = show(fn(*args))
    except Exception as e:
        answer = "!" + type(e).__name__ + ": " + ascii(str(e))
    print(name, *map(show, args), answer, sep="\t")


def real_only(fn):
    def call(*args):
        r = fn(*args)
        if isinstance(r, complex):
            raise RuntimeError("complex")
        return r

    return call


def an_int():
    k = rnd.randrange(8)
    if k == 0:
        return rnd.randrange(-3, 4)
    if k == 1:
        return rnd.choice([-1, 1]) * (1 << rnd.randrange(130)) + rnd.randrange(-1, 2)
    return rnd.choice([-1, 1]) * rnd.getrandbits(rnd.choice([3, 8, 31, 32, 53, 54, 63, 64, 65, 100, 200]))


def a_float():
    k = rnd.randrange(9)
    if k == 0:
        return rnd.choice([0.0, -0.0, math.inf, -math.inf, math.nan, 5e-324, 1.7976931348623157e308, 0.5, -1.0, 1.5])
    if k < 4:
        return round(rnd.uniform(-1000, 1000), rnd.randrange(5))
    if k == 4:
        return float(rnd.randrange(-100, 100))
    if k == 5:
        import struct

        return struct.unpack("d", rnd.getrandbits(64).to_bytes(8, "little"))[0]
    return rnd.uniform(-1, 1) * 10.0 ** rnd.randrange(-20, 21)


def small(lo, hi):
    return rnd.uniform(lo, hi)


EDGES = [0, 1, -1, 2, -2, 2**63 - 1, -(2**63), 2**63, -(2**63) - 1, 2**64, 2**53, 2**53 + 1, 10**18, -(10**30)]
FLOAT_EDGES = [0.0, -0.0, 1.0, -1.0, 0.5, 2.5, -2.5, math.inf, -math.inf, math.nan, 1e16, 9999999999999998.0,
               1e-4, 9.9e-5, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e22, 1e23, 123456789.125]

binary = {
    "floordiv": lambda a, b: a // b,
    "mod": lambda a, b: a % b,
    "divmod": divmod,
    "truediv": lambda a, b: a / b,
}
pairs = [(a, b) for a in EDGES for b in EDGES] + [(an_int(), an_int()) for _ in range(500)]
for a, b in pairs:
    for name, fn in binary.items():
        put(name, fn, a, b)
    put("and", lambda a, b: a & b, a, b)
    put("add", lambda a, b: a + b, a, b)
    put("sub", lambda a, b: a - b, a, b)
    put("mul", lambda a, b: a * b, a, b)
    put("gcd", math.gcd, a, b)
    put("lcm", math.lcm, a, b)
for _ in range(200):  # quotients near the ends of the range of float
    put("truediv", binary["truediv"], rnd.getrandbits(rnd.randrange(900, 1300)), rnd.getrandbits(rnd.randrange(1, 300)) | 1)
    put("truediv", binary["truediv"], rnd.getrandbits(rnd.randrange(1, 120)), rnd.getrandbits(rnd.randrange(1000, 1220)) | 1)
fpairs = [(a, b) for a in FLOAT_EDGES for b in FLOAT_EDGES] + [(a_float(), a_float()) for _ in range(500)]
for a, b in fpairs:
    for name, fn in binary.items():
        put(name, fn, a, b)
    put("fmod", math.fmod, a, b)
    put("remainder", math.remainder, a, b)
    put("nextafter", lambda a, b: math.nextafter(a, b, steps=3), a, b)
for a, b in fpairs[:400]:
    put("hypot", math.hypot, a, b)
for a in EDGES:
    for b in [0, 1, 2, 3, 5, -1, -2, -3]:
        put("pow", real_only(pow), a, b)
for _ in range(300):
    put("pow", real_only(pow), an_int(), rnd.randrange(-5, 30))
    put("powmod", pow, an_int(), an_int() % 10**6 - 1000, an_int())
for a in FLOAT_EDGES:
    for b in [0.0, 1.0, -1.0, 2.0, 0.5, math.inf, -math.inf, math.nan, 3.0, -3.0, 1e300]:
        put("pow", real_only(pow), a, b)
for a in EDGES:
    for s in [0, 1, 31, 62, 63, 64, 65, 100, -1, 2**70]:
        if a == 0 or s < 1000:
            put("lsh", lambda a, s: a << s, a, s)
        put("rsh", lambda a, s: a >> s, a, s)
    put("not", lambda a: ~a, a)
    put("bit_length", int.bit_length, a)
    put("bit_count", int.bit_count, a)
    put("hash", hash, a)
for _ in range(300):
    a = an_int()
    put("bit_count", int.bit_count, a)
    put("hash", hash, a)
    put("isqrt", math.isqrt, a)
    put("round", round, a, rnd.randrange(-30, 3))
    n = rnd.choice([0, 1, 2, 7, 8, 9, 16])
    for order in "big", "little":
        for signed in False, True:
            put("to_bytes", lambda a, n, o, s: a.to_bytes(n, o, signed=bool(s)), a, n, order, int(signed))
    p = rnd.randbytes(n)
    put("from_bytes", lambda p, o, s: int.from_bytes(p, o, signed=bool(s)), p, rnd.choice(["big", "little"]), rnd.randrange(2))
for a in [5, 15, 25, 35, -5, -15, -25, 50, 150, 49, 51, 10**30 + 5 * 10**9]:
    for d in [-1, -2, -10, -50, 0, 3]:
        put("round", round, a, d)
for f in FLOAT_EDGES + [a_float() for _ in range(500)]:
    put("repr", repr, f)
    put("hex", float.hex, f)
    put("ratio", float.as_integer_ratio, f)
    put("int", int, f)
    put("floor", math.floor, f)
    put("round1", round, f)
    put("ulp", math.ulp, f)
    put("is_integer", float.is_integer, f)
    if f == f:
        put("hash", hash, f)
    for d in [0, 1, 2, 3, -1, -2, 10, 16, -16]:
        put("round", round, f, d)
for _ in range(300):  # decimals that are nearly ties
    f = rnd.randrange(-10**6, 10**6) / rnd.choice([10, 100, 1000, 20, 200, 8, 16])
    for d in [0, 1, 2, -1, -2, -3]:
        put("round", round, f, d)
for f, d in [(1.7e308, -308), (1e308, -308), (9e307, -308), (4e307, -308), (5e-324, 323), (5e-324, 324), (1.5, 400), (-1.5, -400)]:
    put("round", round, f, d)
order = lambda a, b: -1 if a < b else 1 if a > b else 0 if a == b else 9
for a in EDGES + [2**1024, -(2**1024), 10**400]:
    for f in FLOAT_EDGES + [2.0**63, -(2.0**63), 2.0**53, 9007199254740993.0]:
        put("cmp", order, a, f)
for _ in range(300):
    f = a_float()
    put("cmp", order, an_int(), f)
    if math.isfinite(f):
        put("cmp", order, int(f) + rnd.randrange(-1, 2), f)
for a in EDGES + [2**1023, 2**1024, 2**1024 - 2**970, 2**1024 - 2**970 - 1, 10**400] + [an_int() for _ in range(200)]:
    put("float", float, a)
    put("log", math.log, a)
    put("log2", math.log2, a)

INTS = ["", " ", "0", "-0", "+7", "12", " 12 ", "\t12\n", "1_000", "1__0", "_1", "1_", "0x1f", "0X_1f", "0o17", "0b101", "0b", "0b2",
        "012", "00", "0_0", "z", "Z9", "12a", "- 1", "--1", "+-1", "\u0661\u0662", "\u2003\u0663", "1\x00", "\ud800", "'", "'\"",
        "x" * 300, "\u00e9" * 250, "9" * 30, "-" + "9" * 30, "0x" + "f" * 40, "1e5", "1.0", "\x1c1", "\xa01", "0b1_", "0x", "0_x1", "1 2",
        "9" * 4300, "9" * 4301, "1" * 4301 + "x", "1_" * 4301 + "1", "\U0001d7ce\U0001d7d9", "\u096f"]
for s in INTS:
    for base in [10, 0, 16, 2, 36, 8, 1, 37, -1]:
        put("parse_int", int, s, base)
for _ in range(600):
    s = "".join(rnd.choice("0123456789_xXbBoOaf+- ") for _ in range(rnd.randrange(1, 9)))
    put("parse_int", int, s, rnd.choice([0, 10, 16, 2, 8, 36]))
for s in [b"12", b"\xff", b" 7 ", b"'x", b"", b"1\x00"]:
    put("parse_int_bytes", int, s)
    put("parse_float_bytes", float, s)
FLOATS = ["", " ", ".", "1", "-1", "1.", ".5", "-.5", "1e5", "1E+5", "1e-5", "1e", "1e+", "e5", ".e5", "1.5.2", "inf", "-INF", "Infinity",
          "+nan", "-nan", "nan(1)", "infinit", "1_0", "1_0.5_0e1_0", "_1", "1_", "1._5", "1_.5", "1e_5", "1__0", "0x1p3", "1e400", "-1e400",
          "1e-400", " 1.5\n", "\u0661.\u0665", "1\u20032", "\xa01.5", "1.5\x00", "\u0131nf", "1,5", "--1", "+-1", "1" * 400, "0." + "0" * 400 + "1",
          "9007199254740993", "1.7976931348623159e308", "2.4703282292062328e-324", "2.4703282292062327e-324", "1f", "1d", "infinity_"]
for s in FLOATS:
    put("parse_float", float, s)
for _ in range(600):
    put("parse_float", float, "".join(rnd.choice("0123456789_.eE+- ") for _ in range(rnd.randrange(1, 10))))
HEX = ["", "0", "0x1p3", "0x1.8p0", "-0X.8P+1", "1", "a.b", "0x", "0x.", "p3", "0x1p", "0x1p+", "0x1p2000", "0x1p-2000", "inf", "-infinity", "nan",
       " 0x1 ", "0x1 p3", "0x1.fffffffffffff8p1023", "0x1.fffffffffffff7p1023", "0x0.00000000000008p-1022", "0x0.00000000000008001p-1022",
       "0x0p999999", "1.8e1", "0x1_0", "+0x1", "0x1.00000000000008p0", "0x1.00000000000018p0", "0x1.000000000000080000001p0", "0x1p1_0"]
for s in HEX:
    put("fromhex", float.fromhex, s)
for n in list(range(-2, 25)) + [2**40, 2**70]:
    for k in [-1, 0, 1, 2, 3, 10, 30]:
        put("comb", math.comb, n, k)
        put("perm", math.perm, n, k)
for n in [-1, 0, 1, 2, 5, 20, 21, 25, 50]:
    put("factorial", math.factorial, n)
for _ in range(200):
    xs = [a_float() for _ in range(rnd.randrange(0, 6))]
    put("fsum", lambda *xs: math.fsum(xs), *xs)
    put("sum", lambda *xs: sum(xs, 0.0), *xs)
    xs = [small(-1e3, 1e3) for _ in range(rnd.randrange(1, 6))]
    put("fsum", lambda *xs: math.fsum(xs), *xs)
    put("sum", lambda *xs: sum(xs, 0.0), *xs)
    put("hypot", math.hypot, *xs)
for xs in [(1e308, 1e308), (math.inf, -math.inf), (math.inf, 1.0), (math.nan, 1.0), (1e308, 1e308, -1e308), (1e16, 1.0, 1e-16), (1e100, 1.0, -1e100)]:
    put("fsum", lambda *xs: math.fsum(xs), *xs)
    put("sum", lambda *xs: sum(xs, 0.0), *xs)
for name in ["sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "exp", "exp2", "expm1", "log", "log2",
             "log10", "log1p", "sqrt", "cbrt", "fabs", "erf", "erfc", "gamma", "lgamma"]:
    for f in FLOAT_EDGES + [710.0, -710.0, -745.5, 1e-10, -1e-10, 0.3, 100.0, 171.5, 172.0, -0.5, -3.0]:
        put("math." + name, getattr(math, name), f)
    for _ in range(100):
        f = rnd.choice([small(-1, 1), small(0, 1), small(-50, 50), small(0, 1000)])
        put("math." + name, getattr(math, name), f)
for _ in range(400):
    put("math.atan2", math.atan2, small(-5, 5), small(-5, 5))
    put("math.pow", math.pow, small(0, 50), small(-20, 20))
    put("math.pow", math.pow, small(0.99, 1.01), small(-2000, 2000))
for f in [1e10, 1e15, 1e22, 1e100, 1e300, 2.0**1000, 3.7e8, -1e22]:
    for name in "sin", "cos", "tan":
        put("math." + name, getattr(math, name), f)
for a in [0.0, -0.0, 1.0, -8.0, math.inf, 10.0]:
    for b in [-1.0, 0.5, 400.0, -math.inf, 2.0]:
        put("math.pow", math.pow, a, b)
