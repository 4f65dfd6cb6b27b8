"""Handlers that write to files which others move away, or which they move away themselves."""

import contextlib
import io
import logging
import os
import re
import time

_MIDNIGHT = 24 * 60 * 60


def _encoding(mode, encoding):
    return encoding if "b" in mode else io.text_encoding(encoding, 3)


def _vacate(name):
    if os.path.exists(name):
        os.remove(name)


class BaseRotatingHandler(logging.FileHandler):
    """Writes to a file that is exchanged at times."""

    namer = None
    rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        super().__init__(filename, mode, encoding, delay, errors)

    def emit(self, record):
        """Writes the record, to a new file if need be."""
        try:
            due = self.shouldRollover(record)
            if due:
                self.doRollover()
            super().emit(record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        """Names an old file."""
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        """Moves a file away."""
        move = self.rotator
        if callable(move):
            move(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _end(self):
        stream, self.stream = self.stream, None
        if stream:
            stream.close()

    def _begin(self):
        if not self.delay:
            self.stream = self._open()

    def _is_special(self):
        """Whether the file's name is that of a device, a pipe or a folder, which are not moved away."""
        name = self.baseFilename
        return os.path.exists(name) and not os.path.isfile(name)


class RotatingFileHandler(BaseRotatingHandler):
    """Begins a new file when the present one would grow too large."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        # Only a file that is added to can grow too large.
        mode = "a" if maxBytes > 0 else mode
        super().__init__(filename, mode, _encoding(mode, encoding), delay, errors)
        self.maxBytes, self.backupCount = maxBytes, backupCount

    def doRollover(self):
        """Renames the files by one number."""
        self._end()
        if self.backupCount > 0:
            def name(i):
                return self.rotation_filename("%s.%d" % (self.baseFilename, i))
            for i in reversed(range(1, self.backupCount)):
                if os.path.exists(name(i)):
                    _vacate(name(i + 1))
                    os.rename(name(i), name(i + 1))
            _vacate(name(1))
            self.rotate(self.baseFilename, name(1))
        self._begin()

    def shouldRollover(self, record):
        """Whether the record would not fit."""
        stream = self.stream = self.stream or self._open()
        if self.maxBytes <= 0:
            return False
        stream.seek(0, 2)
        size = stream.tell()
        fits = not size or size + len(self.format(record)) + 1 < self.maxBytes
        return not fits and not self._is_special()


_day = r"\d{4}-\d{2}-\d{2}"
_units = {"S": (1, "%Y-%m-%d_%H-%M-%S", _day + r"_\d{2}-\d{2}-\d{2}"), "M": (60, "%Y-%m-%d_%H-%M", _day + r"_\d{2}-\d{2}"),
          "H": (60 * 60, "%Y-%m-%d_%H", _day + r"_\d{2}"), "D": (_MIDNIGHT, "%Y-%m-%d", _day),
          "MIDNIGHT": (_MIDNIGHT, "%Y-%m-%d", _day), "W": (7 * _MIDNIGHT, "%Y-%m-%d", _day)}


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Begins a new file at times of the day, or each so many seconds, minutes, hours or days."""

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        super().__init__(filename, "a", _encoding("a", encoding), delay, errors)
        self.utc, self.atTime, self.backupCount = utc, atTime, backupCount
        self.when = unit = when.upper()
        if unit.startswith("W"):
            if len(unit) != 2:
                raise ValueError("You must specify a day for weekly rollover from 0 to 6 (0 is Monday): %s" % unit)
            if unit[1] < "0" or unit[1] > "6":
                raise ValueError("Invalid day specified for weekly rollover: %s" % unit)
            self.dayOfWeek = int(unit[1])
            unit = "W"
        if unit not in _units:
            raise ValueError(f"Invalid rollover interval specified: {unit}")
        self.interval, self.suffix, ending = _units[unit]
        self.extMatch = re.compile(r"(?<!\d)" + ending + r"(?!\d)", re.ASCII)
        self.interval *= interval
        try:
            began = os.stat(self.baseFilename).st_mtime
        except OSError:
            began = time.time()
        self.rolloverAt = self.computeRollover(int(began))

    def _at(self, t):
        return time.gmtime(t) if self.utc else time.localtime(t)

    def computeRollover(self, currentTime):
        """Gives the time of the next new file."""
        weekly = self.when.startswith("W")
        if not weekly and self.when != "MIDNIGHT":
            return currentTime + self.interval
        now = self._at(currentTime)
        day, at = now.tm_wday, self.atTime
        moment = _MIDNIGHT if at is None else (at.hour * 60 + at.minute) * 60 + at.second
        left = moment - ((now.tm_hour * 60 + now.tm_min) * 60 + now.tm_sec)
        if left <= 0:
            left += _MIDNIGHT
            day += 1
        if weekly:
            left += (self.dayOfWeek - day) % 7 * _MIDNIGHT
        # The first such moment counts as the first of the intervals.
        result = currentTime + left + self.interval - (7 if weekly else 1) * _MIDNIGHT
        return result if self.utc else result + self._shift(now, result)

    def _shift(self, now, result):
        """What summer time that begins or ends until then makes of the time."""
        if now.tm_isdst == time.localtime(result).tm_isdst:
            return 0
        if not now.tm_isdst:
            return -3600 if time.localtime(result - 3600).tm_isdst else 0
        return 3600

    def shouldRollover(self, record):
        """Whether it is time."""
        now = int(time.time())
        due = now >= self.rolloverAt
        if due and self._is_special():
            self.rolloverAt, due = self.computeRollover(now), False
        return due

    def getFilesToDelete(self):
        """Gives the files that are too old to keep."""
        folder, base = os.path.split(self.baseFilename)
        found = []
        for name in os.listdir(folder):
            if self.namer is None:
                if name.startswith(base + ".") and self.extMatch.fullmatch(name[len(base) + 1:]):
                    found.append(os.path.join(folder, name))
                continue
            # A name of the program's own is ours if it is what one of its dates is named.
            for ending in self.extMatch.finditer(name):
                if os.path.basename(self.namer(self.baseFilename + "." + ending[0])) == name:
                    found.append(os.path.join(folder, name))
                    break
        if len(found) < self.backupCount:
            return []
        found.sort()
        return found[:len(found) - self.backupCount]

    def doRollover(self):
        """Names the file after its time and begins a new one."""
        now = int(time.time())
        began = self.rolloverAt - self.interval
        when = self._at(began)
        if not self.utc:
            summer = time.localtime(now).tm_isdst
            if summer != when.tm_isdst:
                when = time.localtime(began + (3600 if summer else -3600))
        old = self.rotation_filename(self.baseFilename + "." + time.strftime(self.suffix, when))
        if os.path.exists(old):
            return
        self._end()
        self.rotate(self.baseFilename, old)
        if self.backupCount > 0:
            for name in self.getFilesToDelete():
                os.remove(name)
        self._begin()
        self.rolloverAt = self.computeRollover(now)


class WatchedFileHandler(logging.FileHandler):
    """Opens its file again when somebody has moved it away."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        super().__init__(filename, mode, _encoding(mode, encoding), delay, errors)
        self.dev = self.ino = -1
        self._look()

    def _look(self):
        """Notes which file it is that is open."""
        if self.stream is not None:
            about = os.fstat(self.stream.fileno())
            self.dev, self.ino = about.st_dev, about.st_ino

    def reopenIfNeeded(self):
        """Opens the file again if it is another one now."""
        old = self.stream
        if old is None or self._still_there():
            return
        old.flush()
        old.close()
        self.stream = None  # should opening fail
        self.stream = self._open()
        self._look()

    def _still_there(self):
        with contextlib.suppress(FileNotFoundError):
            about = os.stat(self.baseFilename)
            return about.st_dev == self.dev and about.st_ino == self.ino
        return False

    def emit(self, record):
        """Writes the record."""
        self.reopenIfNeeded()
        super().emit(record)
