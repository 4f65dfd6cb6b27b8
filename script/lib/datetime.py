"""Dates and times."""

import time as _time
from operator import index as _index
from _static import dotted as _dotted

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR",
           "UTC")

MINYEAR = 1
MAXYEAR = 9999

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MAXORDINAL = 3652059
_EPOCH = 719163  # the ordinal of 1970-01-01
_new = object.__new__


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_days(year, month):
    return 29 if month == 2 and _is_leap(year) else _LENGTH[month]


def _before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _ordinal(year, month, day):
    return (_before_year(year) + _BEFORE[month] + (1 if month > 2 and _is_leap(year) else 0) + day)


def _from_ordinal(n):
    # Counted from March on, a year's leap day comes last.
    n += 305
    era, doe = divmod(n, 146097)
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    day = doy - (153 * mp + 2) // 5 + 1
    month = mp + 3 if mp < 10 else mp - 9
    return yoe + era * 400 + (1 if month <= 2 else 0), month, day


def _weeks_begin(year):
    # The Monday of the ISO year's first week.
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def _iso_calendar(year, ordinal):
    monday = _weeks_begin(year)
    if ordinal < monday:
        year -= 1
        monday = _weeks_begin(year)
    elif ordinal >= _weeks_begin(year + 1):
        year += 1
        monday = _weeks_begin(year)
    week, day = divmod(ordinal - monday, 7)
    return year, week + 1, day + 1


