"""Tables as text, one row a line."""

import io
import types

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error",
           "Dialect", "excel", "excel_tab", "field_size_limit", "reader", "writer", "register_dialect", "get_dialect",
           "list_dialects", "unregister_dialect", "DictReader", "DictWriter", "unix_dialect", "Sniffer"]

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    pass


Error.__module__ = "_csv"
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
            raise TypeError('"quoting" must be an integer, not ' + type(self.quoting).__name__)
        if not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            if "quoting" in given or dialect is not None and getattr(dialect, "quoting", None) is not None:
                raise TypeError("quotechar must be set if quoting enabled")
            self.quoting = QUOTE_NONE
        if not isinstance(self.lineterminator, str):
            raise TypeError(f'"lineterminator" must be a string, not {type(self.lineterminator).__name__}')
        for name in "doublequote", "skipinitialspace", "strict":
            setattr(self, name, bool(getattr(self, name)))


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


class reader:
    """Rows of the lines that an iterable gives."""

    def __init__(self, csvfile, dialect="excel", **fmtparams):
        self._lines = iter(csvfile)
        self.dialect = _Rules(dialect, **fmtparams)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        row = []
        self._field = []
        self._unquoted = False
        state = "start row"
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if self._field or state == "in quotes":
                    if self.dialect.strict:
                        raise Error("unexpected end of data") from None
                    self._save(row)
                    break
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in "
                            "text mode)")
            self.line_num += 1
            for c in line:
                state = self._step(state, c, row)
            state = self._step(state, "", row)
            if state == "start row":
                break
        return row

    def _save(self, row):
        text = "".join(self._field)
        self._field = []
        rules = self.dialect
        if self._unquoted:
            if rules.quoting == QUOTE_NONNUMERIC and text or rules.quoting == QUOTE_STRINGS and text:
                text = float(text)
            elif rules.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and text == "":
                text = None
        row.append(text)

    def _add(self, c):
        if len(self._field) >= _limit[0]:
            raise Error(f"field larger than field limit ({_limit[0]})")
        self._field.append(c)

    def _step(self, state, c, row):
        """What one character, '' for the end of a line, does; gives the next state."""
        rules = self.dialect
        end = c in ("\n", "\r", "")
        if state == "start row":
            if c == "":
                return state
            if end:
                return "end of row"
            state = "start field"
        if state == "start field":
            self._unquoted = True
            if end:
                self._save(row)
                return "start row" if c == "" else "end of row"
            if c == rules.quotechar and rules.quoting != QUOTE_NONE:
                self._unquoted = False
                return "in quotes"
            if c == rules.escapechar:
                return "escaped"
            if c == " " and rules.skipinitialspace:
                return state
            if c == rules.delimiter:
                self._save(row)
                return state
            self._add(c)
            return "in field"
        if state == "escaped":
            if end and c:
                self._add(c)
                return "after escaped end"
            self._add(c or "\n")
            return "in field"
        if state == "after escaped end":
            if c == "":
                return state
            state = "in field"
        if state == "in field":
            if end:
                self._save(row)
                return "start row" if c == "" else "end of row"
            if c == rules.escapechar:
                return "escaped"
            if c == rules.delimiter:
                self._save(row)
                return "start field"
            self._add(c)
            return state
        if state == "in quotes":
            if c == "":
                return state
            if c == rules.escapechar:
                return "escaped in quotes"
            if c == rules.quotechar and rules.quoting != QUOTE_NONE:
                return "quote in quotes" if rules.doublequote else "in field"
            self._add(c)
            return state
        if state == "escaped in quotes":
            self._add(c or "\n")
            return "in quotes"
        if state == "quote in quotes":
            if c == rules.quotechar and rules.quoting != QUOTE_NONE:
                self._add(c)
                return "in quotes"
            if c == rules.delimiter:
                self._save(row)
                return "start field"
            if end:
                self._save(row)
                return "start row" if c == "" else "end of row"
            if rules.strict:
                raise Error(f"'{rules.delimiter}' expected after '{rules.quotechar}'")
            self._add(c)
            return "in field"
        # end of row
        if c == "":
            return "start row"
        if end:
            return state
        raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")


class writer:
    """Writes rows to an object with a method write."""

    def __init__(self, csvfile, dialect="excel", **fmtparams):
        if not callable(getattr(csvfile, "write", None)):
            raise TypeError('argument 1 must have a "write" method')
        self._write = csvfile.write
        self.dialect = _Rules(dialect, **fmtparams)

    def writerow(self, row, /):
        try:
            row = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        fields = [self._text(value, len(row) == 1) for value in row]
        return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)

    def _text(self, value, alone):
        rules = self.dialect
        quoting = rules.quoting
        if quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(value, (int, float, complex))
        elif quoting == QUOTE_STRINGS:
            quoted = isinstance(value, str)
        elif quoting == QUOTE_NOTNULL:
            quoted = value is not None
        else:
            quoted = quoting == QUOTE_ALL
        text = "" if value is None else value if isinstance(value, str) else str(value)
        out = []
        special = {rules.delimiter, rules.escapechar, rules.quotechar, "\r", "\n", *rules.lineterminator} - {None}
        for c in text:
            if c in special:
                escape = False
                if quoting == QUOTE_NONE:
                    escape = True
                elif c == rules.quotechar:
                    if rules.doublequote:
                        out.append(c)
                        quoted = True
                    else:
                        escape = True
                elif c == rules.escapechar:
                    escape = True
                else:
                    quoted = True
                if escape:
                    if rules.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(rules.escapechar)
            out.append(c)
        if not text and alone:
            if quoting == QUOTE_NONE or quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and value is None:
                raise Error("single empty field record must be quoted")
            quoted = True
        text = "".join(out)
        return rules.quotechar + text + rules.quotechar if quoted else text


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
