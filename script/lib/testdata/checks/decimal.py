import copy
import decimal
import math
from decimal import *
from decimal import Decimal as D


def attempt(f, *args, **kw):
    try:
        print(args, kw or "", "->", repr(f(*args, **kw)))
    except Exception as e:
        print(args, kw or "", "!", type(e).__name__, e, isinstance(e, ArithmeticError))


for v in ["0", "1", "-1.50", "1E+5", "1e-10", "0.0000001", "0.000001", "-0", "00.10", ".5", "5.", " 12 ", "1_000.5", "Infinity", "-inf", "NaN", "sNaN12", "nan5", "x", "", "1e", 5, -10**30, True, 1.1, 0.5, float("inf"), (0, (1, 2, 3), -2), (1, (), "n"), (0, (0,), "F"), (2, (1,), 0), [1, [5], 1], None, "1.2.3", "١٢"]:
    attempt(D, v)
print(getcontext())
a, b = D("10"), D("3")
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** b, -a, +a, abs(D("-1.5")), a + 1, 1 + a, 2 - a, 2 * a, 1 / b, 7 // b, -7 // b, D(-7) % 3, 7 % b, 2 ** b, a == 10, a == 10.0, a > 9.5, a < b, D("1.0") == D("1.00"), D("0.1") == 0.1, hash(D("1.0")) == hash(1), hash(D("0.5")) == hash(0.5), hash(D("1E+20")) == hash(10**20), {D(1): 1}[1])
print(D("1.1") + D("2.2"), D("0.1") * 3, D(1) / 7, D("1.20") * D("1.30"), D(2).sqrt(), D(16).sqrt(), D("0.01").sqrt(), D("1E+4").sqrt(), D("2") ** D("0.5"), D(4) ** D("0.5"), D(2) ** -2, D(2) ** 100, D("1.05") ** 10, D(3) ** 500, D(10) ** -3, D("0.5") ** 2, D(0) ** 5, D(-2) ** 3, D(1).exp(), D(10).ln(), D(100).log10(), D("2").log10(), D("0.5").ln(), D("-1").exp(), D("1e-30").exp(), D("1.0001").ln(), D(1000).ln(), D("2.5") ** D("3.5"))
for args in [(a, 0), (D(0), 0), (D("inf"), D("inf")), (a, D("nan")), (a, "x"), (a, 1.5), (D("sNaN"), 1)]:
    attempt(lambda x, y: x / y, *args)
