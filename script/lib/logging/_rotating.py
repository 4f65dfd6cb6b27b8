"""Handlers that write to files which others move away, or which they move away themselves."""

import io
import logging
import os
import re
import time

_MIDNIGHT = 24 * 60 * 60


class BaseRotatingHandler(logging.FileHandler):
    """Writes to a file that is exchanged at times."""

    namer = None
    rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode, encoding, delay, errors)

    def emit(self, record):
        """Writes the record, to a new file if need be."""
        try:
            if self.shouldRollover(record):
                self.doRollover()
            logging.FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        """Names an old file."""
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        """Moves a file away."""
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _end(self):
        if self.stream:
            self.stream.close()
            self.stream = None


class RotatingFileHandler(BaseRotatingHandler):
    """Begins a new file when the present one would grow too large."""

    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        if maxBytes > 0:
            mode = "a"
        if "b" not in mode:
            encoding = io.text_encoding(encoding)
        BaseRotatingHandler.__init__(self, filename, mode, encoding=encoding, delay=delay, errors=errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def doRollover(self):
        """Renames the files by one number."""
        self._end()
        if self.backupCount > 0:
            def name(i):
                return self.rotation_filename("%s.%d" % (self.baseFilename, i))
            for i in range(self.backupCount - 1, 0, -1):
                if os.path.exists(name(i)):
                    if os.path.exists(name(i + 1)):
                        os.remove(name(i + 1))
                    os.rename(name(i), name(i + 1))
            if os.path.exists(name(1)):
                os.remove(name(1))
            self.rotate(self.baseFilename, name(1))
        if not self.delay:
            self.stream = self._open()

    def shouldRollover(self, record):
        """Whether the record would not fit."""
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes <= 0:
            return False
        self.stream.seek(0, 2)
        size = self.stream.tell()
        if not size or size + len("%s\n" % self.format(record)) < self.maxBytes:
            return False
        return not os.path.exists(self.baseFilename) or os.path.isfile(self.baseFilename)


_day = r"\d{4}-\d{2}-\d{2}"
_units = {"S": (1, "%Y-%m-%d_%H-%M-%S", _day + r"_\d{2}-\d{2}-\d{2}"), "M": (60, "%Y-%m-%d_%H-%M", _day + r"_\d{2}-\d{2}"),
          "H": (60 * 60, "%Y-%m-%d_%H", _day + r"_\d{2}"), "D": (_MIDNIGHT, "%Y-%m-%d", _day),
          "MIDNIGHT": (_MIDNIGHT, "%Y-%m-%d", _day), "W": (7 * _MIDNIGHT, "%Y-%m-%d", _day)}


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Begins a new file at times of the day, or each so many seconds, minutes, hours or days."""

    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        encoding = io.text_encoding(encoding)
        BaseRotatingHandler.__init__(self, filename, "a", encoding=encoding, delay=delay, errors=errors)
        self.when = when.upper()
        self.backupCount = backupCount
        self.utc = utc
        self.atTime = atTime
        unit = self.when
        if unit.startswith("W"):
            if len(unit) != 2:
                raise ValueError("You must specify a day for weekly rollover from 0 to 6 (0 is Monday): %s" % unit)
            if unit[1] < "0" or unit[1] > "6":
                raise ValueError("Invalid day specified for weekly rollover: %s" % unit)
            self.dayOfWeek = int(unit[1])
            unit = "W"
        if unit not in _units:
            raise ValueError("Invalid rollover interval specified: %s" % self.when)
        self.interval, self.suffix, ending = _units[unit]
        self.extMatch = re.compile(r"(?<!\d)" + ending + r"(?!\d)", re.ASCII)
        self.interval *= interval
        filename = self.baseFilename
        t = int(os.stat(filename).st_mtime) if os.path.exists(filename) else int(time.time())
        self.rolloverAt = self.computeRollover(t)

    def _at(self, t):
        return time.gmtime(t) if self.utc else time.localtime(t)

    def computeRollover(self, currentTime):
        """Gives the time of the next new file."""
        result = currentTime + self.interval
        if self.when != "MIDNIGHT" and not self.when.startswith("W"):
            return result
        now = self._at(currentTime)
        day, at = now.tm_wday, self.atTime
        moment = _MIDNIGHT if at is None else (at.hour * 60 + at.minute) * 60 + at.second
        left = moment - ((now.tm_hour * 60 + now.tm_min) * 60 + now.tm_sec)
        if left <= 0:
            left += _MIDNIGHT
            day = (day + 1) % 7
        result = currentTime + left
        if self.when.startswith("W"):
            if day != self.dayOfWeek:
                result += (self.dayOfWeek - day) % 7 * _MIDNIGHT
            result += self.interval - _MIDNIGHT * 7
        else:
            result += self.interval - _MIDNIGHT
        if not self.utc:
            result += self._shift(now, result)
        return result

    def _shift(self, now, result):
        """What summer time that begins or ends until then makes of the time."""
        if now.tm_isdst == time.localtime(result).tm_isdst:
            return 0
        if not now.tm_isdst:
            return -3600 if time.localtime(result - 3600).tm_isdst else 0
        return 3600

    def shouldRollover(self, record):
        """Whether it is time."""
        t = int(time.time())
        if t < self.rolloverAt:
            return False
        if os.path.exists(self.baseFilename) and not os.path.isfile(self.baseFilename):
            self.rolloverAt = self.computeRollover(t)
            return False
        return True

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
        if not self.delay:
            self.stream = self._open()
        self.rolloverAt = self.computeRollover(now)


class WatchedFileHandler(logging.FileHandler):
    """Opens its file again when somebody has moved it away."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        if "b" not in mode:
            encoding = io.text_encoding(encoding)
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self.dev, self.ino = -1, -1
        self._statstream()

    def _statstream(self):
        if self.stream is not None:
            info = os.fstat(self.stream.fileno())
            self.dev, self.ino = info.st_dev, info.st_ino

    def reopenIfNeeded(self):
        """Opens the file again if it is another one now."""
        if self.stream is None:
            return
        try:
            info = os.stat(self.baseFilename)
        except FileNotFoundError:
            info = None
        if info is None or (info.st_dev, info.st_ino) != (self.dev, self.ino):
            self.stream.flush()
            self.stream.close()
            self.stream = None
            self.stream = self._open()
            self._statstream()

    def emit(self, record):
        """Writes the record."""
        self.reopenIfNeeded()
        logging.FileHandler.emit(self, record)
