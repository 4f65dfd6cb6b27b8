"""Tracebacks and exceptions as text."""

import sys

try:
    import _traceback  # what the interpreter knows of source places
except ImportError:
    _traceback = None

__all__ = ["extract_stack", "extract_tb", "format_exception", "format_exception_only",
           "format_list", "format_stack", "format_tb", "print_exc", "format_exc",
           "print_exception", "print_last", "print_stack", "print_tb", "clear_frames",
           "FrameSummary", "StackSummary", "TracebackException", "walk_stack", "walk_tb",
           "print_list"]

_absent = object()
_repeats = 3


class FrameSummary:
    """One line of a traceback: where, and the source there."""

    __slots__ = ("filename", "lineno", "end_lineno", "colno", "end_colno", "name", "_line",
                 "_lines", "_frame", "locals")

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._line = line
        self._lines = None
        self._frame = kwargs.get("_frame")
        self.locals = None if locals is None else {k: repr(v) for k, v in locals.items()}
        if lookup_line:
            self.line
            self._frame = None

    def _load(self):
        """The source lines of the entry, as they are in the file."""
        if self._lines is None and self.lineno is not None:
            if self._frame is not None and _traceback:
                self._lines = _traceback.lines(self._frame, self.lineno, self.end_lineno)
            if self._lines is None:
                import linecache
                self._lines = [linecache.getline(self.filename, n).rstrip()
                               for n in range(self.lineno, self.end_lineno + 1)]
        return self._lines

    @property
    def line(self):
        """The source line, without its indentation."""
        if self._line is None:
            if self.lineno is None:
                return None
            lines = self._load()
            self._line = lines[0] if lines else ""
        return self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (
                other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return "<FrameSummary file %s, line %s in %s>" % (self.filename, self.lineno, self.name)


class StackSummary(list):
    """FrameSummary objects, outermost first."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """Made of pairs of frame and line number."""
        pairs = list(frame_gen)
        if limit is None:
            limit = getattr(sys, "tracebacklimit", None)
            if limit is not None and limit < 0:
                limit = 0
        if limit is not None:
            pairs = pairs[:limit] if limit >= 0 else pairs[limit:]
        result = cls()
        for frame, where in pairs:
            code = frame.f_code
            if isinstance(where, tuple):
                lineno, end_lineno, colno, end_colno = where
            else:
                lineno = end_lineno = where
                colno = end_colno = None
            result.append(FrameSummary(
                code.co_filename, lineno, code.co_name, lookup_line=lookup_lines,
                locals=frame.f_locals if capture_locals else None,
                end_lineno=end_lineno, colno=colno, end_colno=end_colno, _frame=frame))
        return result

    @classmethod
    def from_list(cls, a_list):
        """Made of FrameSummary objects or tuples of four."""
        result = cls()
        for entry in a_list:
            if isinstance(entry, FrameSummary):
                result.append(entry)
            else:
                filename, lineno, name, line = entry
                result.append(FrameSummary(filename, lineno, name, line=line))
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        """The text of one entry."""
        name = frame_summary.filename
        if name.startswith("<stdin>-"):
            name = "<stdin>"
        rows = ['  File "%s", line %s, in %s\n' % (name, frame_summary.lineno,
                                                   frame_summary.name)]
        if frame_summary.colno is None or frame_summary.end_colno is None or not _traceback:
            if frame_summary.line:
                rows.append("    %s\n" % frame_summary.line)
        else:
            for row in _traceback.rows(frame_summary._load(), frame_summary.lineno,
                                       frame_summary.end_lineno, frame_summary.colno,
                                       frame_summary.end_colno):
                rows.append("    %s\n" % row)
        if frame_summary.locals:
            for key, value in sorted(frame_summary.locals.items()):
                rows.append("    %s = %s\n" % (key, value))
        return "".join(rows)

    def format(self, **kwargs):
        """The texts of all entries; a line met many times in a row is counted."""
        result = []
        last = None
        count = 0
        for frame in self:
            text = self.format_frame_summary(frame)
            if text is None:
                continue
            where = (frame.filename, frame.lineno, frame.name)
            if where != last:
                if count > _repeats:
                    result.append(_repeated(count - _repeats))
                last = where
                count = 0
            count += 1
            if count > _repeats:
                continue
            result.append(text)
        if count > _repeats:
            result.append(_repeated(count - _repeats))
        return result


def _repeated(count):
    return "  [Previous line repeated %d more time%s]\n" % (count, "" if count == 1 else "s")


def walk_tb(tb):
    """Pairs of frame and line number of a traceback."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _walk_places(tb):
    """Pairs of frame and place in the source of a traceback."""
    while tb is not None:
        if not _traceback:
            yield from walk_tb(tb)
            return
        place = _traceback.position(tb.tb_frame, tb.tb_lasti)
        yield tb.tb_frame, place if place[0] == tb.tb_lineno else tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    """Pairs of frame and line number from a frame outwards."""
    if f is None:
        f = sys._getframe().f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def _text_of(value):
    try:
        return str(value)
    except Exception:
        return "<exception str() failed>"


class TracebackException:
    """An exception's text with everything that leads to it, without the objects."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True,
                 capture_locals=False, compact=False, max_group_width=15, max_group_depth=10,
                 save_exc_type=True, _seen=None):
        seen = set() if _seen is None else _seen
        seen.add(id(exc_value))
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary.extract(_walk_places(exc_traceback), limit=limit,
                                          lookup_lines=lookup_lines,
                                          capture_locals=capture_locals)
        self._exc_type = exc_type if save_exc_type else None
        self._str = None if exc_value is None else _text_of(exc_value)
        self._type_text = None if exc_type is None else _type_name(exc_type)
        self.__notes__ = None
        try:
            self.__notes__ = getattr(exc_value, "__notes__", None)
        except Exception as exc:
            self.__notes__ = ["Ignored error getting __notes__: %r" % (exc,)]
        self._is_syntax_error = False
        self._hint(exc_type, exc_value, exc_traceback)

        def again(exc):
            if exc is None or id(exc) in seen:
                return None
            return TracebackException(
                type(exc), exc, exc.__traceback__, limit=limit, lookup_lines=lookup_lines,
                capture_locals=capture_locals, compact=compact, max_group_width=max_group_width,
                max_group_depth=max_group_depth, _seen=seen)

        self.__suppress_context__ = getattr(exc_value, "__suppress_context__", False)
        self.__cause__ = again(getattr(exc_value, "__cause__", None))
        needs_context = not compact or (self.__cause__ is None and not self.__suppress_context__)
        self.__context__ = again(getattr(exc_value, "__context__", None)) \
            if needs_context else None
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [again(e) or TracebackException(type(e), e, None, _seen=set())
                               for e in exc_value.exceptions]

    def _hint(self, exc_type, exc_value, tb):
        if exc_type is None:
            return
        if not issubclass(exc_type, SyntaxError):
            meant = _traceback.suggestion(exc_value, tb) if _traceback else None
            name = getattr(exc_value, "name", None)
            if meant:
                self._str += ". Did you mean: '%s'?" % meant
            if issubclass(exc_type, NameError) and name in sys.stdlib_module_names:
                self._str += "%s you forget to import '%s'?" % (
                    " Or did" if meant else ". Did", name)
            return
        self._is_syntax_error = True
        self.filename = exc_value.filename
        self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
        self.text = exc_value.text
        self.offset = exc_value.offset
        last = getattr(exc_value, "end_lineno", None)
        self.end_lineno = None if last is None else str(last)
        self.end_offset = getattr(exc_value, "end_offset", None)
        self.msg = exc_value.msg

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        """Of a living exception."""
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        """The exception's class."""
        if sys.version_info >= (3, 13):
            import warnings
            warnings.warn("Deprecated in 3.13. Use exc_type_str instead.",
                          DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        """The qualified name of the exception's class."""
        return self._type_text

    def __str__(self):
        return self._str

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """The last lines: class and text, then the notes."""
        indent = 3 * _depth * " "
        if self._type_text is None:
            yield indent + "NoneType: None\n" if self._str is None else indent + "None\n"
            return
        if self._is_syntax_error:
            for row in self._syntax_rows():
                yield indent + row
        elif self._str:
            rows = "%s: %s\n" % (self._type_text, self._str)
            yield "".join(indent + r for r in rows.splitlines(True)) if indent else rows
        else:
            yield indent + "%s\n" % self._type_text
        notes = self.__notes__
        if isinstance(notes, (list, tuple)):
            for note in notes:
                for row in _text_of(note).split("\n"):
                    yield indent + row + "\n"
        elif notes is not None:
            yield indent + "%r\n" % (notes,)
        if self.exceptions and show_group:
            for inner in self.exceptions:
                yield from inner.format_exception_only(show_group=True, _depth=_depth + 1)

    def _syntax_rows(self):
        place = ""
        if self.lineno is not None:
            yield '  File "%s", line %s\n' % (self.filename or "<string>", self.lineno)
        elif self.filename is not None:
            place = " (%s)" % self.filename
        if self.text is not None:
            row = self.text.rstrip("\n")
            bare = row.lstrip(" \n\f")
            yield "    %s\n" % bare
            if self.offset is not None:
                yield from self._syntax_carets(row, bare)
        yield "%s: %s%s\n" % (self._type_text, self.msg or "<no detail available>", place)

    def _syntax_carets(self, row, bare):
        start, end = self.offset, len(row) + 1
        if self.lineno == self.end_lineno or sys.version_info < (3, 13):
            end = self.end_offset or start
        if self.text:
            start, end = (len(row) + 1 if n > len(self.text) else n for n in (start, end))
        if start >= end or end < 0:
            end = start + 1
        width = end - start
        start -= 1 + len(row) - len(bare)
        if start >= 0:
            blank = "".join(c if c.isspace() else " " for c in bare[:start])
            yield "    %s%s\n" % (blank + " " * (start - len(blank)), "^" * width)

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """All lines, from the first cause to this exception."""
        links = []
        exc = self
        while exc is not None:
            if not chain:
                links.append((None, exc))
                break
            if exc.__cause__ is not None:
                text, before = _CAUSE, exc.__cause__
            elif exc.__context__ is not None and not exc.__suppress_context__:
                text, before = _CONTEXT, exc.__context__
            else:
                text, before = None, None
            links.append((text, exc))
            exc = before
        ctx = _GroupState() if _ctx is None else _ctx
        for text, exc in reversed(links):
            if text is not None:
                yield from ctx.emit(text)
            if exc.exceptions is None:
                if exc.stack:
                    yield from ctx.emit("Traceback (most recent call last):\n")
                    yield from ctx.emit(exc.stack.format())
                yield from ctx.emit(exc.format_exception_only())
            elif ctx.depth > self.max_group_depth:
                yield from ctx.emit("... (max_group_depth is %d)\n" % self.max_group_depth)
            else:
                yield from _format_group(exc, ctx)

    def print(self, *, file=None, chain=True, **kwargs):
        """Prints all lines."""
        file = sys.stderr if file is None else file
        for row in self.format(chain=chain):
            print(row, file=file, end="")


_CAUSE = ("\nThe above exception was the direct cause of the following exception:\n\n")
_CONTEXT = ("\nDuring handling of the above exception, another exception occurred:\n\n")


class _GroupState:
    """How deep in groups the text stands, and whether one was just closed."""

    def __init__(self):
        self.depth = 0
        self.need_close = False

    def emit(self, rows, margin=None):
        start = " " * (2 * self.depth)
        if self.depth:
            start += (margin or "|") + " "
        if isinstance(rows, str):
            rows = [rows]
        for text in rows:
            if not start:
                yield text
                continue
            for row in text.split("\n")[:-1] if text.endswith("\n") else text.split("\n"):
                yield start + row + "\n"


def _format_group(exc, ctx):
    outermost = ctx.depth == 0
    if outermost:
        ctx.depth += 1
    if exc.stack:
        yield from ctx.emit("Exception Group Traceback (most recent call last):\n",
                            "+" if outermost else None)
        yield from ctx.emit(exc.stack.format())
    yield from ctx.emit(exc.format_exception_only())
    count = len(exc.exceptions)
    shown = count if count <= exc.max_group_width else exc.max_group_width + 1
    ctx.need_close = False
    for i in range(shown):
        last = i == shown - 1
        if last:
            ctx.need_close = True
        number = str(i + 1) if i < exc.max_group_width else "..."
        head = "+-" if i == 0 else "  "
        yield "%s%s+---------------- %s ----------------\n" % (
            " " * (2 * ctx.depth), head, number)
        ctx.depth += 1
        if i < exc.max_group_width:
            yield from exc.exceptions[i].format(_ctx=ctx)
        else:
            left = count - exc.max_group_width
            yield from ctx.emit("and %d more exception%s\n" % (left, "s" if left > 1 else ""))
        if last and ctx.need_close:
            yield "%s+------------------------------------\n" % (" " * (2 * ctx.depth))
            ctx.need_close = False
        ctx.depth -= 1
    if outermost:
        ctx.depth = 0


def _type_name(cls):
    module = cls.__module__
    if module in ("__main__", "builtins"):
        return cls.__qualname__
    return "%s.%s" % (module, cls.__qualname__)


def _arguments(exc, value, tb):
    """Understands both one exception and the old three arguments."""
    if value is _absent and tb is _absent:
        if isinstance(exc, BaseException) or exc is None:
            return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)
        raise TypeError("Exception expected for value, %s found" % type(exc).__name__)
    if value is _absent or tb is _absent:
        raise ValueError("Both or neither of value and tb must be given")
    return (type(value) if value is not None else None), value, tb


def format_exception(exc, /, value=_absent, tb=_absent, limit=None, chain=True, **kwargs):
    """The lines of an exception with its traceback."""
    kind, value, tb = _arguments(exc, value, tb)
    return list(TracebackException(kind, value, tb, limit=limit, compact=True)
                .format(chain=chain))


def print_exception(exc, /, value=_absent, tb=_absent, limit=None, file=None, chain=True,
                    **kwargs):
    """Prints an exception with its traceback."""
    kind, value, tb = _arguments(exc, value, tb)
    TracebackException(kind, value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def format_exception_only(exc, /, value=_absent, *, show_group=False, **kwargs):
    """The last lines of an exception."""
    if value is _absent:
        value = exc
    kind = type(value) if value is not None else None
    return list(TracebackException(kind, value, None, compact=True)
                .format_exception_only(show_group=show_group))


def print_exc(limit=None, file=None, chain=True):
    """Prints the exception being handled."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    """The text of the exception being handled."""
    return "".join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    """Prints the last exception nobody caught."""
    exc = getattr(sys, "last_exc", None)
    if exc is None and not hasattr(sys, "last_type"):
        raise ValueError("no last exception")
    print_exception(exc, limit=limit, file=file, chain=chain)


def extract_tb(tb, limit=None):
    """A StackSummary of a traceback."""
    return StackSummary.extract(_walk_places(tb), limit=limit)


def extract_stack(f=None, limit=None):
    """A StackSummary of the stack, outermost first."""
    if f is None:
        f = sys._getframe().f_back
    pairs = list(walk_stack(f))
    if limit is not None:
        pairs = pairs[:limit] if limit >= 0 else pairs[limit:]
    stack = StackSummary.extract(pairs)
    stack.reverse()
    return stack


def format_list(extracted_list):
    """The texts of a list of entries."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Prints a list of entries."""
    for row in format_list(extracted_list):
        print(row, file=sys.stderr if file is None else file, end="")


def format_tb(tb, limit=None):
    """The texts of a traceback."""
    return extract_tb(tb, limit=limit).format()


def print_tb(tb, limit=None, file=None):
    """Prints a traceback."""
    print_list(extract_tb(tb, limit=limit), file=file)


def format_stack(f=None, limit=None):
    """The texts of the stack."""
    if f is None:
        f = sys._getframe().f_back
    return format_list(extract_stack(f, limit=limit))


def print_stack(f=None, limit=None, file=None):
    """Prints the stack."""
    if f is None:
        f = sys._getframe().f_back
    print_list(extract_stack(f, limit=limit), file=file)


def clear_frames(tb):
    """Drops the locals of a traceback's frames."""
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        if _traceback is not None:
            _traceback.forget(tb)
        tb = tb.tb_next
