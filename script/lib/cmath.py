"""Functions of complex numbers."""

import math
from math import e, inf, nan, pi, tau

__all__ = ["acos", "acosh", "asin", "asinh", "atan", "atanh", "cos", "cosh", "e", "exp", "inf",
           "infj", "isclose", "isfinite", "isinf", "isnan", "log", "log10", "nan", "nanj",
           "phase", "pi", "polar", "rect", "sin", "sinh", "sqrt", "tan", "tanh", "tau"]

infj, nanj = complex(0.0, inf), complex(0.0, nan)
_LN2 = math.log(2.0)


def _of(x):
    if isinstance(x, (int, float, complex)):
        return complex(x)
    for name in ("__complex__", "__float__", "__index__"):
        if hasattr(type(x), name):
            return complex(x)
    raise TypeError("must be real number, not %s" % type(x).__name__)


def phase(z, /):
    """The angle of z."""
    z = _of(z)
    return math.atan2(z.imag, z.real)


def polar(z, /):
    """Length and angle."""
    z = _of(z)
    return abs(z), phase(z)


def rect(r, phi, /):
    """The number with a length and an angle."""
    if phi == 0.0:
        return complex(r, r * phi)
    if math.isinf(phi):
        if r == 0:
            return complex(r, 0.0)
        if not math.isnan(r):
            raise ValueError("math domain error")
    if math.isinf(r) and not math.isnan(phi):
        return complex(math.copysign(inf, r * math.cos(phi)),
                       math.copysign(inf, r * math.sin(phi)))
    return complex(r * math.cos(phi), r * math.sin(phi))


