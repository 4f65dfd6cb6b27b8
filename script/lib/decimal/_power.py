"""Powers, exponentials and logarithms."""

from decimal import _context as _c
from decimal._context import Inexact, InvalidOperation, Rounded
from decimal._number import Decimal, INFINITE, _digits, _fix, _new


def _scaled_ln(n, d, p):
    # ln(n / d) * 10**p for positive ints, to within a few units.
    p += 8
    # n / d = m * 2**k with m near 1.
    k = n.bit_length() - d.bit_length()
    if k >= 0:
        d <<= k
    else:
        n <<= -k
    unit = 10 ** p
    total = _atanh_series((n - d) * unit // (n + d), unit)
    return (total + k * _ln2(p)) // 10 ** 8


def _atanh_series(z, unit):
    # 2 * atanh(z) with z scaled by unit.
    square = z * z // unit
    term, total, i = z, z, 1
    while term:
        term = term * square // unit
        i += 2
        total += term // i
    return 2 * total


_ln2_known = {}


def _ln2(p):
    if p not in _ln2_known:
        if len(_ln2_known) > 20:
            _ln2_known.clear()
        unit = 10 ** (p + 5)
        _ln2_known[p] = _atanh_series(unit // 3, unit) // 10 ** 5
    return _ln2_known[p]


def _scaled_exp(x, p):
    # exp(x / 10**p) * 10**p for x scaled by 10**p, with the power of ten taken out:
    # (value, exponent), value between 1 and 10 scaled by 10**p.
    ln10 = _scaled_ln(10, 1, p + 20)
    tens, rest = divmod(x * 10 ** 20, ln10)
    unit = 10 ** (p + 20)
    halvings = 8
    rest >>= halvings
    term = total = unit
    i = 1
    while term:
        term = term * rest // unit // i
        total += term
        i += 1
    for _ in range(halvings):
        total = total * total // unit
    return total // 10 ** 20, tens


def _approximate(ctx, sign, coeff, exp):
    # A result that is not exact, rounded half to even.
    even = ctx.copy()
    even.rounding = _c.ROUND_HALF_EVEN
    even.traps, even.flags = ctx.traps, ctx.flags
    if coeff % 5 == 0:
        coeff += 1
    return _fix(even, sign, coeff, exp)


def _extra(x):
    return max(0, x.adjusted() + 1)


def exp(x, ctx):
    """e ** x."""
    nan = x._check_nans(None, ctx)
    if nan is not None:
        return nan
    if x._kind:
        return _new(0, 0, 0) if x._sign else x
    if not x:
        return _new(0, 1, 0)
    if x.adjusted() > len(str(max(ctx.Emax, -ctx.Emin))) + 1:
        if x._sign:
            return _fix(ctx, 0, 1, ctx.Etiny() - 2)
        return _fix(ctx, 0, 1, ctx.Emax + 1)
    if x.adjusted() < -ctx.prec - 1:
        # Nearer to 1 than the digits tell.
        p = ctx.prec + 1
        if x._sign:
            return _approximate(ctx, 0, 10 ** (p + 1) - 1, -p - 1)
        return _approximate(ctx, 0, 10 ** p + 1, -p)
    p = ctx.prec + 12 + _extra(x)
    shift = x._exp + p
    n = x._int * 10 ** shift if shift >= 0 else x._int // 10 ** -shift
    value, tens = _scaled_exp(-n if x._sign else n, p)
    return _approximate(ctx, 0, value, tens - p)


def _ratio(x):
    if x._exp >= 0:
        return x._int * 10 ** x._exp, 1
    return x._int, 10 ** -x._exp


def _log(x, ctx, base10):
    nan = x._check_nans(None, ctx)
    if nan is not None:
        return nan
    if not x:
        return _new(1, 0, 0, INFINITE)
    if x._sign:
        return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
    if x._kind:
        return _new(0, 0, 0, INFINITE)
    n, d = _ratio(x)
    if n == d:
        return _new(0, 0, 0)
    if base10 and str(x._int).rstrip("0") == "1":
        power = x.adjusted()
        return _fix(ctx, 1 if power < 0 else 0, abs(power), 0)
    p = ctx.prec + 12
    # Near 1 the logarithm is small and needs more digits.
    gap = abs(n - d)
    p += max(0, len(str(d)) - len(str(gap)))
    value = _scaled_ln(n, d, p + 4)
    if base10:
        value = value * 10 ** (p + 4) // _scaled_ln(10, 1, p + 4)
    return _approximate(ctx, 1 if value < 0 else 0, abs(value), -p - 4)


def ln(x, ctx):
    """The natural logarithm."""
    return _log(x, ctx, False)


def log10(x, ctx):
    """The logarithm to base 10."""
    return _log(x, ctx, True)


def _is_whole(x):
    return x._exp >= 0 or x._int % 10 ** -x._exp == 0


def power(a, b, ctx):
    """a ** b for operands that are no NaN."""
    if not b:
        if not a:
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
        return _new(0, 1, 0)
    sign = 0
    if a._sign:
        if not b._kind and _is_whole(b):
            if int(b) % 2:
                sign = 1
        elif a:
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
        a = a.copy_abs()
    if not a:
        return _new(sign, 0, 0, INFINITE) if b._sign else _new(sign, 0, 0)
    if a._kind:
        return _new(sign, 0, 0) if b._sign else _new(sign, 0, 0, INFINITE)
    one = a._cmp(_new(0, 1, 0))
    if b._kind:
        if one == 0:
            ctx.raise_signal(Inexact, Rounded)
            return _new(sign, 10 ** (ctx.prec - 1), 1 - ctx.prec)
        return _new(0, 0, 0, INFINITE) if (one > 0) != bool(b._sign) else _new(0, 0, 0)
    if one == 0 and _is_whole(b):
        exp = 0
        if not b._sign:
            exp = max(a._exp * int(b), 1 - ctx.prec)
        return _new(sign, 10 ** -exp, exp)
    if _is_whole(b) and _digits(a._int) * abs(int(b)) <= 20000:
        return _whole_power(a, int(b), sign, ctx)
    return _real_power(a, b, sign, ctx)


def _whole_power(a, n, sign, ctx):
    coeff, exp = a._int ** abs(n), a._exp * abs(n)
    if n > 0:
        return _fix(ctx, sign, coeff, exp)
    from decimal._number import _div
    return _div(_new(sign, 1, 0), _new(0, coeff, exp), ctx)


def _real_power(a, b, sign, ctx):
    if b._int * 2 * 10 ** max(b._exp, 0) == 10 ** max(-b._exp, 0) and not b._sign:
        # A square root may be exact; it is padded like the others.
        root = a.sqrt(ctx)
        if _digits(root._int) < ctx.prec and not root._kind:
            pad = ctx.prec - _digits(root._int)
            return _new(sign, root._int * 10 ** pad, root._exp - pad)
        return root
    p = ctx.prec + 20 + _extra(b) + len(str(abs(a.adjusted()) + 1))
    log = _scaled_ln(*_ratio(a), p)
    product = log * b._int
    product = product * 10 ** b._exp if b._exp >= 0 else product // 10 ** -b._exp
    if b._sign:
        product = -product
    if abs(product) > (max(ctx.Emax, -ctx.Emin) + 10) * 3 * 10 ** p:
        if product > 0:
            return _fix(ctx, sign, 1, ctx.Emax + 1)
        return _fix(ctx, sign, 1, ctx.Etiny() - 2)
    value, tens = _scaled_exp(product, p)
    # An exact result shows as nines or zeros all the way.
    digits = ctx.prec + 5
    near = (value + 10 ** (p - digits) // 2) // 10 ** (p - digits)
    if abs(near * 10 ** (p - digits) - value) < 10 ** (p - digits - 8):
        return _fix(ctx, sign, near, tens - digits)
    return _approximate(ctx, sign, value, tens - p)


def power_modulo(a, b, m, ctx):
    """pow(a, b, m)."""
    for x in (a, b, m):
        if x._kind or not _is_whole(x):
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
    if b._sign and b or not m or m.adjusted() >= ctx.prec or not a and not b:
        return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
    n = pow(abs(int(a)), int(b), abs(int(m)))
    return _new(a._sign if int(b) % 2 else 0, n, 0)