attempt(lambda: a + 1.5); attempt(lambda: a < "x"); attempt(lambda: D("nan") < 1); attempt(lambda: D("nan") == D("nan")); attempt(lambda: D(-1).sqrt()); attempt(lambda: D(0) ** 0); attempt(lambda: D(-8) ** D("0.5")); attempt(lambda: a % 0); attempt(lambda: a // 0); attempt(lambda: D(10) ** 40 // 3); attempt(lambda: D("1e999999") * 10); attempt(lambda: int(D("nan"))); attempt(lambda: int(D("inf"))); attempt(lambda: D(0).ln()); attempt(lambda: D(-1).ln()); attempt(divmod, a, 0); attempt(lambda: D("inf") - D("inf"))
for m in [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]:
    print(m, *[D(x).quantize(D("0.1"), rounding=m) for x in ("1.25", "1.35", "-1.25", "1.21", "-1.29", "1.05", "9.99")], *[D(x).to_integral_value(m) for x in ("2.5", "-2.5", "3.4")])
attempt(D("1.23").quantize, D("0.1"), "x"); attempt(D("1e30").quantize, D("0.01")); attempt(D("inf").quantize, D("1")); print(D("3.14159").quantize(D("0.01")), D("2.675").quantize(D("1.00")), D("1234.5").quantize(D("1E+2")), D("0").quantize(D("0.00")), D("19.99") * D("1.0825"), (D("19.99") * D("1.0825")).quantize(D(".01"), ROUND_HALF_UP))
print(round(D("2.5")), round(D("3.5")), round(D("2.675"), 2), round(D("1234"), -2), math.floor(D("-1.5")), math.ceil(D("1.2")), int(D("-3.9")), float(D("0.1")), math.trunc(D("2.9")), complex(D(2)), bool(D(0)), bool(D("nan")), sum([D("0.1")] * 10), max(D(1), D(2)), sorted([D(3), D("1.5"), D(2)]), D("1.500").normalize(), D("1E+3").normalize(), D("100").normalize(), D("-0").normalize())
print(D("1.23").as_tuple(), D("-inf").as_tuple(), D("nan").as_tuple(), D("0.25").as_integer_ratio(), D("1.23").adjusted(), D("123E+3").to_eng_string(), D("1E+4").to_eng_string(), D("1E-7").to_eng_string(), D("0E+5").to_eng_string(), D("1.2").compare(D("1.3")), D("1.0").compare_total(D("1.00")), D("1.0").same_quantum(D("2.5")), D("1.5").scaleb(3), D("123").logb(), D("1").next_plus(), D("1").next_minus(), D("1").next_toward(2), D("5").max(D("nan")), D("5").min(3), D("-5").max_mag(3), D("-1").copy_abs(), D("1").copy_negate(), D("1").copy_sign(D("-2")), D(10).fma(2, 3), D("10").remainder_near(3), D("1.5").is_finite(), D("inf").is_infinite(), D("nan").is_nan(), D("-0").is_signed(), D("-0").is_zero(), D("1").number_class(), D("-0").number_class(), D("nan").number_class(), D("5").radix(), D("1.5").to_integral_exact(), D.from_float(0.1), D.from_float(3), pow(D(3), 4, 5), D("1.0").real, D("1").conjugate())
with localcontext() as ctx:
    ctx.prec = 5
    print(D(1) / 3, D("123456") + 1, +D("1.234567"), D(2).sqrt(), ctx.flags[Inexact], ctx.flags[Rounded], ctx.flags[Overflow], D(1).exp(), D(9) ** D("0.5"), D(2) ** D("0.3"))
    ctx.rounding = ROUND_UP
    print(D(1) / 3, D("1.00001") * 1, ctx)
with localcontext(prec=3, traps=[]) as ctx:
    print(D(1) / 0, D(0) / 0, D("x"), D(-1).sqrt(), D("1e999999") * 10, ctx.flags[DivisionByZero], [s.__name__ for s in ctx.flags if ctx.flags[s]])
print(getcontext().prec, Context(prec=4).divide(D(1), D(3)), Context(prec=4).create_decimal("1.23456"), Context(prec=3).add(D("1.234"), 1), getcontext().sqrt(D(3)), getcontext().power(2, 10), ExtendedContext, BasicContext.prec, repr(DefaultContext)[:30])
for kw in [{"prec": 0}, {"prec": "x"}, {"rounding": "x"}, {"Emin": 5}, {"capitals": 2}]:
    attempt(Context, **kw)
for spec in ["", ".2f", "10.3f", "<10.2f|"[:-1], "+.1f", ",.2f", "010.2f", ".3e", ".2E", ".3g", "g", "%", ".1%", ".0f", "e", "f", "n", "*^12.2f", " .1f", "z.1f", "012,.1f", "G"]:
    print(spec, "|", *[format(D(x), spec) for x in ("1234567.891", "-0.00012", "0", "1E+5", "inf", "-0.04")], sep=" ; ")
attempt(format, a, "d"); attempt(format, a, "x")
print(f"{D('3.14159'):.2f}", "%s %r" % (a, a), str(D("1E+10")), D("123456789012345678901234567890"), D("123456789012345678901234567890") + 0, D("1e-400") * D("1e-400"), D("0.1") + D("0.2") == D("0.3"), copy.copy(a) is a, copy.deepcopy(a) == a, isinstance(a, D), type(a).__module__, D("1.10").__class__, [x.__name__ for x in InvalidOperation.__mro__[:3]], issubclass(DivisionByZero, ZeroDivisionError), decimal.MAX_PREC)


class Money(D):
    pass


m = Money("1.50")
print(repr(m), type(m + 1).__name__, m + 1, Money(m) == m)
x, s, i, term = D("1.5"), D(0), 0, D(1)
getcontext().prec = 50
while s + term != s:
    s += term
    i += 1
    term = term * x / i
print(s, i, x.exp(), D(2).sqrt(), D(1) / 7, D(2).ln(), D("1.1") ** D("2.2"))
