"""The class Decimal."""

import math
from collections import namedtuple
from _static import dotted as _dotted
from decimal import _context as _c
from decimal._context import (ConversionSyntax, DivisionByZero, DivisionImpossible,
                              DivisionUndefined, FloatOperation, Inexact, InvalidOperation,
                              Overflow, Rounded, Subnormal, Underflow, Clamped, getcontext,
                              shorten)

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")

FINITE, INFINITE, QUIET, SIGNALING = range(4)
_parser = None


def _parse(text):
    global _parser
    if _parser is None:
        import re
        _parser = re.compile(r"(?P<sign>[-+])?(?:(?=\d|\.\d)(?P<int>\d*)(?:\.(?P<frac>\d*))?"
                             r"(?:E(?P<exp>[-+]?\d+))?|Inf(?:inity)?(?P<inf>)"
                             r"|(?P<signal>s)?NaN(?P<diag>\d*))", re.IGNORECASE)
    return _parser.fullmatch(text)


def _digits(n):
    return len(str(n)) if n else 1


def operand(x):
    """An int as a Decimal; others as they are."""
    return _new(1 if x < 0 else 0, abs(x), 0) if isinstance(x, int) else x


def _new(sign, coeff, exp, kind=FINITE):
    self = object.__new__(Decimal)
    self._sign, self._int, self._exp, self._kind = sign, coeff, exp, kind
    return self


def _fix(ctx, sign, coeff, exp):
    """A result rounded to the context."""
    room, low, high = ctx._plain
    if 0 < coeff < room and low <= exp <= high:
        return _new(sign, coeff, exp)
    etiny, etop = ctx.Etiny(), ctx.Etop()
    if not coeff:
        top = etop if ctx.clamp else ctx.Emax
        fitted = min(max(exp, etiny), top)
        if fitted != exp:
            return ctx.raise_signal(Clamped, result=_new(sign, 0, fitted))
        return _new(sign, 0, exp)
    length = _digits(coeff)
    least = length + exp - ctx.prec
    if least > etop:
        return _overflow(ctx, sign)
    subnormal = least < etiny
    if subnormal:
        least = etiny
    if exp < least:
        drop = least - exp
        coeff, inexact = shorten(coeff, drop, ctx.rounding, sign) if drop <= length + 1 else \
            shorten(1, 2, ctx.rounding, sign)
        exp = least
        if _digits(coeff) > ctx.prec:
            coeff //= 10
            exp += 1
        if exp > etop:
            return _overflow(ctx, sign)
        result = _new(sign, coeff, exp)
        signals = []
        if subnormal:
            if inexact:
                signals.append(Underflow)
            signals.append(Subnormal)
        if inexact:
            signals.append(Inexact)
        signals.append(Rounded)
        if not coeff:
            signals.append(Clamped)
        return ctx.raise_signal(*signals, result=result)
    if subnormal:
        return ctx.raise_signal(Subnormal, result=_new(sign, coeff, exp))
    if ctx.clamp and exp > etop:
        return ctx.raise_signal(Clamped, result=_new(sign, coeff * 10 ** (exp - etop), etop))
    return _new(sign, coeff, exp)


def _overflow(ctx, sign):
    r = ctx.rounding
    if r in (_c.ROUND_DOWN, _c.ROUND_05UP) or r == (_c.ROUND_FLOOR if not sign
                                                    else _c.ROUND_CEILING):
        result = _new(sign, 10 ** ctx.prec - 1, ctx.Etop())
    else:
        result = _new(sign, 0, 0, INFINITE)
    return ctx.raise_signal(Overflow, Inexact, Rounded, result=result)


