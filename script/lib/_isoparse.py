"""The ISO 8601 forms that datetime's fromisoformat methods read.

Dates are YYYY-MM-DD, YYYYMMDD, YYYY-Www-D, YYYYWwwD and the weeks without a
day; times HH, HH:MM, HH:MM:SS with a fraction, with or without colons; offsets
are Z or such a time with a sign. Each function gives None for other texts.
"""


def _digits(text):
    return int(text) if text.isascii() and text.isdigit() else None


def parse_date(text):
    """(year, month, day) of a date."""
    year = _digits(text[:4])
    if year is None or len(text) < 7:
        return None
    dash = text[4] == "-"
    rest = text[5:] if dash else text[4:]
    if rest[:1] == "W":
        return _week(year, rest[1:], dash)
    if dash:
        if len(rest) != 5 or rest[2] != "-":
            return None
        month, day = _digits(rest[:2]), _digits(rest[3:])
    else:
        if len(rest) != 4:
            return None
        month, day = _digits(rest[:2]), _digits(rest[2:])
    return None if month is None or day is None else (year, month, day)


def parse_day(text):
    """(year, month, day) of a text that is a date alone."""
    return parse_date(text) if len(text) in (7, 8, 10) else None


def _week(year, rest, dash):
    from _datetime import from_iso_calendar
    week = _digits(rest[:2])
    if week is None or len(rest) < 2:
        return None
    rest = rest[2:]
    day = 1
    if rest:
        if dash:
            if rest[0] != "-":
                return None
            rest = rest[1:]
        if len(rest) != 1:
            return None
        day = _digits(rest)
        if day is None:
            return None
    return from_iso_calendar(year, week, day)


def _clock(text):
    # [hour, minute, second, microsecond] of a time without an offset.
    parts = [0, 0, 0, 0]
    n = len(text)
    at = 0
    colon = text[2:3] == ":"
    for i in range(3):
        value = _digits(text[at:at + 2])
        if value is None or at + 2 > n:
            return None
        parts[i] = value
        at += 2
        if at == n:
            return parts
        if i == 2:
            break
        if text[at] in ".,":
            return None
        if colon:
            if text[at] != ":":
                return None
            at += 1
        elif text[at] == ":":
            return None
    if text[at] not in ".,":
        return None
    fraction = text[at + 1:]
    if not (fraction.isascii() and fraction.isdigit()):
        return None
    parts[3] = int(fraction[:6].ljust(6, "0"))
    return parts


def parse_time(text):
    """(hour, minute, second, microsecond, offset in microseconds or None) of a time."""
    at = max(text.find("+"), text.find("-"))
    offset = None
    clock = text
    if at >= 0:
        clock = text[:at]
        parts = _clock(text[at + 1:])
        if parts is None:
            return None
        h, m, s, us = parts
        offset = ((h * 60 + m) * 60 + s) * 1000000 + us
        if text[at] == "-":
            offset = -offset
    elif text[-1:] in ("Z", "z") and text:
        if text[-1] == "z":
            return None
        clock, offset = text[:-1], 0
    parts = _clock(clock)
    return None if parts is None else (*parts, offset)


def parse_clock(text):
    """What parse_time gives, of a text that may begin with T."""
    return parse_time(text.removeprefix("T"))


def _date_length(text):
    # How many characters the date has, which no separator need end.
    if len(text) < 7:
        return None
    if len(text) == 7:
        return 7
    if text[4] == "-":
        if text[5] == "W":
            if len(text) > 8 and text[8] == "-":
                return None if len(text) == 9 else 10
            return 8
        return 10
    if text[4] == "W":
        i = 7
        while i < len(text) and text[i].isdigit() and text[i].isascii():
            i += 1
        if i < 9:
            return i
        return 7 if i % 2 == 0 else 8
    return 8


def parse_datetime(text):
    """((year, month, day), what parse_time gives) of a date with or without a time."""
    n = _date_length(text)
    if n is None:
        return None
    day = parse_date(text[:n])
    if day is None:
        return None
    if len(text) == n:
        return day, (0, 0, 0, 0, None)
    clock = parse_time(text[n + 1:])
    return None if clock is None else (day, clock)
