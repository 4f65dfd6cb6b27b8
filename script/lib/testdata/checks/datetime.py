import copy
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime, time, timedelta, timezone, tzinfo


def attempt(f, *args, **kw):
    try:
        print(args, kw, "->", repr(f(*args, **kw)))
    except Exception as e:
        print(args, kw, "!", type(e).__name__, e)


for kw in [{}, {"days": 1}, {"days": -1, "seconds": 5}, {"hours": 25, "minutes": 61}, {"weeks": 1, "milliseconds": 1500}, {"seconds": 0.1}, {"days": 1.5}, {"microseconds": 0.5}, {"microseconds": 1.5}, {"seconds": -0.0000005}, {"days": 10**9}, {"days": "x"}, {"hours": 1e-9}, {"days": 0.3, "hours": 0.7}]:
    attempt(timedelta, **kw)
d = timedelta(days=2, hours=3, seconds=4, microseconds=5)
print(d, -d, abs(-d), d * 2, 2 * d, d / 2, d // 2, d // timedelta(hours=1), d / timedelta(hours=1), d % timedelta(hours=1), divmod(d, timedelta(hours=1)), d * 0.5, d / 0.3, d + d, d - d, d == d, d > timedelta(), bool(timedelta()), d.total_seconds(), hash(d) == hash(timedelta(days=2, hours=3, seconds=4, microseconds=5)))
print(str(timedelta(seconds=1)), str(timedelta(days=-1)), str(timedelta(days=1, microseconds=1)), timedelta.min, timedelta.max, repr(timedelta.resolution), timedelta(1, 2, 3), d.days, d.seconds, d.microseconds)
attempt(lambda: d + 1); attempt(lambda: d / 0); attempt(lambda: d < 5); attempt(lambda: d * "x"); attempt(lambda: timedelta.max + d); attempt(lambda: d // timedelta(0))

for args in [(2024, 2, 29), (2023, 2, 29), (0, 1, 1), (10000, 1, 1), (2024, 13, 1), (2024, 1, 0), (2024,), (2024, 1), ("2024", 1, 1), (2024.0, 1, 1)]:
    attempt(date, *args)
x = date(2024, 2, 29)
print(x, repr(x), x.year, x.month, x.day, x.weekday(), x.isoweekday(), x.isocalendar(), x.isocalendar().week, x.toordinal(), date.fromordinal(738945), x.replace(year=2020), x.ctime(), x.isoformat(), x + timedelta(1), x - timedelta(59), x - date(2023, 2, 28), x < date(2025, 1, 1), x == date(2024, 2, 29), x.timetuple()[:9], date.min, date.max, hash(x) == hash(date(2024, 2, 29)), f"{x:%d/%m/%Y}", f"{x}", x.strftime("%A %B %j %U %W %V %G %u %w %y %C %e %a %b %x %D %F %%"))
attempt(lambda: x + 1); attempt(lambda: x < 5); attempt(lambda: x < datetime(2024, 1, 1)); attempt(lambda: date.max + timedelta(1)); attempt(date.fromordinal, 0)
for s in ["2024-02-29", "20240229", "2024-W09-4", "2024W094", "2024-W09", "2024-2-9", "x", "2024-13-01", "2024-02-30", "2024-02-29T00:00", "", 5]:
    attempt(date.fromisoformat, s)
attempt(date.fromisocalendar, 2024, 9, 4); attempt(date.fromisocalendar, 2024, 54, 1); attempt(date.fromisocalendar, 2020, 53, 5); attempt(date.fromisocalendar, 2024, 9, 8)
for y in (1, 4, 100, 400, 1900, 1970, 2000, 2023, 2024, 9999):
    print(y, [date(y, m, 1).toordinal() for m in (1, 3, 12)], date.fromordinal(date(y, 12, 31).toordinal()), date(y, 1, 1).isocalendar()[:], date(y, 12, 31).isocalendar()[:])

for args, kw in [((), {}), ((1, 2), {}), ((23, 59, 59, 999999), {}), ((24,), {}), ((1, 60), {}), ((1, 2, 60), {}), ((1, 2, 3, 10**6), {}), ((), {"fold": 2}), ((1,), {"tzinfo": UTC}), ((1,), {"fold": 1}), ((1,), {"tzinfo": 5})]:
    attempt(time, *args, **kw)
t = time(13, 5, 9, 1200)
print(t, repr(t), t.hour, t.isoformat("minutes"), t.isoformat("milliseconds"), t.replace(hour=1, tzinfo=UTC), t.strftime("%H:%M:%S.%f %I %p %k %l %T %R %X"), t < time(14), t == time(13, 5, 9, 1200), time(1, tzinfo=UTC) == time(2, tzinfo=timezone(timedelta(hours=1))), t.tzinfo, t.utcoffset(), bool(time(0)), time.min, time.max, f"{t:%H}")
attempt(lambda: t < time(1, tzinfo=UTC)); attempt(t.isoformat, "x"); attempt(lambda: t + timedelta(1))
for s in ["04", "04:05", "0405", "04:05:06", "04:05:06.5", "04:05:06.123456789", "T04:05", "04:05Z", "04:05+01:30", "04:05-0130", "4:05", "04:5", "25:00", "04:05:06,5", "0405:06", ""]:
    attempt(time.fromisoformat, s)

a = datetime(2024, 2, 29, 13, 5, 9, 123456)
u = datetime(2024, 2, 29, 13, 5, 9, tzinfo=UTC)
e = timezone(timedelta(hours=-5), "EST")
print(a, repr(a), repr(datetime(2024, 1, 1)), repr(datetime(2024, 1, 1, 1, 1, 1)), repr(u), a.date(), a.time(), u.timetz(), a.replace(day=1, microsecond=0), a.isoformat(), a.isoformat(" ", "minutes"), u.isoformat(), a.ctime(), a.weekday(), a.timetuple()[:], u.utctimetuple()[:6], a.strftime("%c|%p|%f|%z|%Z|%s"[:-3]), u.strftime("%z %Z %:z %I:%M:%S %p"), datetime.combine(x, t), datetime.combine(x, t, UTC), datetime.min, datetime.max)
print(a + timedelta(hours=12), a - timedelta(days=60), a - datetime(2024, 1, 1), u - datetime(2024, 2, 29, tzinfo=e), u.astimezone(e), repr(u.astimezone(e)), u == u.astimezone(e), hash(u) == hash(u.astimezone(e)), u < u.astimezone(e) + timedelta(1), a == u, a != u, a == x, u.timestamp(), datetime.fromtimestamp(1e9, UTC), datetime.fromtimestamp(1.5, tz=e), datetime.fromtimestamp(0.1234565, UTC), datetime.fromtimestamp(-1.5, UTC), u.tzname(), u.utcoffset(), u.dst(), datetime.fromordinal(1), u.astimezone(e).strftime("%Z %z"))
attempt(lambda: a < u); attempt(lambda: a - u); attempt(lambda: a < x); attempt(lambda: a < 5); attempt(lambda: a + 5); attempt(lambda: a + a); attempt(datetime, 2024, 1, 1, 25); attempt(datetime, 2024); attempt(lambda: datetime.max + timedelta(1)); attempt(datetime.combine, 1, 2); attempt(datetime.fromtimestamp, "x"); attempt(datetime.fromtimestamp, 1, 5)
for s in ["2024-02-29", "2024-02-29T13:05", "2024-02-29 13:05:09", "2024-02-29T13:05:09.123", "2024-02-29T13:05:09.123456+01:00", "20240229T130509Z", "2024-W09-4T10", "2024-02-29x13:05", "2024-02-29T", "2024-02-29T25:00", "2024-02-29T13:05:09+25:00", "nope", "2024-02-29T13:05:09-05:00:30", "2024-060"]:
    attempt(datetime.fromisoformat, s)
for s, f in [("2024-02-29 13:05:09", "%Y-%m-%d %H:%M:%S"), ("29/02/24", "%d/%m/%y"), ("Feb 29, 2024 01:05 PM", "%b %d, %Y %I:%M %p"), ("Thursday February 29 2024", "%A %B %d %Y"), ("2024-060", "%Y-%j"), ("12:30", "%H:%M"), ("2024-02-29T13:05:09.5+0130", "%Y-%m-%dT%H:%M:%S.%f%z"), ("2024-02-29 Z", "%Y-%m-%d %z"), ("2024 09 4", "%G %V %u"), ("2024 8 Thu", "%Y %W %a"), ("x", "%Y"), ("2024-02-30", "%Y-%m-%d"), ("2024x", "%Y"), ("2024", "%Q"), ("24", "%"), ("1  2", "%d %m"), ("5%", "%d%%"), ("29 feb 2024", "%d %b %Y"), ("Thu Feb 29 13:05:09 2024", "%c"), ("02/29/24 13:05:09", "%x %X"), ("10:00 UTC", "%H:%M %Z"), ("13", "%m"), (5, "%Y")]:
    attempt(datetime.strptime, s, f)

for args in [(timedelta(0),), (timedelta(hours=2),), (timedelta(hours=-3, minutes=-30), "X"), (timedelta(hours=24),), (5,), (timedelta(0), "GMT"), (timedelta(seconds=90),)]:
    attempt(timezone, *args)
z = timezone(timedelta(hours=5, minutes=30))
print(z, z.utcoffset(None), z.tzname(None), z.dst(None), repr(timezone.utc), str(timezone.utc), UTC is timezone.utc, timezone(timedelta(0)) is UTC, z == timezone(timedelta(hours=5, minutes=30)), timezone.min, timezone.max, isinstance(z, tzinfo), isinstance(a, date), issubclass(datetime, date), MINYEAR, MAXYEAR)


class Zone(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if dt is not None and 4 <= dt.month <= 9 else timedelta(0)

    def tzname(self, dt):
        return "MyZ"

    def __repr__(self):
        return "Zone()"


q = datetime(2024, 7, 1, 12, tzinfo=Zone())
print(q, repr(q), q.utcoffset(), q.dst(), q.astimezone(UTC), datetime(2024, 1, 1, 12, tzinfo=UTC).astimezone(Zone()), datetime(2024, 7, 1, 12, tzinfo=UTC).astimezone(Zone()), q - u, q.tzname())
attempt(tzinfo().utcoffset, None)


class D(datetime):
    pass


s = D(2024, 1, 1)
print(repr(s + timedelta(1))[-26:], type(s.replace(day=2)).__name__, type(D.fromisoformat("2024-01-01")).__name__, type(s - s).__name__, type(D.combine(x, t)).__name__)
print(copy.copy(a) == a, copy.deepcopy(u) == u, copy.deepcopy(z) is z, copy.copy(d) == d, copy.copy(x) == x, copy.replace(a, year=2000), {a: 1}[datetime(2024, 2, 29, 13, 5, 9, 123456)], sorted([u, u - timedelta(1)])[0], max(x, date.min), sum([timedelta(1), timedelta(2)], timedelta()))
n = datetime.now()
print(abs(datetime.now() - n) < timedelta(minutes=5), datetime.now(UTC).tzinfo, n.tzinfo, date.today() >= n.date(), abs(datetime.now().timestamp() - datetime.now(UTC).timestamp()) < 60, datetime.now().astimezone().tzinfo is not None, datetime.today().year >= 2024)