@_dotted
class Decimal:
    """A decimal number: a sign, digits and an exponent, or infinity, or no number."""

    __module__ = "decimal"

    __slots__ = "_sign", "_int", "_exp", "_kind"

    def __new__(cls, value="0", context=None):
        if isinstance(value, Decimal):
            made = value
        elif isinstance(value, int):
            made = operand(value)
        elif isinstance(value, str):
            made = cls._from_text(value, context)
        elif isinstance(value, (tuple, list)):
            made = cls._from_tuple(value)
        elif isinstance(value, float):
            ctx = context or getcontext()
            ctx.raise_signal(FloatOperation)
            made = Decimal.from_float(value)
        else:
            raise TypeError(f"conversion from {_type_text(value)} to Decimal is not supported")
        if cls is Decimal and made is not value:
            return made
        self = object.__new__(cls)
        self._sign, self._int, self._exp, self._kind = made._sign, made._int, made._exp, made._kind
        return self

    @staticmethod
    def _nan():
        return _new(0, 0, 0, QUIET)

    @staticmethod
    def _from_text(text, context):
        found = _parse(text.strip().replace("_", ""))
        if found is None:
            return (context or getcontext()).raise_signal(ConversionSyntax, result=Decimal._nan())
        sign = 1 if found["sign"] == "-" else 0
        if found["int"] is not None:
            frac = found["frac"] or ""
            return _new(sign, int((found["int"] + frac) or "0"), int(found["exp"] or "0") - len(frac))
        if found["inf"] is not None:
            return _new(sign, 0, 0, INFINITE)
        return _new(sign, int(found["diag"] or "0"), 0, SIGNALING if found["signal"] else QUIET)

    @staticmethod
    def _from_tuple(value):
        if len(value) != 3:
            raise ValueError("argument must be a sequence of length 3")
        sign, digits, exp = value
        if sign not in (0, 1) or not isinstance(sign, int):
            raise ValueError("sign must be an integer with the value 0 or 1")
        if exp == "F":
            return _new(sign, 0, 0, INFINITE)
        coeff = 0
        for d in digits:
            if not isinstance(d, int) or not 0 <= d <= 9:
                raise ValueError("coefficient must be a tuple of digits")
            coeff = coeff * 10 + d
        if exp in ("n", "N"):
            return _new(sign, coeff, 0, QUIET if exp == "n" else SIGNALING)
        if not isinstance(exp, int):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        return _new(sign, coeff, exp)

    @classmethod
    def from_float(cls, f, /):
        """The exact value of a float."""
        if isinstance(f, int):
            made = operand(f)
        elif not isinstance(f, float):
            raise TypeError("argument must be int or float")
        elif f != f:
            made = Decimal._nan()
        elif f - f != 0:
            made = _new(1 if f < 0 else 0, 0, 0, INFINITE)
        else:
            sign = 1 if math.copysign(1.0, f) < 0 else 0
            n, d = abs(f).as_integer_ratio()
            k = d.bit_length() - 1
            made = _new(sign, n * 5 ** k, -k)
        return made if cls is Decimal else cls(made)

    @classmethod
    def from_number(cls, number, /):
        """A number of any of the builtin kinds."""
        return cls(number)

    def _is_special(self):
        return self._kind != FINITE

    # What it looks like.

    def __repr__(self):
        return f"Decimal('{self}')"

    def __str__(self):
        return self._show(False, None)

    def to_eng_string(self, context=None):
        """With an exponent that is a multiple of three."""
        return self._show(True, context)

    def _show(self, engineering, context):
        sign = "-" if self._sign else ""
        if self._kind:
            if self._kind == INFINITE:
                return sign + "Infinity"
            return sign + ("NaN" if self._kind == QUIET else "sNaN") + (str(self._int) if self._int else "")
        digits = str(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            dot = left
        elif not engineering:
            dot = 1
        elif digits == "0":
            dot = (left + 1) % 3 - 1
        else:
            dot = (left - 1) % 3 + 1
        if dot <= 0:
            whole, frac = "0", "." + "0" * -dot + digits
        elif dot >= len(digits):
            whole, frac = digits + "0" * (dot - len(digits)), ""
        else:
            whole, frac = digits[:dot], "." + digits[dot:]
        exp = ""
        if left != dot:
            exp = ("E" if (context or getcontext()).capitals else "e") + f"{left - dot:+d}"
        return sign + whole + frac + exp

    def __format__(self, spec, /):
        from decimal._format import format_decimal
        return format_decimal(self, spec)

    def as_tuple(self):
        """Sign, digits and exponent."""
        if self._kind == INFINITE:
            return DecimalTuple(self._sign, (0,), "F")
        digits = tuple(map(int, str(self._int)))
        if self._kind:
            return DecimalTuple(self._sign, digits if self._int else (),
                                "n" if self._kind == QUIET else "N")
        return DecimalTuple(self._sign, digits, self._exp)

    def as_integer_ratio(self):
        """Numerator and denominator."""
        if self._kind == INFINITE:
            raise OverflowError("cannot convert Infinity to integer ratio")
        if self._kind:
            raise ValueError("cannot convert NaN to integer ratio")
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        d = 10 ** -self._exp
        g = math.gcd(n, d)
        return n // g, d // g

    def adjusted(self):
        """The exponent of the first digit."""
        return 0 if self._kind else self._exp + _digits(self._int) - 1

    # Conversions.

    def __int__(self):
        if self._kind:
            if self._kind == INFINITE:
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        n = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self._kind == SIGNALING:
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == QUIET:
            return -float("nan") if self._sign else float("nan")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __bool__(self):
        return self._kind != FINITE or self._int != 0

    def __hash__(self):
        if self._kind:
            if self._kind == SIGNALING:
                raise TypeError("Cannot hash a signaling NaN value")
            if self._kind == QUIET:
                return object.__hash__(self)
            return -314159 if self._sign else 314159
        p = (1 << 61) - 1
        scale = pow(10, self._exp, p) if self._exp >= 0 else pow(pow(10, -1, p), -self._exp, p)
        h = self._int * scale % p
        h = -h if self._sign else h
        return -2 if h == -1 else h

    def _to_int(self, rounding):
        if self._kind:
            return int(self)
        if self._exp >= 0:
            return int(self)
        n = shorten(self._int, -self._exp, rounding, self._sign)[0]
        return -n if self._sign else n

    def __floor__(self):
        return self._to_int(_c.ROUND_FLOOR)

    def __ceil__(self):
        return self._to_int(_c.ROUND_CEILING)

    def __round__(self, n=None):
        if n is None:
            return self._to_int(_c.ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError("optional arg must be an integer")
        return self.quantize(_new(0, 1, -n), rounding=_c.ROUND_HALF_EVEN)

    def __copy__(self):
        return self if type(self) is Decimal else self.__class__(str(self))

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __reduce__(self):
        return self.__class__, (str(self),)

    # Order.

    def _cmp(self, other):
        # -1, 0 or 1 for numbers and infinities.
        a, b = self._signum(), other._signum()
        if a != b:
            return -1 if a < b else 1
        if a == 0:
            return 0
        if self._kind or other._kind:
            if self._kind == other._kind:
                return 0
            return a if self._kind else -a
        x, y = self.adjusted(), other.adjusted()
        if x != y:
            return a if x > y else -a
        shift = self._exp - other._exp
        m = self._int * 10 ** max(shift, 0)
        n = other._int * 10 ** max(-shift, 0)
        return 0 if m == n else a if m > n else -a

    def _signum(self):
        if self._kind == FINITE and not self._int:
            return 0
        return -1 if self._sign else 1

    def _comparable(self, other, equality):
        if isinstance(other, Decimal):
            return other
        if isinstance(other, int):
            return operand(other)
        if isinstance(other, float):
            ctx = getcontext()
            ctx.flags[FloatOperation] = True
            if not equality:
                ctx.raise_signal(FloatOperation)
            return Decimal.from_float(other)
        import numbers
        if isinstance(other, numbers.Rational) and not self._kind:
            return other
        if equality and isinstance(other, complex) and other.imag == 0:
            return Decimal.from_float(other.real)
        return None

    def _compared(self, other, equality=False):
        if type(other) is Decimal and not self._kind and not other._kind and -40 < self._exp - other._exp < 40:
            exp = min(self._exp, other._exp)
            m, n = self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp)
            m, n = -m if self._sign else m, -n if other._sign else n
            return (m > n) - (m < n)
        other = self._comparable(other, equality)
        if other is None:
            return NotImplemented
        a = self
        if not isinstance(other, Decimal):
            # A fraction: multiply both sides by its denominator.
            a = _new(self._sign, self._int * other.denominator, self._exp)
            other = operand(other.numerator)
        if a._kind >= QUIET or other._kind >= QUIET:
            if SIGNALING in (a._kind, other._kind) or not equality:
                getcontext().raise_signal(InvalidOperation)
            return None
        return a._cmp(other)

    def __eq__(self, other):
        c = self._compared(other, True)
        return c if c is NotImplemented else c == 0

    def __lt__(self, other):
        c = self._compared(other)
        return c if c is NotImplemented else c is not None and c < 0

    def __le__(self, other):
        c = self._compared(other)
        return c if c is NotImplemented else c is not None and c <= 0

    def __gt__(self, other):
        c = self._compared(other)
        return c if c is NotImplemented else c is not None and c > 0

    def __ge__(self, other):
        c = self._compared(other)
        return c if c is NotImplemented else c is not None and c >= 0

    def _check_nans(self, other, ctx):
        # The result that a NaN among the operands makes, or None.
        for x in (self, other):
            if x is not None and x._kind == SIGNALING:
                return ctx.raise_signal(InvalidOperation, result=_new(x._sign, x._int, 0, QUIET))
        for x in (self, other):
            if x is not None and x._kind == QUIET:
                return x
        return None

    def compare(self, other, context=None):
        """-1, 0 or 1 as a Decimal."""
        ctx = context or getcontext()
        other = _need(other)
        if self._kind >= QUIET or other._kind >= QUIET:
            return self._check_nans(other, ctx)
        return operand(self._cmp(other))

    def compare_total(self, other, context=None):
        """-1, 0 or 1 in the order of representations."""
        other = _need(other)
        if self._sign != other._sign:
            return operand(-1 if self._sign else 1)

        def key(x):
            if x._kind:
                return ({INFINITE: 1, SIGNALING: 2, QUIET: 3}[x._kind], x._int)
            return (0, 0)
        a, b = key(self), key(other)
        c = (a > b) - (a < b)
        if not c and not self._kind:
            c = self._cmp(other) * (-1 if self._sign else 1)
            if not c:
                c = (self._exp > other._exp) - (self._exp < other._exp)
        return operand(-c if self._sign else c)

    # Arithmetic.

    def _binary(self, other, context, reflected, op):
        if type(other) is not Decimal:
            other = _operand_or_none(other)
            if other is None:
                return NotImplemented
        ctx = context or getcontext()
        a, b = (other, self) if reflected else (self, other)
        if a._kind or b._kind:
            nan = a._check_nans(b, ctx)
            if nan is not None:
                return nan
        return op(a, b, ctx)

    def __pos__(self, context=None):
        ctx = context or getcontext()
        if self._kind:
            return self._check_nans(None, ctx) or _new(self._sign, 0, 0, self._kind)
        sign = self._sign
        if not self._int and ctx.rounding != _c.ROUND_FLOOR:
            sign = 0
        return _fix(ctx, sign, self._int, self._exp)

    def __neg__(self, context=None):
        ctx = context or getcontext()
        if self._kind:
            return self._check_nans(None, ctx) or _new(1 - self._sign, 0, 0, self._kind)
        sign = 1 - self._sign
        if not self._int and ctx.rounding != _c.ROUND_FLOOR:
            sign = 0
        return _fix(ctx, sign, self._int, self._exp)

    def __abs__(self, context=None):
        ctx = context or getcontext()
        if self._kind:
            return self._check_nans(None, ctx) or _new(0, 0, 0, self._kind)
        return _fix(ctx, 0, self._int, self._exp)

    def __add__(self, other, context=None):
        return self._binary(other, context, False, _add)

    def __radd__(self, other, context=None):
        return self._binary(other, context, True, _add)

    def __sub__(self, other, context=None):
        return self._binary(other, context, False, _sub)

    def __rsub__(self, other, context=None):
        return self._binary(other, context, True, _sub)

    def __mul__(self, other, context=None):
        return self._binary(other, context, False, _mul)

    def __rmul__(self, other, context=None):
        return self._binary(other, context, True, _mul)

    def __truediv__(self, other, context=None):
        return self._binary(other, context, False, _div)

    def __rtruediv__(self, other, context=None):
        return self._binary(other, context, True, _div)

    def __floordiv__(self, other, context=None):
        return self._binary(other, context, False, _floordiv)

    def __rfloordiv__(self, other, context=None):
        return self._binary(other, context, True, _floordiv)

    def __mod__(self, other, context=None):
        return self._binary(other, context, False, _mod)

    def __rmod__(self, other, context=None):
        return self._binary(other, context, True, _mod)

    def __divmod__(self, other, context=None):
        other = _operand_or_none(other)
        if other is None:
            return NotImplemented
        return _divmod(self, other, context or getcontext())

    def __rdivmod__(self, other, context=None):
        other = _operand_or_none(other)
        if other is None:
            return NotImplemented
        return _divmod(other, self, context or getcontext())

    def __pow__(self, other, modulo=None, context=None):
        from decimal._power import power, power_modulo
        if modulo is not None:
            other, modulo = _operand_or_none(other), _operand_or_none(modulo)
            if other is None or modulo is None:
                return NotImplemented
            return power_modulo(self, other, modulo, context or getcontext())
        return self._binary(other, context, False, power)

    def __rpow__(self, other, context=None):
        from decimal._power import power
        return self._binary(other, context, True, power)

    def remainder_near(self, other, context=None):
        """self minus the nearest multiple of other."""
        ctx = context or getcontext()
        other = _need(other)
        nan = self._check_nans(other, ctx)
        if nan is not None:
            return nan
        if self._kind == INFINITE:
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
        if not other:
            return ctx.raise_signal(InvalidOperation if self else DivisionUndefined,
                                    result=Decimal._nan())
        if other._kind == INFINITE:
            return self.__pos__(ctx)
        exp = min(self._exp, other._exp)
        if self.adjusted() - other.adjusted() > ctx.prec:
            return ctx.raise_signal(DivisionImpossible, result=Decimal._nan())
        a, b = self._int * 10 ** (self._exp - exp), other._int * 10 ** (other._exp - exp)
        q, r = divmod(a, b)
        sign = self._sign
        if 2 * r + (q & 1) > b:
            r -= b
        if r < 0:
            sign, r = 1 - sign, -r
        return _fix(ctx, sign, r, exp)

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        ctx = context or getcontext()
        other, third = _need(other), _need(third)
        if self._kind or other._kind:
            product = self.__mul__(other, ctx)
        else:
            product = _new(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product.__add__(third, ctx)

    def sqrt(self, context=None):
        """The square root."""
        ctx = context or getcontext()
        if self._kind:
            nan = self._check_nans(None, ctx)
            if nan is not None:
                return nan
            if not self._sign:
                return _new(0, 0, 0, INFINITE)
        if not self:
            return _fix(ctx, self._sign, 0, self._exp >> 1)
        if self._sign:
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
        ideal = self._exp >> 1
        n, exp = self._int, self._exp
        if exp & 1:
            n *= 10
            exp -= 1
        # Enough digits that one more decides the rounding.
        shift = max(0, ctx.prec + 2 - (_digits(n) + 1) // 2)
        scaled = n * 100 ** shift
        root = math.isqrt(scaled)
        exp = exp // 2 - shift
        if root * root == scaled:
            while exp < ideal and root % 10 == 0:
                root //= 10
                exp += 1
        elif root % 5 == 0:
            root += 1  # not exact: no tie
        with_even = ctx.copy()
        with_even.rounding = _c.ROUND_HALF_EVEN
        with_even.traps, with_even.flags = ctx.traps, ctx.flags
        return _fix(with_even, 0, root, exp)

    def exp(self, context=None):
        """e to this power."""
        from decimal._power import exp
        return exp(self, context or getcontext())

    def ln(self, context=None):
        """The natural logarithm."""
        from decimal._power import ln
        return ln(self, context or getcontext())

    def log10(self, context=None):
        """The logarithm to base 10."""
        from decimal._power import log10
        return log10(self, context or getcontext())

    # Exponents.

    def quantize(self, exp, rounding=None, context=None):
        """Rounded to the exponent of another number."""
        ctx = context or getcontext()
        exp = _need(exp)
        rounding = ctx.rounding if rounding is None else _checked(rounding)
        if self._kind or exp._kind:
            nan = self._check_nans(exp, ctx)
            if nan is not None:
                return nan
            if self._kind and exp._kind:
                return _new(self._sign, 0, 0, INFINITE)
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
        to = exp._exp
        if not ctx.Etiny() <= to <= ctx.Emax:
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
        if not self._int:
            return _new(self._sign, 0, to)
        if self.adjusted() > ctx.Emax or self.adjusted() - to + 1 > ctx.prec:
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
        coeff, inexact = _rescaled(self, to, rounding)
        if _digits(coeff) > ctx.prec or coeff and to + _digits(coeff) - 1 > ctx.Emax:
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
        signals = []
        if coeff and to + _digits(coeff) - 1 < ctx.Emin:
            signals.append(Subnormal)
        if to > self._exp:
            if inexact:
                signals.append(Inexact)
            signals.append(Rounded)
        return ctx.raise_signal(*signals, result=_new(self._sign, coeff, to))

    def normalize(self, context=None):
        """Without zeros at the end."""
        ctx = context or getcontext()
        made = self.__pos__(ctx)
        if made._kind:
            return made
        if self._sign and not made._int:
            return _new(self._sign, 0, 0)
        if not made._int:
            return _new(made._sign, 0, 0)
        coeff, exp = made._int, made._exp
        while coeff % 10 == 0 and exp < (ctx.Etop() if ctx.clamp else ctx.Emax):
            coeff //= 10
            exp += 1
        return _new(made._sign, coeff, exp)

    def to_integral_value(self, rounding=None, context=None):
        """Rounded to a whole number, without signals."""
        ctx = context or getcontext()
        if self._kind:
            return self._check_nans(None, ctx) or self
        if self._exp >= 0:
            return _new(self._sign, self._int, self._exp)
        coeff, _ = _rescaled(self, 0, ctx.rounding if rounding is None else _checked(rounding))
        return _new(self._sign, coeff, 0)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        """Rounded to a whole number."""
        ctx = context or getcontext()
        if self._kind or self._exp >= 0:
            return self.to_integral_value(rounding, ctx)
        coeff, inexact = _rescaled(self, 0, ctx.rounding if rounding is None else _checked(rounding))
        signals = (Inexact, Rounded) if inexact else (Rounded,)
        return ctx.raise_signal(*signals, result=_new(self._sign, coeff, 0))

    def same_quantum(self, other, context=None):
        """Whether the exponents are the same."""
        other = _need(other)
        if self._kind or other._kind:
            return (self._kind == other._kind == INFINITE
                    or self._kind >= QUIET and other._kind >= QUIET)
        return self._exp == other._exp

    def scaleb(self, other, context=None):
        """The exponent moved."""
        ctx = context or getcontext()
        other = _need(other)
        nan = self._check_nans(other, ctx)
        if nan is not None:
            return nan
        if other._kind or other._exp != 0:
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
        if self._kind:
            return self
        return _fix(ctx, self._sign, self._int, self._exp + int(other))

    def logb(self, context=None):
        """The exponent of the first digit as a Decimal."""
        ctx = context or getcontext()
        if self._kind:
            return self._check_nans(None, ctx) or _new(0, 0, 0, INFINITE)
        if not self:
            return ctx.raise_signal(DivisionByZero, result=_new(1, 0, 0, INFINITE))
        return _fix(ctx, *(lambda n: (1 if n < 0 else 0, abs(n), 0))(self.adjusted()))

    # Neighbours and extremes.

    def _neighbour(self, up, ctx):
        if self._kind:
            nan = self._check_nans(None, ctx)
            if nan is not None:
                return nan
            if bool(self._sign) != up:
                return self
            return _new(self._sign, 10 ** ctx.prec - 1, ctx.Etop())
        quiet = ctx.copy()
        quiet.clear_traps()
        quiet.rounding = _c.ROUND_CEILING if up else _c.ROUND_FLOOR
        made = _fix(quiet, self._sign, self._int, self._exp)
        if made._kind or made._cmp(self) != 0:
            return made
        step = _new(0 if up else 1, 1, ctx.Etiny() - 1)
        return _add(self, step, quiet)

    def next_plus(self, context=None):
        """The next greater number."""
        return self._neighbour(True, context or getcontext())

    def next_minus(self, context=None):
        """The next smaller number."""
        return self._neighbour(False, context or getcontext())

    def next_toward(self, other, context=None):
        """The next number on the way to another."""
        ctx = context or getcontext()
        other = _need(other)
        nan = self._check_nans(other, ctx)
        if nan is not None:
            return nan
        c = self._cmp(other)
        if c == 0:
            return self.copy_sign(other)
        return self._neighbour(c < 0, ctx)

    def _extreme(self, other, context, sign, magnitude):
        ctx = context or getcontext()
        other = _need(other)
        if self._kind >= QUIET or other._kind >= QUIET:
            if SIGNALING in (self._kind, other._kind):
                return self._check_nans(other, ctx)
            if self._kind == QUIET:
                return self if other._kind == QUIET else other.__pos__(ctx)
            return self.__pos__(ctx)
        c = self.copy_abs()._cmp(other.copy_abs()) if magnitude else 0
        c = c or self._cmp(other)
        if c == 0:
            c = int(self.compare_total(other))
        return (self if c * sign >= 0 else other).__pos__(ctx)

    def max(self, other, context=None):
        """The greater one."""
        return self._extreme(other, context, 1, False)

    def min(self, other, context=None):
        """The smaller one."""
        return self._extreme(other, context, -1, False)

    def max_mag(self, other, context=None):
        """The one with the greater absolute value."""
        return self._extreme(other, context, 1, True)

    def min_mag(self, other, context=None):
        """The one with the smaller absolute value."""
        return self._extreme(other, context, -1, True)

    # Signs and kinds.

    def copy_abs(self):
        """Without its sign."""
        return _new(0, self._int, self._exp, self._kind)

    def copy_negate(self):
        """With the other sign."""
        return _new(1 - self._sign, self._int, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        """With the sign of another."""
        return _new(_need(other)._sign, self._int, self._exp, self._kind)

    def is_canonical(self):
        """True."""
        return True

    def canonical(self):
        """The number itself."""
        return self

    def conjugate(self):
        """The number itself."""
        return self

    real = property(lambda self: self)
    imag = property(lambda self: _new(0, 0, 0))

    def radix(self):
        """10."""
        return operand(10)

    def is_finite(self):
        """Whether it is neither infinite nor NaN."""
        return self._kind == FINITE

    def is_infinite(self):
        """Whether it is an infinity."""
        return self._kind == INFINITE

    def is_nan(self):
        """Whether it is a NaN."""
        return self._kind >= QUIET

    def is_qnan(self):
        """Whether it is a quiet NaN."""
        return self._kind == QUIET

    def is_snan(self):
        """Whether it is a signaling NaN."""
        return self._kind == SIGNALING

    def is_signed(self):
        """Whether it has a minus."""
        return self._sign == 1

    def is_zero(self):
        """Whether it is zero."""
        return not self._kind and not self._int

    def is_normal(self, context=None):
        """Whether it is a normal number."""
        return bool(not self._kind and self._int
                    and (context or getcontext()).Emin <= self.adjusted())

    def is_subnormal(self, context=None):
        """Whether it is below the normal numbers."""
        return bool(not self._kind and self._int
                    and self.adjusted() < (context or getcontext()).Emin)

    def number_class(self, context=None):
        """What kind of number it is."""
        if self._kind >= QUIET:
            return "NaN" if self._kind == QUIET else "sNaN"
        sign = "-" if self._sign else "+"
        if self._kind:
            return sign + "Infinity"
        if not self._int:
            return sign + "Zero"
        return sign + ("Subnormal" if self.is_subnormal(context) else "Normal")



def _type_text(obj):
    cls = type(obj)
    return cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"


def _operand_or_none(x):
    if isinstance(x, Decimal):
        return x
    return operand(x) if isinstance(x, int) else None


def _need(x):
    found = _operand_or_none(x)
    if found is None:
        raise TypeError(f"conversion from {_type_text(x)} to Decimal is not supported")
    return found


def _checked(rounding):
    if rounding not in _c._ROUNDINGS:
        raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP,"
                        " ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n"
                        "   ROUND_05UP]")
    return rounding


def _rescaled(x, exp, rounding):
    # The coefficient of x at another exponent, and whether digits were lost.
    if x._exp >= exp:
        return x._int * 10 ** (x._exp - exp), False
    drop = exp - x._exp
    if drop > _digits(x._int) + 1:
        return shorten(1 if x._int else 0, 2, rounding, x._sign)
    return shorten(x._int, drop, rounding, x._sign)


def _add(a, b, ctx):
    if a._kind or b._kind:
        if a._kind and b._kind and a._sign != b._sign:
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
        return _new(a._sign if a._kind else b._sign, 0, 0, INFINITE)
    if a._int and b._int and -40 < a._exp - b._exp < 40:
        exp = min(a._exp, b._exp)
        m, n = a._int * 10 ** (a._exp - exp), b._int * 10 ** (b._exp - exp)
        total = (-m if a._sign else m) + (-n if b._sign else n)
        if total:
            return _fix(ctx, 1 if total < 0 else 0, abs(total), exp)
    exp = min(a._exp, b._exp)
    if not a._int and not b._int:
        negative = a._sign and b._sign or a._sign != b._sign and ctx.rounding == _c.ROUND_FLOOR
        return _fix(ctx, 1 if negative else 0, 0, exp)
    if not a._int or not b._int:
        x = b if not a._int else a
        exp = max(exp, x._exp - ctx.prec - 1)
        coeff, _ = _rescaled(x, exp, ctx.rounding)
        return _fix(ctx, x._sign, coeff, exp)
    big, small = (a, b) if a._exp >= b._exp else (b, a)
    m, n, low = big._int, small._int, small._exp
    # A number far below the last digit only decides how to round.
    edge = big._exp + min(-1, _digits(m) - ctx.prec - 2)
    if _digits(n) + low - 1 < edge:
        n, low = 1, edge
    m *= 10 ** (big._exp - low)
    total = (-m if big._sign else m) + (-n if small._sign else n)
    if not total:
        return _fix(ctx, 1 if ctx.rounding == _c.ROUND_FLOOR else 0, 0, exp)
    return _fix(ctx, 1 if total < 0 else 0, abs(total), low)


def _sub(a, b, ctx):
    return _add(a, b.copy_negate(), ctx)


def _mul(a, b, ctx):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        if not a or not b:
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
        return _new(sign, 0, 0, INFINITE)
    return _fix(ctx, sign, a._int * b._int, a._exp + b._exp)


def _div(a, b, ctx):
    sign = a._sign ^ b._sign
    if a._kind:
        if b._kind:
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
        return _new(sign, 0, 0, INFINITE)
    if b._kind:
        return ctx.raise_signal(Clamped, result=_new(sign, 0, ctx.Etiny()))
    if not b._int:
        if not a._int:
            return ctx.raise_signal(DivisionUndefined, result=Decimal._nan())
        return ctx.raise_signal(DivisionByZero, result=_new(sign, 0, 0, INFINITE))
    ideal = a._exp - b._exp
    if not a._int:
        return _fix(ctx, sign, 0, ideal)
    shift = _digits(b._int) - _digits(a._int) + ctx.prec + 1
    exp = ideal - shift
    if shift >= 0:
        q, r = divmod(a._int * 10 ** shift, b._int)
    else:
        q, r = divmod(a._int, b._int * 10 ** -shift)
    if r:
        if q % 5 == 0:
            q += 1  # not exact: no tie
    else:
        while exp < ideal and q % 10 == 0:
            q //= 10
            exp += 1
    return _fix(ctx, sign, q, exp)


def _whole(a, b, ctx):
    # (quotient, remainder) of finite numbers, None when the quotient is too long.
    exp = min(a._exp, b._exp)
    sign = a._sign ^ b._sign
    if not a._int or b._kind or a.adjusted() - b.adjusted() <= -2:
        rest = a if b._kind else _new(a._sign, _rescaled(a, exp, ctx.rounding)[0], exp)
        return _new(sign, 0, 0), rest
    if a.adjusted() - b.adjusted() <= ctx.prec:
        q, r = divmod(a._int * 10 ** (a._exp - exp), b._int * 10 ** (b._exp - exp))
        if q < 10 ** ctx.prec:
            return _new(sign, q, 0), _new(a._sign, r, exp)
    return None


def _floordiv(a, b, ctx):
    sign = a._sign ^ b._sign
    if a._kind:
        if b._kind:
            return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
        return _new(sign, 0, 0, INFINITE)
    if not b:
        if a:
            return ctx.raise_signal(DivisionByZero, result=_new(sign, 0, 0, INFINITE))
        return ctx.raise_signal(DivisionUndefined, result=Decimal._nan())
    both = _whole(a, b, ctx)
    if both is None:
        return ctx.raise_signal(DivisionImpossible, result=Decimal._nan())
    return both[0]


def _mod(a, b, ctx):
    if a._kind:
        return ctx.raise_signal(InvalidOperation, result=Decimal._nan())
    if not b:
        return ctx.raise_signal(InvalidOperation if a else DivisionUndefined, result=Decimal._nan())
    both = _whole(a, b, ctx)
    if both is None:
        return ctx.raise_signal(DivisionImpossible, result=Decimal._nan())
    r = both[1]
    return _fix(ctx, r._sign, r._int, r._exp)


def _divmod(a, b, ctx):
    if a._kind or b._kind:
        nan = a._check_nans(b, ctx)
        if nan is not None:
            return nan, nan
    if not a._kind and not b:
        if not a:
            nan = ctx.raise_signal(DivisionUndefined, result=Decimal._nan())
            return nan, nan
        return (ctx.raise_signal(InvalidOperation, DivisionByZero,
                                 result=_new(a._sign ^ b._sign, 0, 0, INFINITE)), Decimal._nan())
    return _floordiv(a, b, ctx), _mod(a, b, ctx)


CONTEXT_METHODS = {
    "add": "__add__", "subtract": "__sub__", "multiply": "__mul__", "divide": "__truediv__",
    "divide_int": "__floordiv__", "remainder": "__mod__", "divmod": "__divmod__",
    "power": "__pow__", "plus": "__pos__", "minus": "__neg__", "abs": "__abs__",
}
for _n in ("compare", "compare_total", "exp", "fma", "is_normal", "is_subnormal", "ln", "log10", "logb", "max",
           "max_mag", "min", "min_mag", "next_minus", "next_plus", "next_toward", "normalize",
           "number_class", "quantize", "remainder_near", "same_quantum", "scaleb", "sqrt",
           "to_eng_string", "to_integral_exact", "to_integral_value"):
    CONTEXT_METHODS[_n] = _n