def _from_iso_calendar(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        first = _ordinal(year, 1, 1) % 7
        if not (week == 53 and (first == 4 or first == 3 and _is_leap(year))):
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return _from_ordinal(_weeks_begin(year) + (week - 1) * 7 + day - 1)


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= 28 and not 1 <= day <= _month_days(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second = _index(hour), _index(minute), _index(second)
    microsecond = _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond


def _check_zone(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'"
                        % type(tz).__name__)


def _check_offset(offset, name):
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, "
                        f"not '{type(offset).__name__}'")
    if not -_DAY < offset < _DAY:
        raise ValueError(f"offset must be a timedelta strictly between "
                         f"-timedelta(hours=24) and timedelta(hours=24), not {offset!r}")
    return offset


def _offset_text(offset, sep=":"):
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign, offset = "-", -offset
    minutes, seconds = divmod(offset.seconds, 60)
    text = f"{sign}{minutes // 60:02d}{sep}{minutes % 60:02d}"
    if seconds or offset.microseconds:
        text += f"{sep}{seconds:02d}"
        if offset.microseconds:
            text += f".{offset.microseconds:06d}"
    return text


def _time_text(hour, minute, second, us, timespec):
    if timespec == "auto":
        timespec = "microseconds" if us else "seconds"
    if timespec == "seconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "microseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{us:06d}"
    if timespec == "milliseconds":
        return f"{hour:02d}:{minute:02d}:{second:02d}.{us // 1000:03d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    if timespec == "hours":
        return f"{hour:02d}"
    raise ValueError("Unknown timespec value")


def _strftime(obj, format, t):
    """format filled from (year, month, day, hour, minute, second) and obj's methods."""
    from _timetext import fill
    year, month, day, hour, minute, second = t
    ordinal = _ordinal(year, month, day)
    yday = ordinal - _before_year(year)

    def zone(sep):
        offset = obj.utcoffset() if hasattr(obj, "utcoffset") else None
        return _offset_text(offset, sep)

    def name():
        got = obj.tzname() if hasattr(obj, "tzname") else None
        return "" if got is None else got
    return fill(format, year, month, day, hour, minute, second, (ordinal + 6) % 7, yday,
                _iso_calendar(year, ordinal), getattr(obj, "microsecond", 0), zone, name,
                lambda: int((ordinal - _EPOCH) * 86400 + hour * 3600 + minute * 60 + second))


@_dotted
class timedelta:
    """A length of time."""

    __slots__ = "_days", "_seconds", "_us"

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        part = 0.0
        for name, value, unit in (("microseconds", microseconds, 1),
                                  ("milliseconds", milliseconds, 1000),
                                  ("seconds", seconds, 1000000),
                                  ("minutes", minutes, 60000000),
                                  ("hours", hours, 3600000000),
                                  ("days", days, 86400000000),
                                  ("weeks", weeks, 604800000000)):
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                total += whole * unit
                # What is left of a float is added up apart, to be rounded once.
                more = (value - whole) * unit
                whole = int(more)
                total += whole
                part += more - whole
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: "
                                f"{type(value).__name__}")
        if part:
            total += _round_half_even(part, total)
        return cls._make(total)

    @classmethod
    def _make(cls, total):
        days, rest = total // 86400000000, total % 86400000000
        if not -999999999 <= days <= 999999999:
            if not -0x80000000 <= days <= 0x7fffffff:
                raise OverflowError("Python int too large to convert to C int")
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self = _new(cls)
        self._days = days
        self._seconds = rest // 1000000
        self._us = rest % 1000000
        return self

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._us

    days = property(lambda self: self._days, doc="Number of days (negative -> negative duration).")
    seconds = property(lambda self: self._seconds)
    microseconds = property(lambda self: self._us)

    def total_seconds(self):
        """The length in seconds."""
        return self._total() / 10**6

    def __repr__(self):
        args = []
        for name in ("days", "seconds", "microseconds"):
            value = getattr(self, "_us" if name == "microseconds" else "_" + name)
            if value:
                args.append(f"{name}={value}")
        return f"{_class_text(self)}({', '.join(args) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        if self._us:
            text += f".{self._us:06d}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._total() + other._total())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._total() - other._total())
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(other._total() - self._total())
        return NotImplemented

    def __neg__(self):
        return timedelta._make(-self._total())

    def __pos__(self):
        return timedelta._make(self._total())

    def __abs__(self):
        return timedelta._make(abs(self._total()))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._make(self._total() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._make(_nearest(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._make(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._make(_nearest(self._total(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._make(_nearest(self._total() * b, a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._make(self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._total(), other._total())
            return q, timedelta._make(r)
        return NotImplemented

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._us))

    def __bool__(self):
        return self._total() != 0

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._us)


def _round_half_even(part, total):
    # round(), but ties go to the even total.
    n = round(part)
    if abs(part - int(part)) == 0.5:
        low = int(part // 1)
        n = low if (total + low) % 2 == 0 else low + 1
    return n


def _nearest(a, b):
    # a / b rounded to an int, ties to even.
    if b == 0:
        raise ZeroDivisionError("integer division or modulo by zero")
    q, r = divmod(a, b)
    r *= 2
    if (r > b if b > 0 else r < b) or r == b and q % 2:
        q += 1
    return q


def _class_text(obj):
    cls = type(obj)
    if cls.__module__ == "datetime":
        return "datetime." + cls.__name__
    return cls.__name__


@_dotted
class date:
    """A day of the Gregorian calendar."""

    __slots__ = "_year", "_month", "_day"

    def __new__(cls, year, month=None, day=None):
        if month is None:
            if isinstance(year, str):
                raise TypeError("'str' object cannot be interpreted as an integer")
            raise TypeError("function missing required argument 'month' (pos 2)")
        if day is None:
            raise TypeError("function missing required argument 'day' (pos 3)")
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def fromtimestamp(cls, t, /):
        """The local day of a POSIX timestamp."""
        if t is None:
            raise TypeError("'NoneType' object cannot be interpreted as an integer")
        y, m, d = _local_fields(int(t // 1))[:3]
        return cls(y, m, d)

    @classmethod
    def today(cls):
        """The day it is."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n, /):
        """The day of a proleptic ordinal."""
        n = _index(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        if n > _MAXORDINAL:
            raise ValueError(f"year {_from_ordinal(n)[0]} is out of range")
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The day of a text in an ISO 8601 format."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        from _isoparse import parse_date
        got = parse_date(date_string) if len(date_string) in (7, 8, 10) else None
        if got is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        return cls(*got)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """The day of an ISO year, week and weekday."""
        return cls(*_from_iso_calendar(year, week, day))

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    def __repr__(self):
        return f"{_class_text(self)}({self._year}, {self._month}, {self._day})"

    def ctime(self):
        """The text of C's ctime."""
        return self.strftime("%a %b %e 00:00:00 %Y")

    def strftime(self, format):
        """A text made by a format."""
        return _strftime(self, format, (self._year, self._month, self._day, 0, 0, 0))

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def isoformat(self):
        """The text YYYY-MM-DD."""
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def timetuple(self):
        """As time.localtime gives it."""
        return _time_tuple(self, 0, 0, 0, -1)

    def toordinal(self):
        """The proleptic ordinal."""
        return _ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        """The same but for some fields."""
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day)

    __replace__ = replace

    def weekday(self):
        """Monday is 0."""
        return (_ordinal(self._year, self._month, self._day) + 6) % 7

    def isoweekday(self):
        """Monday is 1."""
        return self.weekday() + 1

    def isocalendar(self):
        """ISO year, week and weekday."""
        return IsoCalendarDate(*_iso_calendar(
            self._year, _ordinal(self._year, self._month, self._day)))

    def _key(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() < other._key()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() <= other._key()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() > other._key()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() >= other._key()
        return NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = _ordinal(self._year, self._month, self._day) + other._days
            if not 0 < n <= _MAXORDINAL:
                raise OverflowError("date value out of range")
            return type(self).fromordinal(n)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        return self.__class__, self._key()


def _time_tuple(day, hour, minute, second, dst):
    ordinal = _ordinal(day._year, day._month, day._day)
    return _time.struct_time((day._year, day._month, day._day, hour, minute, second,
                              (ordinal + 6) % 7, ordinal - _before_year(day._year), dst))


class IsoCalendarDate(tuple):
    """What isocalendar gives."""

    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return super().__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __reduce__(self):
        return tuple, (tuple(self),)

    def __repr__(self):
        return "datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)" % tuple(self)


@_dotted
class tzinfo:
    """What time zones have in common."""

    def tzname(self, dt):
        """The zone's name."""
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        """How far local time is ahead of UTC."""
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        """How much of that is daylight saving time."""
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        """The local time of a datetime that stands for UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt._tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        delta = offset - dst
        if delta:
            dt += delta
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + dst

    def __reduce__(self):
        args = self.__getinitargs__() if hasattr(self, "__getinitargs__") else ()
        state = self.__getstate__()
        return (self.__class__, args) if state is None else (self.__class__, args, state)


@_dotted
class time:
    """A time of day."""

    __slots__ = "_hour", "_minute", "_second", "_us", "_tzinfo", "_fold"

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        h, m, s, us = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._us = h, m, s, us
        self._tzinfo, self._fold = tzinfo, fold
        return self

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._us)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, time_string, /):
        """The time of a text in an ISO 8601 format."""
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        from _isoparse import parse_time
        got = parse_time(time_string.removeprefix("T"))
        if got is None:
            raise ValueError(f"Invalid isoformat string: {time_string!r}")
        return cls(*got[:4], _zone_of(got[4]))

    def __repr__(self):
        text = f"{_class_text(self)}({self._hour}, {self._minute}"
        if self._us:
            text += f", {self._second}, {self._us}"
        elif self._second:
            text += f", {self._second}"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        if self._fold:
            text += ", fold=1"
        return text + ")"

    def isoformat(self, timespec="auto"):
        """The text HH:MM:SS with what else there is."""
        return (_time_text(self._hour, self._minute, self._second, self._us, timespec)
                + _offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat()

    def strftime(self, format):
        """A text made by a format."""
        return _strftime(self, format, (1900, 1, 1, self._hour, self._minute, self._second))

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def utcoffset(self):
        """The zone's offset, None without a zone."""
        if self._tzinfo is None:
            return None
        return _check_offset(self._tzinfo.utcoffset(None), "utcoffset")

    def tzname(self):
        """The zone's name, None without a zone."""
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        """The zone's daylight saving time, None without a zone."""
        if self._tzinfo is None:
            return None
        return _check_offset(self._tzinfo.dst(None), "dst")

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *,
                fold=None):
        """The same but for some fields."""
        return type(self)(self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._us if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    def _key(self):
        us = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._us
        offset = self.utcoffset()
        return us if offset is None else us - offset._total(), offset is None

    def _compare(self, other):
        a, naive = self._key()
        b, other_naive = other._key()
        if naive != other_naive:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return a - b

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __reduce__(self):
        return self.__class__, (self._hour, self._minute, self._second, self._us, self._tzinfo)


def _zone_of(offset):
    # The timezone of an offset in microseconds, None for none.
    if offset is None:
        return None
    return timezone.utc if offset == 0 else timezone(timedelta._make(offset))


def _beyond(seconds, days):
    """The error of a timestamp outside the years there are."""
    if not -1 << 63 <= seconds < 1 << 63:
        return OverflowError("timestamp out of range for platform time_t")
    return ValueError(f"year {_from_ordinal(days + _EPOCH)[0]} is out of range")


def _local_fields(seconds):
    # The fields of local time, and the offset and name of its zone.
    from _zone import local
    offset, name, _ = local(seconds)
    days, rest = divmod(seconds + offset, 86400)
    if not 0 < days + _EPOCH <= _MAXORDINAL:
        raise _beyond(seconds, days)
    return *_from_ordinal(days + _EPOCH), rest // 3600, rest // 60 % 60, rest % 60, offset, name


@_dotted
class datetime(date):
    """A day with a time."""

    __slots__ = "_hour", "_minute", "_second", "_us", "_tzinfo", "_fold"

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0,
                tzinfo=None, *, fold=0):
        if month is None:
            if isinstance(year, str):
                raise TypeError("'str' object cannot be interpreted as an integer")
            raise TypeError("function missing required argument 'month' (pos 2)")
        if day is None:
            raise TypeError("function missing required argument 'day' (pos 3)")
        # What most calls have is told to be right by one test.
        if not (type(year) is type(month) is type(day) is type(hour) is type(minute)
                is type(second) is type(microsecond) is type(fold) is int and tzinfo is None
                and 0 < year < 10000 and 0 < month < 13 and 0 < day < 29 and 0 <= hour < 24
                and 0 <= minute < 60 and 0 <= second < 60 and 0 <= microsecond < 1000000
                and fold == 0):
            year, month, day = _check_date(year, month, day)
            hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond,
                                                            fold)
            _check_zone(tzinfo)
        return cls._made(year, month, day, hour, minute, second, microsecond, tzinfo, fold)

    @classmethod
    def _made(cls, year, month, day, hour, minute, second, us, tzinfo, fold):
        # One of fields that are known to be right.
        self = _new(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._us = us
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @classmethod
    def _of(cls, year, month, day, hour, minute, second, us, tzinfo):
        # The same, by way of a subclass's constructor where there is one.
        if cls is datetime:
            return cls._made(year, month, day, hour, minute, second, us, tzinfo, 0)
        return cls(year, month, day, hour, minute, second, us, tzinfo)

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._us)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _from_us(cls, us, tz):
        # The time of microseconds since the epoch, in UTC or local time.
        seconds, us = divmod(us, 1000000)
        if tz is None:
            y, m, d, h, mi, s = _local_fields(seconds)[:6]
            return cls._of(y, m, d, h, mi, s, us, None)
        days, rest = divmod(seconds, 86400)
        if not 0 < days + _EPOCH <= _MAXORDINAL:
            raise _beyond(seconds, days)
        y, m, d = _from_ordinal(days + _EPOCH)
        return tz.fromutc(cls(y, m, d, rest // 3600, rest // 60 % 60, rest % 60, us, tz))

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """The time of a POSIX timestamp, local or in a zone."""
        _check_zone(tz)
        return cls._from_us(_timestamp_us(timestamp), tz)

    @classmethod
    def utcfromtimestamp(cls, t, /):
        """A naive time in UTC; deprecated."""
        import warnings
        warnings.warn("datetime.datetime.utcfromtimestamp() is deprecated and scheduled for removal"
                      " in a future version. Use timezone-aware objects to represent datetimes in"
                      " UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC).",
                      DeprecationWarning, stacklevel=2)
        return cls._from_us(_timestamp_us(t), timezone.utc).replace(tzinfo=None)

    @classmethod
    def now(cls, tz=None):
        """The time it is, local or in a zone."""
        _check_zone(tz)
        return cls._from_us(_time.time_ns() // 1000, tz)

    @classmethod
    def utcnow(cls):
        """The time it is in UTC, naive; deprecated."""
        import warnings
        warnings.warn("datetime.datetime.utcnow() is deprecated and scheduled for removal in a"
                      " future version. Use timezone-aware objects to represent datetimes in UTC:"
                      " datetime.datetime.now(datetime.UTC).", DeprecationWarning, stacklevel=2)
        return cls._from_us(_time.time_ns() // 1000, timezone.utc).replace(tzinfo=None)

    @classmethod
    def today(cls):
        """The local time it is."""
        return cls.fromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        """A day and a time of day together."""
        if not isinstance(date, _date_class):
            raise TypeError("combine() argument 1 must be datetime.date, not "
                            + _type_text(date))
        if not isinstance(time, _time_class):
            raise TypeError("combine() argument 2 must be datetime.time, not "
                            + _type_text(time))
        return cls(date._year, date._month, date._day, time._hour, time._minute, time._second,
                   time._us, time._tzinfo if tzinfo is True else tzinfo, fold=time._fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        """The time of a text in an ISO 8601 format."""
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        text = date_string
        if len(text) == 19 and text.isascii() and text[4] == text[7] == "-" \
                and text[13] == text[16] == ":":
            year, month, day, hour, minute, second = fields = (
                text[:4], text[5:7], text[8:10], text[11:13], text[14:16], text[17:])
            if "".join(fields).isdigit():
                return cls(int(year), int(month), int(day), int(hour), int(minute), int(second))
        from _isoparse import parse_datetime
        got = parse_datetime(date_string)
        if got is None:
            raise ValueError(f"Invalid isoformat string: {date_string!r}")
        (y, m, d), t = got
        return cls(y, m, d, *t[:4], _zone_of(t[4]))

    @classmethod
    def strptime(cls, date_string, format, /):
        """The time of a text in a given format."""
        from _timetext import parse
        y, m, d, h, mi, s, us, offset, name = parse(date_string, format)
        tz = None
        if offset is not None:
            delta = timedelta._make(offset)
            tz = timezone(delta, name) if name else timezone(delta)
        return cls(y, m, d, h, mi, s, us, tz)

    def date(self):
        """The day alone."""
        return _date_class(self._year, self._month, self._day)

    def time(self):
        """The time of day, without a zone."""
        return _time_class(self._hour, self._minute, self._second, self._us, fold=self._fold)

    def timetz(self):
        """The time of day with the zone."""
        return _time_class(self._hour, self._minute, self._second, self._us, self._tzinfo,
                           fold=self._fold)

    def timetuple(self):
        """As time.localtime gives it."""
        dst = self.dst()
        return _time_tuple(self, self._hour, self._minute, self._second,
                           -1 if dst is None else 1 if dst else 0)

    def utctimetuple(self):
        """As time.gmtime gives it."""
        offset = self.utcoffset()
        if offset:
            self = self - offset
        return _time_tuple(self, self._hour, self._minute, self._second, 0)

    def _total(self):
        # Microseconds: the ordinal's days and the day's time.
        year, month = self._year, self._month
        y = year - 1
        days = y * 365 + y // 4 - y // 100 + y // 400 + _BEFORE[month] + self._day
        if month > 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0):
            days += 1
        return (((days * 24 + self._hour) * 60 + self._minute) * 60 + self._second) * 1000000 \
            + self._us

    def _rank(self):
        # A number in the order of the fields.
        return (((((self._year * 12 + self._month) * 32 + self._day) * 24 + self._hour) * 60
                 + self._minute) * 60 + self._second) * 1000000 + self._us

    def _local_seconds(self):
        # POSIX seconds of a naive local time.
        from _zone import local
        wall = (_ordinal(self._year, self._month, self._day) - _EPOCH) * 86400 \
            + self._hour * 3600 + self._minute * 60 + self._second
        # The offsets around decide; fold chooses where both would do.
        before, after = local(wall - 86400)[0], local(wall + 86400)[0]
        fits = [wall - o for o in (before, after) if local(wall - o)[0] == o]
        if not fits:
            return wall - (after if self._fold else before)
        return fits[-1] if self._fold else fits[0]

    def timestamp(self):
        """The POSIX timestamp."""
        if self._tzinfo is None:
            return self._local_seconds() + self._us / 1e6
        return (self - _EPOCH_TIME).total_seconds()

    def astimezone(self, tz=None):
        """The same moment in another zone."""
        if tz is None:
            tz = self._local_zone()
        elif not isinstance(tz, tzinfo):
            raise TypeError("tz argument must be an instance of tzinfo")
        mine = self._tzinfo
        if mine is None:
            mine = self._local_zone()
            offset = mine.utcoffset(self)
        else:
            offset = mine.utcoffset(self)
            if offset is None:
                mine = self.replace(tzinfo=None)._local_zone()
                offset = mine.utcoffset(self)
        if tz is mine:
            return self
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def _local_zone(self):
        if self._tzinfo is None:
            seconds = self._local_seconds()
        else:
            seconds = (self - _EPOCH_TIME) // timedelta(seconds=1)
        from _zone import local
        offset, name, _ = local(seconds)
        return timezone(timedelta(seconds=offset), name)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None,
                microsecond=None, tzinfo=True, *, fold=None):
        """The same but for some fields."""
        return type(self)(self._year if year is None else year,
                          self._month if month is None else month,
                          self._day if day is None else day,
                          self._hour if hour is None else hour,
                          self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._us if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo,
                          fold=self._fold if fold is None else fold)

    __replace__ = replace

    def ctime(self):
        """The text of C's ctime."""
        return self.strftime("%a %b %e %H:%M:%S %Y")

    def strftime(self, format):
        """A text made by a format."""
        return _strftime(self, format, (self._year, self._month, self._day, self._hour,
                                        self._minute, self._second))

    def isoformat(self, sep="T", timespec="auto"):
        """The text YYYY-MM-DDTHH:MM:SS with what else there is."""
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError("isoformat() argument 1 must be a unicode character, not "
                            + type(sep).__name__)
        return (f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}"
                + _time_text(self._hour, self._minute, self._second, self._us, timespec)
                + _offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat(sep=" ")

    def __repr__(self):
        fields = [self._year, self._month, self._day, self._hour, self._minute, self._second,
                  self._us]
        if not fields[-1]:
            fields.pop()
            if not fields[-1]:
                fields.pop()
        text = f"{_class_text(self)}({', '.join(map(str, fields))}"
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return text + ")"

    def utcoffset(self):
        """The zone's offset, None without a zone."""
        if self._tzinfo is None:
            return None
        return _check_offset(self._tzinfo.utcoffset(self), "utcoffset")

    def tzname(self):
        """The zone's name, None without a zone."""
        if self._tzinfo is None:
            return None
        name = self._tzinfo.tzname(self)
        if name is not None and not isinstance(name, str):
            raise TypeError(f"tzinfo.tzname() must return None or a string, "
                            f"not '{type(name).__name__}'")
        return name

    def dst(self):
        """The zone's daylight saving time, None without a zone."""
        if self._tzinfo is None:
            return None
        return _check_offset(self._tzinfo.dst(self), "dst")

    def _compare(self, other, equality=False):
        if self._tzinfo is other._tzinfo:
            return self._rank() - other._rank()
        mine, its = self.utcoffset(), other.utcoffset()
        if mine is None or its is None:
            if (mine is None) == (its is None):
                return self._total() - other._total()
            if equality:
                return 2
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return (self._total() - mine._total()) - (other._total() - its._total())

    def __eq__(self, other):
        if isinstance(other, datetime):
            return self._compare(other, True) == 0
        return NotImplemented

    def __lt__(self, other):
        return self._compare(other) < 0 if isinstance(other, datetime) else NotImplemented

    def __le__(self, other):
        return self._compare(other) <= 0 if isinstance(other, datetime) else NotImplemented

    def __gt__(self, other):
        return self._compare(other) > 0 if isinstance(other, datetime) else NotImplemented

    def __ge__(self, other):
        return self._compare(other) >= 0 if isinstance(other, datetime) else NotImplemented

    def __hash__(self):
        if self._fold:
            self = self.replace(fold=0)
        offset = self.utcoffset()
        return hash(self._total() if offset is None else self._total() - offset._total())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        us = self._total() + (other._days * 86400 + other._seconds) * 1000000 + other._us
        days = us // 86400000000
        if not 0 < days <= _MAXORDINAL:
            raise OverflowError("date value out of range")
        seconds = us // 1000000 % 86400
        us %= 1000000
        y, m, d = _from_ordinal(days)
        return type(self)._of(y, m, d, seconds // 3600, seconds // 60 % 60, seconds % 60, us,
                              self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return timedelta._make(self._total() - other._total())
        mine, its = self.utcoffset(), other.utcoffset()
        if (mine is None) != (its is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        if mine is None:
            return timedelta._make(self._total() - other._total())
        return timedelta._make(self._total() - mine._total() - other._total() + its._total())

    def __reduce__(self):
        return self.__class__, (self._year, self._month, self._day, self._hour, self._minute,
                                self._second, self._us, self._tzinfo)


def _timestamp_us(t):
    if isinstance(t, float):
        if t != t:
            raise ValueError("cannot convert float NaN to integer")
        whole = t // 1
        # Halves of a microsecond go to the even one.
        return int(whole) * 1000000 + round((t - whole) * 1e6)
    return _index(t) * 1000000


def _type_text(obj):
    cls = type(obj)
    return cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"


_date_class = date
_time_class = time


@_dotted
class timezone(tzinfo):
    """A fixed offset from UTC."""

    __slots__ = "_offset", "_name"

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not "
                            f"{_type_text(offset)}")
        if name is None:
            if not offset and _utc:
                return _utc[0]
        elif not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {_type_text(name)}")
        if not -_DAY < offset < _DAY:
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and"
                             f" timedelta(hours=24), not {offset!r}.")
        self = tzinfo.__new__(cls)
        self._offset, self._name = offset, name
        return self

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if _utc and self is _utc[0]:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"{_class_text(self)}({self._offset!r})"
        return f"{_class_text(self)}({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def _check(self, dt, method):
        if dt is not None and not isinstance(dt, datetime):
            raise TypeError(f"{method}(dt) argument must be a datetime instance or None, not "
                            f"{_type_text(dt)}")

    def utcoffset(self, dt):
        """The offset."""
        self._check(dt, "utcoffset")
        return self._offset

    def tzname(self, dt):
        """The name, made of the offset unless one was given."""
        self._check(dt, "tzname")
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        """None."""
        self._check(dt, "dst")
        return None

    def fromutc(self, dt):
        """The local time of a datetime that stands for UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime instance, not "
                            + _type_text(dt))
        if dt._tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __reduce__(self):
        if self._name is None:
            return self.__class__, (self._offset,)
        return self.__class__, (self._offset, self._name)


_DAY = timedelta(days=1)
_utc = []
timezone.utc = timezone(timedelta(0))
_utc.append(timezone.utc)
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
UTC = timezone.utc
_EPOCH_TIME = datetime(1970, 1, 1, tzinfo=UTC)

timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
