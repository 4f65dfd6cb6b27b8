"""How fractions are formatted."""

_spec = None


def _match(spec):
    global _spec
    if _spec is None:
        import re
        _spec = re.compile(r"(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<no_neg>z)?(?P<alt>#)?"
                           r"(?P<zero>0(?=[0-9]))?(?P<width>[0-9]+)?(?P<sep>[,_])?"
                           r"(?:\.(?P<prec>[0-9]+))?(?P<type>[eEfFgG%]?)", re.DOTALL)
    return _spec.fullmatch(spec)


def format_fraction(value, spec):
    """value as format(value, spec) shows it."""
    found = _match(spec)
    if found is None or found["align"] and found["zero"] is not None:
        raise ValueError(f"Invalid format specifier {spec!r} for object of type "
                         f"{type(value).__name__!r}")
    width = int(found["width"] or 0)
    fill, align = found["fill"] or " ", found["align"] or ">"
    sign = "" if found["sign"] == "-" else found["sign"]
    numerator, denominator = value.numerator, value.denominator
    negative = numerator < 0
    numerator = abs(numerator)
    if not found["type"]:
        if found["zero"] or found["prec"] or found["no_neg"]:
            raise ValueError(f"Invalid format specifier {spec!r} for object of type "
                             f"{type(value).__name__!r}")
        sep = found["sep"] or ""
        body = f"{numerator:{sep}}"
        if denominator > 1 or found["alt"]:
            body += f"/{denominator:{sep}}"
        return _pad("-" if negative else sign, body, fill, align, width)
    body, negative = _decimal(numerator, denominator, negative, found)
    sep = found["sep"]
    if found["zero"]:
        fill, align = "0", "="
    digits = len(body) - len(body.lstrip("0123456789"))
    whole, rest = body[:digits], body[digits:]
    lead = "-" if negative else sign
    if fill == "0" and align == "=" and found["zero"]:
        room = width - len(lead) - len(rest)
        whole = whole.zfill(3 * room // 4 + 1 if sep else room)
    if sep:
        first = 1 + (len(whole) - 1) % 3
        whole = whole[:first] + "".join(sep + whole[i:i + 3] for i in range(first, len(whole), 3))
    return _pad(lead, whole + rest, fill, align, width)


def _pad(sign, body, fill, align, width):
    room = fill * (width - len(sign) - len(body))
    if align == ">":
        return room + sign + body
    if align == "<":
        return sign + body + room
    if align == "^":
        half = len(room) // 2
        return room[:half] + sign + body + room[half:]
    return sign + room + body


def _scaled(n, d, places):
    # n / d * 10**places, rounded half to even.
    if places >= 0:
        n *= 10 ** places
    else:
        d *= 10 ** -places
    q, r = divmod(n, d)
    if 2 * r > d or 2 * r == d and q % 2:
        q += 1
    return q


def _decimal(n, d, negative, found):
    kind = found["type"]
    precision = int(found["prec"] or 6) if found["prec"] != "0" else 0
    alternate = bool(found["alt"])
    if kind in "fF%":
        digits = _scaled(n, d, precision + (2 if kind == "%" else 0))
        zero, exponent = digits == 0, -precision
        text = str(digits).zfill(precision + 1)
        point = len(text) - precision
        suffix, trim = "%" if kind == "%" else "", False
    else:
        figures = precision + 1 if kind in "eE" else max(precision, 1)
        if n == 0:
            digits, exponent, zero = 0, 1 - figures, True
        else:
            zero = False
            a, b = str(n), str(d)
            m = len(a) - len(b) - (a < b)
            exponent = m + 1 - figures
            digits = _scaled(n, d, -exponent)
            if len(str(digits)) == figures + 1:
                digits //= 10
                exponent += 1
        text = str(digits).zfill(figures)
        power = exponent + figures - 1
        trim = kind in "gG" and not alternate
        if kind in "gG" and -4 <= power < figures:
            suffix = ""
            point = power + 1
            if point <= 0:
                text = "0" * (1 - point) + text
                point = 1
        else:
            letter = "E" if kind in "EG" else "e"
            suffix, point = f"{letter}{power:+03d}", 1
    if found["no_neg"] and zero:
        negative = False
    whole, part = text[:point], text[point:]
    if trim:
        part = part.rstrip("0")
    dot = "." if part or alternate else ""
    return whole + dot + part + suffix, negative
