"""Addresses, dates and parameters of headers."""

import calendar
import datetime
import os
import random
import re
import socket
import time
import urllib.parse

__all__ = ["collapse_rfc2231_value", "decode_params", "decode_rfc2231", "encode_rfc2231", "formataddr", "formatdate",
           "format_datetime", "getaddresses", "make_msgid", "mktime_tz", "parseaddr", "parsedate", "parsedate_tz",
           "parsedate_to_datetime", "quote", "unquote"]

_days = "Mon Tue Wed Thu Fri Sat Sun".split()
_months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_zones = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "AST": -400, "ADT": -300, "EST": -500, "EDT": -400, "CST": -600,
          "CDT": -500, "MST": -700, "MDT": -600, "PST": -800, "PDT": -700}
_long_months = {name.lower(): i + 1 for i, name in enumerate(calendar.month_name[1:])}
_long_months.update((name.lower(), i + 1) for i, name in enumerate(_months))


def quote(str):
    """Text as it is between quotes."""
    return re.sub(r'[\\"]', r"\\\g<0>", str)


def unquote(str):
    """Text without the quotes or angles about it."""
    if len(str) > 1:
        if str[0] == str[-1] == '"':
            return re.sub(r"\\([\\\"])", r"\1", str[1:-1])
        if str[0] == "<" and str[-1] == ">":
            return str[1:-1]
    return str


# Addresses.

def formataddr(pair, charset="utf-8"):
    """A name and an address as a header has them."""
    name, address = pair
    address.encode("ascii")
    if not name:
        return address
    if not name.isascii():
        from email.charset import Charset
        charset = Charset(charset) if isinstance(charset, str) else charset
        return "%s <%s>" % (charset.header_encode(name), address)
    around = '"' if re.search(r'[][\\()<>@,:;".]', name) else ""
    return "%s%s%s <%s>" % (around, re.sub(r'[\\"]', r"\\\g<0>", name), around, address)


_pieces = re.compile(r'"(?P<quoted>(?:[^"\\]|\\.)*)"|\((?P<note>(?:[^()\\]|\\.|\([^()]*\))*)\)|(?P<mark>[<>,:;@])'
                     r"|(?P<space>\s+)|(?P<word>(?:\[[^\]]*\]|[^\s\"()<>,:;@\[])+|.)", re.DOTALL)


def _addresses(text):
    """The addresses of a header, each a pair; groups give theirs."""
    found = []
    words, address, notes, inside, at_sign = [], "", [], False, False

    def done():
        nonlocal words, address, notes, inside, at_sign
        joined = "".join(words).strip()
        if address:
            found.append((re.sub(r"\s+", " ", joined) or " ".join(notes), address))
        elif at_sign:
            found.append((" ".join(notes), re.sub(r"\s*([@.])\s*", r"\1", joined)))
        elif joined:
            found.append((" ".join(notes), joined.split()[0]))
        words, address, notes, inside, at_sign = [], "", [], False, False

    for piece in _pieces.finditer(text):
        kind, value = piece.lastgroup, piece[0]
        if kind == "note":
            notes.append(piece["note"])
        elif inside:
            if value == ">":
                inside = False
            elif kind != "space":
                address += value
        elif kind == "quoted":
            words.append(re.sub(r"\\(.)", r"\1", piece["quoted"]))
        elif value == "<":
            inside = True
        elif value in (",", ";"):
            done()
        elif value == ":":
            words = []
        else:
            at_sign = at_sign or value == "@"
            words.append(value)
    done()
    return found


def _plausible(text):
    """Whether the brackets of a header close, quotes aside."""
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
    return bare.count("(") == bare.count(")") and bare.count("<") >= bare.count(">")


def _commas(text):
    return re.sub(r'"(?:[^"\\]|\\.)*"|\([^()]*\)', "", text).count(",")


def parseaddr(addr, *, strict=True):
    """The name and the address that a header has, empty if it has not just one."""
    if isinstance(addr, list):
        addr = addr[0]
    if not isinstance(addr, str):
        return "", ""
    found = _addresses(addr)
    if strict and (len(found) != 1 or not _plausible(addr) or "[" in addr):
        return "", ""
    return found[0] if found else ("", "")


def getaddresses(fieldvalues, *, strict=True):
    """The names and addresses of several headers."""
    out = []
    for value in fieldvalues:
        text = str(value)
        found = _addresses(text)
        grouped = ":" in re.sub(r'"(?:[^"\\]|\\.)*"', "", text)
        if strict and (not _plausible(text) or "[" in text or not grouped and len(found) != 1 + _commas(text)):
            return [("", "")] if len(fieldvalues) == 1 else out + [("", "")]
        out += found
    return out


# Dates.

def _stamp(fields, zone):
    return "%s, %02d %s %04d %02d:%02d:%02d %s" % (_days[fields[6]], fields[2], _months[fields[1] - 1], fields[0],
                                                   *fields[3:6], zone)


def formatdate(timeval=None, localtime=False, usegmt=False):
    """A time as mail has it."""
    moment = time.time() if timeval is None else timeval
    if localtime or usegmt:
        when = datetime.datetime.fromtimestamp(moment, datetime.timezone.utc)
    else:
        when = datetime.datetime.fromtimestamp(moment, datetime.timezone.utc).replace(tzinfo=None)
    if localtime:
        when = when.astimezone()
        usegmt = False
    return format_datetime(when, usegmt)


