"""Signals, contexts, and the rounding of results."""

from _static import dotted as _dotted

ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_UP = "ROUND_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_05UP = "ROUND_05UP"
_ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN,
              ROUND_HALF_EVEN, ROUND_05UP)

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1


class DecimalException(ArithmeticError):
    """What a signal raises when it is trapped."""


class Clamped(DecimalException):
    """An exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """An operation without a result."""


class ConversionSyntax(InvalidOperation):
    """A text that is no number."""


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A division of another number than zero by zero."""


class DivisionImpossible(InvalidOperation):
    """A whole quotient with too many digits."""


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero divided by zero."""


class Inexact(DecimalException):
    """Digits other than zero were lost."""


class InvalidContext(InvalidOperation):
    """A context that does not do."""


class Rounded(DecimalException):
    """Digits were lost."""


class Subnormal(DecimalException):
    """An exponent below Emin."""


class Overflow(Inexact, Rounded):
    """An exponent above Emax."""


class Underflow(Inexact, Rounded, Subnormal):
    """A result that lost digits for being so small."""


class FloatOperation(DecimalException, TypeError):
    """Floats and Decimals were mixed."""


for _c in (DecimalException, Clamped, InvalidOperation, ConversionSyntax, DivisionByZero,
           DivisionImpossible, DivisionUndefined, Inexact, InvalidContext, Rounded, Subnormal,
           Overflow, Underflow, FloatOperation):
    _c.__module__ = "decimal"
_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal,
            Inexact, Rounded, Clamped)
_SHOWN = (InvalidOperation, Clamped, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded,
          Subnormal, Underflow)
_PARENT = {ConversionSyntax: InvalidOperation, DivisionImpossible: InvalidOperation,
           DivisionUndefined: InvalidOperation, InvalidContext: InvalidOperation}


def shorten(coeff, drop, rounding, sign):
    """coeff without its last drop digits, and whether they were not all zero."""
    power = 10 ** drop
    q, r = divmod(coeff, power)
    if not r:
        return q, False
    if rounding == ROUND_HALF_EVEN:
        up = r * 2 > power or r * 2 == power and q % 2
    elif rounding == ROUND_HALF_UP:
        up = r * 2 >= power
    elif rounding == ROUND_HALF_DOWN:
        up = r * 2 > power
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign
    else:
        up = q % 10 in (0, 5)
    return q + 1 if up else q, True


@_dotted
class Context:
    """Precision, rounding, limits, and what the signals do."""

    __module__ = "decimal"

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None,
                 flags=None, traps=None):
        base = globals().get("DefaultContext")
        self.prec = (28 if base is None else base.prec) if prec is None else prec
        self.rounding = (ROUND_HALF_EVEN if base is None else base.rounding) \
            if rounding is None else rounding
        self.Emin = (-999999 if base is None else base.Emin) if Emin is None else Emin
        self.Emax = (999999 if base is None else base.Emax) if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        if traps is None:
            traps = [InvalidOperation, DivisionByZero, Overflow] if base is None else base.traps
        self.traps = self._switches(traps)
        self.flags = self._switches(flags or ())

    @staticmethod
    def _switches(given):
        if isinstance(given, dict):
            return {s: bool(given.get(s)) for s in _SIGNALS}
        return {s: s in given for s in _SIGNALS}

    def __setattr__(self, name, value):
        if name == "prec":
            self._limit(name, value, 1, MAX_PREC)
        elif name == "Emin":
            self._limit(name, value, MIN_EMIN, 0)
        elif name == "Emax":
            self._limit(name, value, 0, MAX_EMAX)
        elif name in ("capitals", "clamp"):
            self._limit(name, value, 0, 1)
        elif name == "rounding":
            if value not in _ROUNDINGS:
                raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR,"
                                " ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN,"
                                " ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name not in ("flags", "traps"):
            raise AttributeError(f"'decimal.Context' object has no attribute {name!r}")
        object.__setattr__(self, name, value)
        if name in ("prec", "Emin", "Emax"):
            # Coefficients below room with exponents from low to high are results as they are.
            prec, low, high = (self.__dict__.get(n, 0) for n in ("prec", "Emin", "Emax"))
            object.__setattr__(self, "_plain", (10 ** prec if prec <= 100 else 0, low, high - prec + 1))

    @staticmethod
    def _limit(name, value, low, high):
        if not isinstance(value, int):
            raise TypeError("an integer is required")
        if not low <= value <= high:
            text = {0: "0", MAX_PREC: "MAX_PREC", 1: "1", MIN_EMIN: "MIN_EMIN"}
            low, high = text.get(low, low), text.get(high, high)
            if name == "Emax":
                high = "MAX_EMAX"
            if name in ("capitals", "clamp"):
                raise ValueError(f"valid values for {name} are 0 or 1")
            raise ValueError(f"valid range for {name} is [{low}, {high}]")

    def __repr__(self):
        def names(switches):
            return ", ".join(s.__name__ for s in _SHOWN if switches[s])
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, "
                f"Emax={self.Emax}, capitals={self.capitals}, clamp={self.clamp}, "
                f"flags=[{names(self.flags)}], traps=[{names(self.traps)}])")

    def copy(self):
        """Another with the same settings."""
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                       dict(self.flags), dict(self.traps))

    __copy__ = copy

    def __reduce__(self):
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals,
                         self.clamp, dict(self.flags), dict(self.traps))

    def clear_flags(self):
        """Forgets what was signalled."""
        for s in self.flags:
            self.flags[s] = False

    def clear_traps(self):
        """Has no signal raise."""
        for s in self.traps:
            self.traps[s] = False

    def Etiny(self):
        """The least exponent of a subnormal number."""
        return self.Emin - self.prec + 1

    def Etop(self):
        """The exponent of the greatest number."""
        return self.Emax - self.prec + 1

    def raise_signal(self, *conditions, result=None):
        """Notes conditions; raises for the first that is trapped, else gives result."""
        trapped = []
        for condition in conditions:
            signal = _PARENT.get(condition, condition)
            self.flags[signal] = True
            if self.traps[signal]:
                trapped.append((signal, condition))
        if trapped:
            signal = trapped[0][0]
            raise signal([c for _, c in trapped])
        return result

    def create_decimal(self, num="0", /):
        """num as a Decimal, rounded to the context."""
        from decimal._number import Decimal
        if isinstance(num, str) and (num != num.strip() or "_" in num):
            return self.raise_signal(ConversionSyntax, result=Decimal._nan())
        made = Decimal(num, self)
        return made.__pos__(self) if made._is_special() is False else made

    def create_decimal_from_float(self, f, /):
        """A float as a Decimal, rounded to the context."""
        from decimal._number import Decimal
        return Decimal.from_float(f).__pos__(self)

    def __getattr__(self, name):
        # The operations are methods of Decimal that take a context.
        from decimal import _number
        real = _number.CONTEXT_METHODS.get(name)
        if real is None:
            raise AttributeError(f"'decimal.Context' object has no attribute {name!r}")

        def operation(a, *args):
            a = _number.operand(a)
            args = [_number.operand(x) if isinstance(x, int) else x for x in args]
            for x in (a, *args):
                if not isinstance(x, _number.Decimal):
                    raise TypeError("conversion from %s to Decimal is not supported"
                                    % type(x).__name__)
            return getattr(a, real)(*args, context=self)
        operation.__name__ = name
        return operation


DefaultContext = Context()
BasicContext = Context(9, ROUND_HALF_UP, traps=[DivisionByZero, Overflow, InvalidOperation,
                                                Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, traps=[])


class _Holder:
    # Where there are no context variables, one context for all.
    value = None

    def get(self, default=None):
        return self.value

    def set(self, value):
        self.value = value


def _variable():
    try:
        from contextvars import ContextVar
    except ImportError:
        return _Holder()
    return ContextVar("decimal_context")


_current = _variable()


def getcontext():
    """The context in force."""
    found = _current.get(None)
    if found is None:
        found = DefaultContext.copy()
        _current.set(found)
    return found


def setcontext(context, /):
    """Puts a context in force."""
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


@_dotted
class ContextManager:
    """What localcontext gives."""

    def __init__(self, new):
        self.new = new

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, *exc):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    """A with statement's own context."""
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    new = ctx.copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        if name in ("flags", "traps"):
            value = Context._switches(value)
        setattr(new, name, value)
    return ContextManager(new)
