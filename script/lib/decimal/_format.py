"""How Decimals are formatted."""

from decimal._context import getcontext, shorten
from decimal._number import _digits, _new, _rescaled

_spec = None


def _match(spec):
    global _spec
    if _spec is None:
        import re
        _spec = re.compile(r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ])?(?P<noneg>z)?(?P<alt>#)?"
                           r"(?P<zero>0)?(?P<width>(?!0)\d+)?(?P<sep>[,_])?(?:\.(?P<prec>\d+))?"
                           r"(?P<type>[eEfFgGn%])?", re.DOTALL)
    return _spec.fullmatch(spec)


def format_decimal(value, spec):
    """value as format(value, spec) shows it."""
    if not isinstance(spec, str):
        raise TypeError("format arg must be str")
    found = _match(spec)
    if found is None or found["zero"] and found["fill"]:
        raise ValueError("invalid format string")
    ctx = getcontext()
    kind = found["type"]
    width = int(found["width"] or 0)
    fill, align = found["fill"] or " ", found["align"] or ">"
    if found["zero"]:
        fill, align = "0", "="
    if value._kind:
        sign = "-" if value._sign else found["sign"] if found["sign"] in ("+", " ") else ""
        body = str(value.copy_abs())
        if kind == "%":
            body += "%"
        return _pad(sign, body, " " if found["zero"] else fill, align if not found["zero"] else ">", width)
    precision = None if found["prec"] is None else int(found["prec"])
    if kind is None:
        kind = "g" if ctx.capitals == 0 else "G"
    if kind == "n":
        kind = "g"
    if kind == "%":
        value = _new(value._sign, value._int, value._exp + 2)
    if precision is not None:
        if kind in "eE":
            value = _figures(value, precision + 1, ctx.rounding)
        elif kind in "fF%":
            coeff, _ = _rescaled(value, -precision, ctx.rounding)
            value = _new(value._sign, coeff, -precision)
        elif _digits(value._int) > max(precision, 1):
            value = _figures(value, max(precision, 1), ctx.rounding)
    if not value._int and value._exp > 0 and kind in "fF%":
        value = _new(value._sign, 0, 0)
    if value._exp > 0 and kind in "fF%":
        value = _new(value._sign, value._int * 10 ** value._exp, 0)
    negative = value._sign
    if found["noneg"] and not value._int:
        negative = 0
    digits = str(value._int)
    left = value._exp + len(digits)
    if kind in "eE":
        dot = 1 - precision if not value._int and precision is not None else 1
    elif kind in "fF%":
        dot = left
    elif value._exp <= 0 and left > -6:
        dot = left
    else:
        dot = 1
    if dot < 0:
        whole, frac = "0", "0" * -dot + digits
    elif dot > len(digits):
        whole, frac = digits + "0" * (dot - len(digits)), ""
    else:
        whole, frac = digits[:dot] or "0", digits[dot:]
    exp = left - dot
    tail = "." + frac if frac or found["alt"] else ""
    if exp or kind in "eE":
        tail += ("e" if kind in "eg" else "E") + f"{exp:+d}"
    if kind == "%":
        tail += "%"
    sign = "-" if negative else found["sign"] if found["sign"] in ("+", " ") else ""
    if found["sep"]:
        whole = _grouped(whole, found["sep"],
                         width - len(sign) - len(tail) if fill == "0" and align == "=" else 0)
    return _pad(sign, whole + tail, fill, align, width)


def _figures(value, n, rounding):
    if not value._int:
        return value
    drop = _digits(value._int) - n
    if drop <= 0:
        return _new(value._sign, value._int * 10 ** -drop, value._exp + drop)
    coeff, _ = shorten(value._int, drop, rounding, value._sign)
    exp = value._exp + drop
    if _digits(coeff) > n:
        coeff //= 10
        exp += 1
    return _new(value._sign, coeff, exp)


def _grouped(digits, sep, width):
    groups = []
    while digits or width > 0:
        take = digits[-3:]
        digits = digits[:-3]
        if not digits and width > len(take):
            take = take.rjust(min(3, width), "0")
        groups.append(take)
        width -= len(take) + 1
    return sep.join(reversed(groups))


def _pad(sign, body, fill, align, width):
    room = fill * (width - len(sign) - len(body))
    if align == "<":
        return sign + body + room
    if align == "=":
        return sign + room + body
    if align == "^":
        half = len(room) // 2
        return room[:half] + sign + body + room[half:]
    return room + sign + body
