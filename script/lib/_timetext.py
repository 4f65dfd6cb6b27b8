"""What strftime writes and strptime reads, in the C locale."""

_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_COMPOUND = {"c": "%a %b %e %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S", "D": "%m/%d/%y",
             "T": "%H:%M:%S", "R": "%H:%M", "F": "%Y-%m-%d", "r": "%I:%M:%S %p", "h": "%b"}


def fill(format, year, month, day, hour, minute, second, weekday, yday, iso, us, zone, name, stamp):
    """format with its directives filled. zone(sep), name() and stamp() are called if needed."""
    if "%" not in format:
        return format
    out = []
    i = 0
    n = len(format)
    while i < n:
        at = format.find("%", i)
        if at < 0 or at + 1 >= n:
            out.append(format[i:])
            break
        out.append(format[i:at])
        c = format[at + 1]
        i = at + 2
        pad = None
        if c in "-_0^#" and i < n:
            pad = c
            c = format[i]
            i += 1
        if c == ":" and format[i:i + 1] == "z":
            i += 1
            out.append(zone(":"))
            continue
        if c in _COMPOUND:
            out.append(fill(_COMPOUND[c], year, month, day, hour, minute, second, weekday, yday,
                            iso, us, zone, name, stamp))
            continue
        width, blank = 2, "0"
        if c == "Y":
            value, width = year, 4
        elif c == "m":
            value = month
        elif c == "d":
            value = day
        elif c == "H":
            value = hour
        elif c == "M":
            value = minute
        elif c == "S":
            value = second
        elif c == "y":
            value = year % 100
        elif c == "C":
            value = year // 100
        elif c == "I":
            value = (hour + 11) % 12 + 1
        elif c == "j":
            value, width = yday, 3
        elif c == "U":
            value = (yday + 6 - (weekday + 1) % 7) // 7
        elif c == "W":
            value = (yday + 6 - weekday) // 7
        elif c == "V":
            value = iso[1]
        elif c == "G":
            value, width = iso[0], 4
        elif c == "g":
            value = iso[0] % 100
        elif c == "e":
            value, blank = day, " "
        elif c == "k":
            value, blank = hour, " "
        elif c == "l":
            value, blank = (hour + 11) % 12 + 1, " "
        elif c == "u":
            value, width = weekday + 1, 1
        elif c == "w":
            value, width = (weekday + 1) % 7, 1
        else:
            if c == "a":
                text = _DAYS[weekday][:3]
            elif c == "A":
                text = _DAYS[weekday]
            elif c == "b":
                text = _MONTHS[month - 1][:3]
            elif c == "B":
                text = _MONTHS[month - 1]
            elif c == "p":
                text = "AM" if hour < 12 else "PM"
                if pad == "#":
                    text = text.lower()
            elif c == "P":
                text = "am" if hour < 12 else "pm"
            elif c == "f":
                text = f"{us:06d}"
            elif c == "z":
                text = zone("")
            elif c == "Z":
                text = name()
            elif c == "s":
                text = str(stamp())
            elif c == "n":
                text = "\n"
            elif c == "t":
                text = "\t"
            elif c == "%":
                text = "%"
            else:
                text = "%" + (pad or "") + c
            out.append(text.upper() if pad == "^" else text)
            continue
        if pad == "-":
            out.append(str(value))
        elif pad == "_":
            out.append(str(value).rjust(width))
        else:
            out.append(str(value).rjust(width, "0" if pad == "0" else blank))
    return "".join(out)


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
    found = pattern.match(string)
    if not found:
        raise ValueError(f"time data {string!r} does not match format {format!r}")
    if len(string) != found.end():
        raise ValueError(f"unconverted data remains: {string[found.end():]}")
    return _values(found.groupdict())


def _values(got):
    from datetime import _from_iso_calendar, _from_ordinal, _ordinal
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
        year, month, day = _from_iso_calendar(number["G"], number["V"], weekday + 1)
    elif "V" in number:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive "
                             "'%G' and a weekday directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                         "Use the ISO year '%G' instead.")
    elif "j" in number:
        year = 1900 if year is None else year
        year, month, day = _from_ordinal(_ordinal(year, 1, 1) + number["j"] - 1)
    elif weekday is not None and year is not None and ("U" in number or "W" in number):
        first = _ordinal(year, 1, 1)
        monday = "W" in number
        start = (first + 6) % 7 if monday else first % 7
        at = weekday if monday else (weekday + 1) % 7
        week = number["W"] if monday else number["U"]
        year, month, day = _from_ordinal(first + (7 - start) % 7 + (week - 1) * 7 + at
                                         if week else first + at - start)
    if year is None:
        year = 1904 if month == 2 and day == 29 else 1900
    return (year, month, day, hour, number.get("M", 0), number.get("S", 0), us, offset, name)