def format_datetime(dt, usegmt=False):
    """A datetime as mail has it."""
    fields = dt.timetuple()
    if usegmt:
        if dt.tzinfo is None or dt.tzinfo != datetime.timezone.utc:
            raise ValueError("usegmt option requires a UTC datetime")
        return _stamp(fields, "GMT")
    return _stamp(fields, "-0000" if dt.tzinfo is None else dt.strftime("%z"))


def _zone(text):
    """Seconds east of Greenwich; None if that is not known."""
    text = text.upper()
    if text in _zones:
        n = _zones[text]
    elif re.fullmatch(r"[-+]\d{1,4}(:\d\d)?", text):
        n = int(text.replace(":", ""))
        if n == 0 and text[0] == "-":
            return None
    else:
        return None
    return (-1 if n < 0 else 1) * (abs(n) // 100 * 3600 + abs(n) % 100 * 60)


def _read_date(data):
    text = re.sub(r"\([^()]*\)", " ", data).strip()
    words = text.replace(",", " ").split()
    if words and (words[0][:3].lower() in [d.lower() for d in _days]):
        words = words[1:]
    if words and re.fullmatch(r"\d+-\w+-\d+", words[0]):
        words[:1] = words[0].split("-")
    if len(words) < 4:
        return None
    if words[0].lower() in _long_months:
        words[:2] = words[1], words[0]
        if ":" in words[2]:
            words[2], words[3] = words[3], words[2]
    day, month, year, clock, *rest = words
    if ":" in year and ":" not in clock:
        year, clock = clock, year
    if not day.isdigit() or month.lower() not in _long_months or not year.isdigit():
        return None
    parts = clock.replace(".", ":").split(":")
    if not 2 <= len(parts) <= 3 or not all(p.isdigit() for p in parts):
        return None
    year = int(year)
    if year < 100:
        year += 1900 if year > 68 else 2000
    offset = _zone(rest[0]) if rest else None
    return [year, _long_months[month.lower()], int(day), *map(int, parts), *[0] * (3 - len(parts)), 0, 1, -1, offset]


def parsedate_tz(data):
    """The fields of a date and how far its zone is from Greenwich."""
    found = _read_date(data) if data else None
    if found is None:
        return None
    return (*found[:9], found[9] or 0)


def parsedate(data):
    """The fields of a date."""
    found = _read_date(data) if data else None
    return None if found is None else tuple(found[:9])


def parsedate_to_datetime(data):
    """A date as a datetime."""
    found = _read_date(data) if data else None
    if found is None:
        raise ValueError('Invalid date value or format "%s"' % str(data))
    if found[9] is None:
        return datetime.datetime(*found[:6])
    return datetime.datetime(*found[:6], tzinfo=datetime.timezone(datetime.timedelta(seconds=found[9])))


def mktime_tz(data):
    """The time that parsedate_tz gave, in seconds."""
    if data[9] is None:
        return time.mktime(data[:8] + (-1,))
    return calendar.timegm(data) - data[9]


def localtime(dt=None, isdst=None):
    """A datetime of this place."""
    return (datetime.datetime.now() if dt is None else dt).astimezone()


def make_msgid(idstring=None, domain=None):
    """A name that no other message has."""
    parts = [str(int(time.time() * 100)), str(os.getpid()), str(random.getrandbits(64))]
    if idstring is not None:
        parts.append(idstring)
    return "<%s@%s>" % (".".join(parts), socket.getfqdn() if domain is None else domain)


# Parameters.

def encode_rfc2231(s, charset=None, language=None):
    """Text as a parameter in a character set."""
    s = urllib.parse.quote(s, safe="", encoding=charset or "ascii")
    if charset is None and language is None:
        return s
    return "%s'%s'%s" % (charset, language or "", s)


def decode_rfc2231(s):
    """Character set, language and text of such a parameter."""
    parts = s.split("'", 2)
    return (None, None, s) if len(parts) < 3 else parts


def decode_params(params):
    """Parameters with those in pieces put together."""
    out = [params[0]] if params else []
    pieces = {}
    for name, value in params[1:]:
        value = unquote(value)
        found = re.fullmatch(r"(?P<name>\w+)\*(?:(?P<num>[0-9]+)\*?)?", name, re.ASCII)
        coded = name.endswith("*")
        if found is None:
            out.append((name, '"%s"' % quote(value)))
        else:
            pieces.setdefault(found["name"], []).append((int(found["num"] or 0), value, coded))
    for name, parts in pieces.items():
        text = "".join(urllib.parse.unquote(value, encoding="latin-1") if coded else value
                       for _, value, coded in sorted(parts))
        if any(coded for _, _, coded in parts):
            charset, language, text = decode_rfc2231(text)
            out.append((name, (charset, language, '"%s"' % quote(text))))
        else:
            out.append((name, '"%s"' % quote(text)))
    return out


def collapse_rfc2231_value(value, errors="replace", fallback_charset="us-ascii"):
    """A parameter as text."""
    if not isinstance(value, tuple) or len(value) != 3:
        return unquote(value)
    data = value[2].encode("raw-unicode-escape")
    try:
        return data.decode(value[0] or fallback_charset, errors)
    except LookupError:
        return unquote(value[2])
