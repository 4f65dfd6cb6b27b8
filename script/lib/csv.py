"""Tables as text, one row a line."""

import io
import sys
import types
from _csv import Error, _reader, _writer

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error",
           "Dialect", "excel", "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect",
           "list_dialects", "unregister_dialect", "DictReader", "DictWriter", "unix_dialect", "Sniffer"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


_limit = [131072]
_dialects = {}


def field_size_limit(*args):
    old = _limit[0]
    if args:
        if not isinstance(args[0], int):
            raise TypeError("limit must be an integer")
        _limit[0] = args[0]
    return old


class Dialect:
    """How a table is written; to be derived from."""

    delimiter = None
    quotechar = None
    escapechar = None
    doublequote = None
    skipinitialspace = None
    lineterminator = None
    quoting = None

    def __init__(self):
        try:
            _Rules(self)
        except TypeError as e:
            raise Error(str(e)) from None


class excel(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    delimiter = ","
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = "\n"
    quoting = QUOTE_ALL


_defaults = {"delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"',
             "quoting": QUOTE_MINIMAL, "skipinitialspace": False, "strict": False}


class _Rules:
    """A dialect with everything filled in and checked."""

    def __init__(self, dialect=None, **given):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in given:
            if name not in _defaults:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        for name, default in _defaults.items():
            value = default
            if name in given:
                value = given[name]
            elif dialect is not None and hasattr(dialect, name):
                value = getattr(dialect, name)
            setattr(self, name, value)
        for name in "delimiter", "escapechar", "quotechar":
            value = getattr(self, name)
            if value is None and name != "delimiter":
                continue
            if not isinstance(value, str):
                kind = "string" if name == "delimiter" else "string or None"
                raise TypeError(f'"{name}" must be {kind}, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            if "quoting" in given:
                raise TypeError("quotechar must be set if quoting enabled")
            self.quoting = QUOTE_NONE
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string')
        for name in "doublequote", "skipinitialspace", "strict":
            setattr(self, name, bool(getattr(self, name)))
        if sys.version_info >= (3, 13):
            self._check()

    def _check(self):
        """Refuses characters that could be taken for something else."""
        for name in "delimiter", "escapechar", "quotechar":
            value = getattr(self, name)
            if value in ("\n", "\r") or value == " " and name != "delimiter" and self.skipinitialspace:
                raise ValueError(f"bad {name} value")
            if value is not None and value in self.lineterminator:
                raise ValueError(f"bad {name} or lineterminator value")
        for one, other in ("delimiter", "escapechar"), ("delimiter", "quotechar"), ("escapechar", "quotechar"):
            if getattr(self, one) is not None and getattr(self, one) == getattr(self, other):
                raise ValueError(f"bad {one} or {other} value")


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Rules(dialect, **fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


def reader(iterable, /, dialect="excel", **fmtparams):
    """Rows of the lines that an iterable gives."""
    return _reader(iter(iterable), _Rules(dialect, **fmtparams), _limit)


def writer(fileobj, /, dialect="excel", **fmtparams):
    """Writes rows to an object with a method write."""
    write = getattr(fileobj, "write", None)
    if not callable(write):
        raise TypeError('argument 1 must have a "write" method')
    return _writer(write, _Rules(dialect, **fmtparams))


class DictReader:
    """Rows as dicts; the first row has the names unless they are given."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        found = dict(zip(names, row))
        if len(names) < len(row):
            found[self.restkey] = row[len(names):]
        else:
            for name in names[len(row):]:
                found[name] = self.restval
        return found

    __class_getitem__ = classmethod(types.GenericAlias)


class DictWriter:
    """Writes dicts as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(repr(x) for x in wrong))
        return (rowdict.get(name, self.restval) for name in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))

    __class_getitem__ = classmethod(types.GenericAlias)


class Sniffer:
    """Guesses the dialect of a sample."""

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.splitlines() if line]
        best = None
        for c in self.preferred + (list(delimiters) if delimiters else []):
            if delimiters and c not in delimiters:
                continue
            counts = {line.count(c) for line in lines}
            if len(counts) == 1 and counts != {0} and best is None:
                best = c
        if best is None:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name = "sniffed"
            delimiter = best
            quotechar = '"'
            doublequote = True
            skipinitialspace = all(part.startswith(" ") for line in lines for part in line.split(best)[1:])
            lineterminator = "\r\n"
            quoting = QUOTE_MINIMAL
        return dialect

    def has_header(self, sample):
        rows = list(reader(io.StringIO(sample), self.sniff(sample)))
        header, body = rows[0], rows[1:21]
        votes = 0
        for i, name in enumerate(header):
            cells = [row[i] for row in body if len(row) == len(header)]
            if cells and all(_is_number(cell) for cell in cells):
                votes += -1 if _is_number(name) else 1
            elif cells and len({len(cell) for cell in cells}) == 1:
                votes += -1 if len(name) == len(cells[0]) else 1
        return votes > 0


def _is_number(text):
    try:
        complex(text)
    except ValueError:
        return False
    return True
