"""Time zones of the IANA database."""

from datetime import datetime, timedelta, tzinfo
from _zone import find as _find

__all__ = ["ZoneInfo", "ZoneInfoNotFoundError", "InvalidTZPathWarning", "TZPATH"]

TZPATH = ("/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo")
_EPOCH = datetime(1970, 1, 1)
_known = {}


class ZoneInfoNotFoundError(KeyError):
    """There is no such zone."""


class InvalidTZPathWarning(RuntimeWarning):
    """A search path does not do."""


class ZoneInfo(tzinfo):
    """The zone of a name such as Europe/Berlin."""

    def __new__(cls, key):
        if cls is ZoneInfo and key in _known:
            return _known[key]
        self = cls.no_cache(key)
        if cls is ZoneInfo:
            _known[key] = self
        return self

    @classmethod
    def no_cache(cls, key):
        """Another object than last time."""
        if not isinstance(key, str):
            raise TypeError("expected str, bytes or os.PathLike object, not "
                            + type(key).__name__)
        rules = None if key.startswith("/") or ".." in key else _find(key)
        if rules is None:
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}")
        self = tzinfo.__new__(cls)
        self._key, self._rules = key, rules
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        """Forgets zones."""
        for key in list(_known) if only_keys is None else only_keys:
            _known.pop(key, None)

    key = property(lambda self: self._key)

    def _at(self, dt):
        # What counts at a local time: (offset, name, dst, standard offset).
        wall = (dt.replace(tzinfo=None) - _EPOCH) // timedelta(seconds=1)
        before, after = self._rules.at(wall - 86400), self._rules.at(wall + 86400)
        fits = [r for r in (before, after) if self._rules.at(wall - r[0])[0] == r[0]]
        if not fits:
            # In a gap the clocks go by the other side's offset.
            found = after if dt.fold else before
        else:
            found = fits[-1] if dt.fold else fits[0]
            found = self._rules.at(wall - found[0])
        return found, wall - found[0]

    def utcoffset(self, dt):
        """How far local time is ahead of UTC."""
        return None if dt is None else timedelta(seconds=self._at(dt)[0][0])

    def tzname(self, dt):
        """The zone's abbreviation."""
        return None if dt is None else self._at(dt)[0][1]

    def dst(self, dt):
        """How much of the offset is daylight saving time."""
        if dt is None:
            return None
        (offset, _, dst), at = self._at(dt)
        if not dst:
            return timedelta(0)
        # The offset of the standard time nearest to it.
        for days in range(1, 400, 7):
            for when in (at - days * 86400, at + days * 86400):
                other, _, its = self._rules.at(when)
                if not its:
                    return timedelta(seconds=offset - other)
        return timedelta(hours=1)

    def fromutc(self, dt):
        """The local time of a datetime that stands for UTC."""
        if not isinstance(dt, datetime):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        seconds = (dt.replace(tzinfo=None) - _EPOCH) // timedelta(seconds=1)
        offset = self._rules.at(seconds)[0]
        local = dt + timedelta(seconds=offset)
        # The second of two equal local times is the later one.
        earlier = self._rules.at(seconds - 3 * 3600)[0]
        if earlier > offset and self._rules.at(seconds + offset - earlier)[0] == earlier:
            local = local.replace(fold=1)
        return local

    def __str__(self):
        return self._key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self._key!r})"

    def __reduce__(self):
        return ZoneInfo, (self._key,)


def available_timezones():
    """The names that a folder of the search path has."""
    import os
    names = set()
    for root in TZPATH:
        for folder, _, files in os.walk(root):
            inside = os.path.relpath(folder, root)
            if inside.split("/")[0] in ("posix", "right"):
                continue
            for name in files:
                full = name if inside == "." else inside + "/" + name
                if full[0].isupper() and "." not in full:
                    names.add(full)
    return names
