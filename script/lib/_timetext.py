"""What strptime reads, in the C locale."""

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_READ = {
    "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "f": r"(?P<f>[0-9]{1,6})",
    "H": r"(?P<H>2[0-3]|[0-1]\d|\d| \d)", "I": r"(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])",
    "G": r"(?P<G>\d\d\d\d)",
    "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
    "m": r"(?P<m>1[0-2]|0[1-9]|[1-9]| [1-9])", "M": r"(?P<M>[0-5]\d|\d| \d)",
    "S": r"(?P<S>6[0-1]|[0-5]\d|\d| \d)", "U": r"(?P<U>5[0-3]|[0-4]\d|\d)",
    "W": r"(?P<W>5[0-3]|[0-4]\d|\d)", "w": r"(?P<w>[0-6])", "u": r"(?P<u>[1-7])",
    "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)", "y": r"(?P<y>\d\d)", "Y": r"(?P<Y>\d\d\d\d)",
    "z": r"(?P<z>([+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?)|(?-i:Z))",
    "A": "(?P<A>" + "|".join(_DAYS) + ")", "a": "(?P<a>" + "|".join(d[:3] for d in _DAYS) + ")",
    "B": "(?P<B>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + ")",
    "b": "(?P<b>" + "|".join(m[:3] for m in _MONTHS) + ")", "p": "(?P<p>am|pm)",
    "Z": "(?P<Z>utc|gmt)", "%": "%",
    "c": None, "x": None, "X": None,
}
_patterns = {}


def _pattern(format):
    import re
    out = []
    i = 0
    whole = format
    for directive, text in (("%c", "%a %b %d %H:%M:%S %Y"), ("%x", "%m/%d/%y"), ("%X", "%H:%M:%S")):
        format = format.replace(directive, text)
    format = re.sub(r"([\\.^$*+?\(\){}\[\]|])", r"\\\1", format)
    format = re.sub(r"\s+", r"\\s+", format)
    while i < len(format):
        c = format[i]
        i += 1
        if c != "%":
            out.append(c)
            continue
        if i == len(format):
            raise ValueError(f"stray % in format '{whole}'")
        c = format[i]
        i += 1
        if c not in _READ:
            raise ValueError(f"'{c}' is a bad directive in format '{whole}'")
        out.append(_READ[c])
    return re.compile("".join(out), re.IGNORECASE)


def _zone(text):
    # The offset in microseconds of what %z matched.
    if text == "Z":
        return 0
    sign = -1 if text[0] == "-" else 1
    rest = text[1:]
    if rest[2:3] == ":":
        rest = rest[:2] + rest[3:]
        if len(rest) > 4:
            if rest[4] != ":":
                raise ValueError(f"Inconsistent use of : in {text}")
            rest = rest[:4] + rest[5:]
    hours, minutes = int(rest[:2]), int(rest[2:4])
    seconds = int(rest[4:6] or 0)
    us = int(rest[7:].ljust(6, "0")) if rest[7:] else 0
    return sign * (((hours * 60 + minutes) * 60 + seconds) * 1000000 + us)


def _warn_of_day(directives):
    """Warns of a day of a month without a year, the first time it is asked for."""
    if "d" in directives and not directives & {"Y", "y", "G"}:
        import warnings
        warnings.warn(
            "Parsing dates involving a day of month without a year specified is ambiguious\n"
            "and fails to parse leap day. The default behavior will change in Python 3.15\n"
            "to either always raise an exception or to use a different default year (TBD).\n"
            "To avoid trouble, add a specific year to the input & format.\n"
            "See https://github.com/python/cpython/issues/70647.", DeprecationWarning, stacklevel=3)


def parse(string, format):
    """(year, month, day, hour, minute, second, microsecond, offset, zone name) of a text."""
    for i, arg in enumerate((string, format), 1):
        if not isinstance(arg, str):
            raise TypeError(f"strptime() argument {i} must be str, not {type(arg).__name__}")
    pattern = _patterns.get(format)
    if pattern is None:
        if len(_patterns) > 50:
            _patterns.clear()
        pattern = _patterns[format] = _pattern(format)
        _warn_of_day({part[:1] for part in format.replace("%%", "").split("%")[1:]})
    found = pattern.match(string)
    if not found:
        raise ValueError(f"time data {string!r} does not match format {format!r}")
    if len(string) != found.end():
        raise ValueError(f"unconverted data remains: {string[found.end():]}")
    return _values(found.groupdict())


def _values(got):
    from _datetime import from_iso_calendar, from_ordinal, ordinal
    number = {k: int(v) for k, v in got.items() if k in "dHIGjmMSUWwuVyY" and v is not None}
    year = number.get("Y")
    if "y" in number:
        year = number["y"] + (2000 if number["y"] <= 68 else 1900)
    month, day = number.get("m", 1), number.get("d", 1)
    if "B" in got:
        month = [m.lower() for m in _MONTHS].index(got["B"].lower()) + 1
    elif "b" in got:
        month = [m[:3].lower() for m in _MONTHS].index(got["b"].lower()) + 1
    hour = number.get("H", 0)
    if "I" in number:
        hour = number["I"] % 12
        if (got.get("p") or "").lower() == "pm":
            hour += 12
    us = int(got["f"].ljust(6, "0")) if "f" in got else 0
    offset = _zone(got["z"]) if "z" in got else None
    name = got["Z"] if "Z" in got and offset is not None else None
    weekday = None
    for key, names in (("A", _DAYS), ("a", [d[:3] for d in _DAYS])):
        if key in got:
            weekday = [d.lower() for d in names].index(got[key].lower())
    if "w" in number:
        weekday = (number["w"] + 6) % 7
    if "u" in number:
        weekday = number["u"] - 1
    if "G" in number:
        if "j" in number:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year "
                             "directive '%G'. Use '%Y' instead.")
        if "V" not in number or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive "
                             "'%V' and a weekday directive ('%A', '%a', '%w', or '%u').")
        year, month, day = from_iso_calendar(number["G"], number["V"], weekday + 1)
    elif "V" in number:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive "
                             "'%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")
    elif "j" in number:
        year = 1900 if year is None else year
        year, month, day = from_ordinal(ordinal(year, 1, 1) + number["j"] - 1)
    elif weekday is not None and year is not None and ("U" in number or "W" in number):
        first = ordinal(year, 1, 1)
        monday = "W" in number
        start = (first + 6) % 7 if monday else first % 7
        at = weekday if monday else (weekday + 1) % 7
        week = number["W"] if monday else number["U"]
        year, month, day = from_ordinal(first + (7 - start) % 7 + (week - 1) * 7 + at
                                         if week else first + at - start)
    if year is None:
        year = 1900
    return (year, month, day, hour, number.get("M", 0), number.get("S", 0), us, offset, name)