def isfinite(z, /):
    """Whether both parts are finite."""
    z = _of(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isinf(z, /):
    """Whether a part is infinite."""
    z = _of(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isnan(z, /):
    """Whether a part is not a number."""
    z = _of(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    """Whether two numbers are nearly equal."""
    if rel_tol < 0 or abs_tol < 0:
        raise ValueError("tolerances must be non-negative")
    a, b = _of(a), _of(b)
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    apart = abs(a - b)
    return apart <= rel_tol * abs(b) or apart <= rel_tol * abs(a) or apart <= abs_tol


def sqrt(z, /):
    """The square root with a real part that is not negative."""
    z = _of(z)
    if not isfinite(z):
        if math.isinf(z.imag):
            return complex(inf, z.imag)
        if math.isinf(z.real):
            if z.real > 0:
                return complex(inf, z.imag if math.isnan(z.imag) else math.copysign(0.0, z.imag))
            if math.isnan(z.imag):
                return complex(nan, inf)
            return complex(0.0, math.copysign(inf, z.imag))
        return complex(nan, nan)
    if z == 0:
        return complex(0.0, z.imag)
    ax, ay = abs(z.real), abs(z.imag)
    if ax < 2.2250738585072014e-308 and ay < 2.2250738585072014e-308 and (ax > 0 or ay > 0):
        # Scaled up by a power of two, lest the halves vanish.
        ax = math.ldexp(ax, 54)
        s = math.ldexp(math.sqrt(ax + math.hypot(ax, math.ldexp(ay, 54))), -27)
    else:
        ax /= 8.0
        s = 2.0 * math.sqrt(ax + math.hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    if z.real >= 0.0:
        return complex(s, math.copysign(d, z.imag))
    return complex(d, math.copysign(s, z.imag))


def exp(z, /):
    """e to the power z."""
    z = _of(z)
    if math.isinf(z.imag) or math.isnan(z.imag):
        if math.isinf(z.real) and z.real < 0:
            return complex(0.0, math.copysign(0.0, z.imag))
        if math.isinf(z.imag) and math.isfinite(z.real):
            raise ValueError("math domain error")
        return complex(z.real if math.isinf(z.real) else nan, nan)
    if z.real == -inf:
        return complex(math.copysign(0.0, math.cos(z.imag)),
                       math.copysign(0.0, math.sin(z.imag)))
    if z.real == inf:
        if z.imag == 0:
            return z
        return complex(math.copysign(inf, math.cos(z.imag)),
                       math.copysign(inf, math.sin(z.imag)))
    try:
        if z.real > 708.0:
            size = math.exp(z.real - 1.0)
            return _finite(size * math.cos(z.imag) * e, size * math.sin(z.imag) * e)
        size = math.exp(z.real)
    except OverflowError:
        raise OverflowError("math range error") from None
    return complex(size * math.cos(z.imag), size * math.sin(z.imag))


def _finite(real, imag):
    if math.isinf(real) or math.isinf(imag):
        raise OverflowError("math range error")
    return complex(real, imag)


def _log_size(ax, ay):
    """The logarithm of hypot(ax, ay), near 1 too."""
    if ax > 1e307 or ay > 1e307:
        return math.log(math.hypot(ax / 2.0, ay / 2.0)) + _LN2
    if ax < 2.2250738585072014e-308 and ay < 2.2250738585072014e-308:
        if ax == 0 and ay == 0:
            raise ValueError("math domain error")
        return math.log(math.hypot(math.ldexp(ax, 53), math.ldexp(ay, 53))) - 53 * _LN2
    size = math.hypot(ax, ay)
    if 0.71 <= size <= 1.73:
        more, less = max(ax, ay), min(ax, ay)
        return math.log1p((more - 1) * (more + 1) + less * less) / 2.0
    return math.log(size)


def log(z, base=None, /):
    """The logarithm, natural unless a base is given."""
    z = _of(z)
    if isnan(z) or isinf(z):
        size = inf if isinf(z) else nan
    else:
        size = _log_size(abs(z.real), abs(z.imag))
    made = complex(size, phase(z))
    return made if base is None else made / log(base)


def log10(z, /):
    """The logarithm to the base 10."""
    made = log(z)
    return complex(made.real / math.log(10.0), made.imag / math.log(10.0))


def cosh(z, /):
    """The hyperbolic cosine."""
    z = _of(z)
    if not isfinite(z):
        return (exp(z) + exp(-z)) / 2
    if abs(z.real) > 708.0:
        near = z.real - math.copysign(1.0, z.real)
        return _finite(math.cos(z.imag) * math.cosh(near) * e,
                       math.sin(z.imag) * math.sinh(near) * e)
    return complex(math.cos(z.imag) * math.cosh(z.real), math.sin(z.imag) * math.sinh(z.real))


def sinh(z, /):
    """The hyperbolic sine."""
    z = _of(z)
    if not isfinite(z):
        return (exp(z) - exp(-z)) / 2
    if abs(z.real) > 708.0:
        near = z.real - math.copysign(1.0, z.real)
        return _finite(math.cos(z.imag) * math.sinh(near) * e,
                       math.sin(z.imag) * math.cosh(near) * e)
    return complex(math.cos(z.imag) * math.sinh(z.real), math.sin(z.imag) * math.cosh(z.real))


def tanh(z, /):
    """The hyperbolic tangent."""
    z = _of(z)
    if math.isinf(z.imag) and math.isfinite(z.real):
        raise ValueError("math domain error")
    if abs(z.real) > 708.0:
        return complex(math.copysign(1.0, z.real),
                       4.0 * math.sin(z.imag) * math.cos(z.imag) * math.exp(-2.0 * abs(z.real)))
    tx, ty = math.tanh(z.real), math.tan(z.imag)
    cx = 1.0 / math.cosh(z.real)
    both = tx * ty
    under = 1.0 + both * both
    return complex(tx * (1.0 + ty * ty) / under, ((ty / under) * cx) * cx)


def _turned(function, z):
    """function of iz, turned back."""
    z = _of(z)
    made = function(complex(-z.imag, z.real))
    return complex(made.imag, -made.real)


def cos(z, /):
    """The cosine."""
    z = _of(z)
    return cosh(complex(-z.imag, z.real))


def sin(z, /):
    """The sine."""
    return _turned(sinh, z)


def tan(z, /):
    """The tangent."""
    return _turned(tanh, z)


def acos(z, /):
    """The arc cosine."""
    z = _of(z)
    a, b = sqrt(complex(1.0 - z.real, -z.imag)), sqrt(complex(1.0 + z.real, z.imag))
    return complex(2.0 * math.atan2(a.real, b.real),
                   math.asinh(b.real * a.imag - b.imag * a.real))


def acosh(z, /):
    """The inverse hyperbolic cosine."""
    z = _of(z)
    a, b = sqrt(complex(z.real - 1.0, z.imag)), sqrt(complex(z.real + 1.0, z.imag))
    return complex(math.asinh(a.real * b.real + a.imag * b.imag),
                   2.0 * math.atan2(a.imag, b.real))


def asinh(z, /):
    """The inverse hyperbolic sine."""
    z = _of(z)
    a, b = sqrt(complex(1.0 + z.imag, -z.real)), sqrt(complex(1.0 - z.imag, z.real))
    return complex(math.asinh(a.real * b.imag - b.real * a.imag),
                   math.atan2(z.imag, a.real * b.real - a.imag * b.imag))


def asin(z, /):
    """The arc sine."""
    return _turned(asinh, z)


def atanh(z, /):
    """The inverse hyperbolic tangent."""
    z = _of(z)
    if z.real < 0.0 or z.real == 0.0 and math.copysign(1.0, z.real) < 0.0:
        return -atanh(-z)
    ay = abs(z.imag)
    if z.real == 1.0 and ay == 0.0:
        raise ValueError("math domain error")
    if z.real > 1e153 or ay > 1e153:
        size = math.hypot(z.real / 2.0, z.imag / 2.0)
        return complex(z.real / 4.0 / size / size, math.copysign(pi / 2.0, z.imag))
    if z.real == 1.0 and ay < 1e-150:
        return complex(-math.log(math.sqrt(ay) / math.sqrt(math.hypot(ay, 2.0))),
                       math.copysign(math.atan2(2.0, -ay) / 2, z.imag))
    away = 1.0 - z.real
    return complex(math.log1p(4.0 * z.real / (away * away + ay * ay)) / 4.0,
                   -math.atan2(-2.0 * z.imag, away * (1 + z.real) - ay * ay) / 2.0)


def atan(z, /):
    """The arc tangent."""
    return _turned(atanh, z)
