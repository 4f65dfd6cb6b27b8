import copy
import math
from decimal import Decimal
from fractions import Fraction as F


def attempt(f, *args):
    try:
        print(args, "->", repr(f(*args)))
    except Exception as e:
        print(args, "!", type(e).__name__, e)


for args in [(), (3,), (6, 4), (-6, 4), (6, -4), ("3/4",), (" -1.25e2 ",), ("1_000/3",), (".5",), (0.1,), (1.5,), (True,), (F(1, 2), F(3, 4)), (1, 0), ("x",), ("1/0",), (1.5, 2), ([],), ("3 / 4",), ("",), (float("inf"),), (float("nan"),)]:
    attempt(F, *args)
a, b = F(3, 4), F(-5, 6)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, b ** -3, a ** F(1, 2), a + 1, 1 + a, 2 - a, a * 2.0, 3 / a, 7 // a, 7 % a, 2 ** a, 2 ** F(3), -a, +a, abs(b), a == 0.75, a == F(6, 8), a < b, a > 0.5, a <= 1, a >= F(3, 4), bool(F(0)), hash(a) == hash(0.75), hash(F(3)) == hash(3))
print(int(F(-7, 2)), math.trunc(F(-7, 2)), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), round(F(5, 2)), round(F(7, 2)), round(F(-5, 2)), round(F(22, 7), 2), round(F(1234), -2), float(F(1, 3)), F(22, 7).limit_denominator(10), F(math.pi).limit_denominator(1000), F("3.1415926535").limit_denominator(100), str(a), repr(b), a.numerator, a.denominator, a.as_integer_ratio(), F(4).is_integer(), F.from_float(0.25), F.from_decimal(Decimal("1.1")), F(Decimal("0.1")), sum([F(1, 3)] * 3), copy.deepcopy(a) == a, max(a, b), sorted([a, b, F(1, 10)]))
attempt(lambda: a + "x"); attempt(lambda: a / 0); attempt(lambda: a < "x"); attempt(lambda: F(0) ** -1); attempt(F.from_float, "x")
for spec in ["", ".3f", "10.2f", "<10.2f", "^10.2f|"[:-1], "+.1f", " .1f", "010.3f", ",.2f", ".3e", ".3E", ".3g", "g", "#.3g", ".0f", "%", ".1%", "z.0f", "10", ">10", "#", ",", "e", "_.2f"]:
    print(spec, "|", format(F(1234567, 891), spec), "|", format(F(-1, 3000), spec), "|", format(F(2), spec))
attempt(format, a, "d"); attempt(format, a, "0<05f")
