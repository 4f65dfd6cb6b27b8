import cmath


def show(z):
    return f"{z.real:.12g} {z.imag:.12g}"


POINTS = [0, 1, -1, 2 + 3j, -1.5 + 0.25j, -2 - 1j, 0.5, 4, -4, complex(-4, -0.0), 1e300, 3j, 1e200 + 1e200j]
for name in ("sqrt", "exp", "log", "log10", "sin", "cos", "tan", "sinh", "cosh", "tanh",
             "asin", "acos", "atan", "asinh", "acosh", "atanh"):
    for z in POINTS:
        try:
            print(name, z, show(getattr(cmath, name)(z)))
        except (ValueError, OverflowError) as e:
            print(name, z, type(e).__name__, e)

print(cmath.sqrt(-1), cmath.sqrt(2), cmath.exp(0), cmath.polar(3 + 4j), cmath.phase(-1), cmath.phase(complex(-1, -0.0)))
print(show(cmath.rect(2, cmath.pi / 3)), cmath.rect(0, 1), cmath.rect(float("inf"), 0))
print(show(cmath.log(8, 2)), show(cmath.log(1j, 10)))
inf, nan = cmath.inf, cmath.nan
for z in (inf, -inf, complex(1, inf), complex(inf, inf), complex(-inf, nan)):
    print(z, cmath.sqrt(z), cmath.log(z), cmath.isinf(z), cmath.isnan(z), cmath.isfinite(z))
print(cmath.infj, cmath.nanj, cmath.e, cmath.tau)
print(cmath.isclose(1, 1 + 1e-10j), cmath.isclose(1, 2), cmath.isclose(1, 2, abs_tol=3), cmath.isclose(inf, inf), cmath.isclose(inf, 1))


class C:
    def __complex__(self):
        return 3 + 4j


class F:
    def __float__(self):
        return 9.0


print(cmath.sqrt(C()), cmath.sqrt(F()), cmath.sqrt(True))
for call in ('cmath.sqrt("a")', "cmath.rect(1)", "cmath.isclose(1, 2, rel_tol=-1)", "cmath.sqrt()", "cmath.log(0)", "cmath.log(1, 0)",
             "cmath.log(5, 1)", "cmath.exp(1000)", "cmath.rect(1, inf)", "cmath.atanh(1)", "cmath.atan(1j)", "cmath.polar(1e308 + 1.7e308j)"):
    try:
        print(eval(call))
    except Exception as e:
        print(call, type(e).__name__, e)
