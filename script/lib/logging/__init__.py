"""Log messages: loggers in a tree, handlers that write, formatters for the text."""

import os
import sys
import threading
import time
from logging._format import (BASIC_FORMAT, BufferingFormatter, Filter, Filterer, Formatter,
                             LogRecord, PercentStyle, StrFormatStyle, StringTemplateStyle,
                             _default_formatter)
from logging._levels import (CRITICAL, DEBUG, ERROR, FATAL, INFO, NOTSET, WARN, WARNING,
                             addLevelName, checkLevel, getLevelName, getLevelNamesMapping)

__all__ = ["BASIC_FORMAT", "BufferingFormatter", "CRITICAL", "DEBUG", "ERROR", "FATAL",
           "FileHandler", "Filter", "Formatter", "Handler", "INFO", "LogRecord", "Logger",
           "LoggerAdapter", "NOTSET", "NullHandler", "StreamHandler", "WARN", "WARNING",
           "addLevelName", "basicConfig", "captureWarnings", "critical", "debug", "disable",
           "error", "exception", "fatal", "getLevelName", "getLogger", "getLoggerClass",
           "info", "log", "makeLogRecord", "setLoggerClass", "shutdown", "warn", "warning",
           "getLogRecordFactory", "setLogRecordFactory", "lastResort", "raiseExceptions",
           "getLevelNamesMapping", "getHandlerByName", "getHandlerNames"]

raiseExceptions = True
logThreads = True
logMultiprocessing = True
logProcesses = True
logAsyncioTasks = True

_checkLevel = checkLevel
_lock = threading.RLock()
_srcfile = __file__
_handlers = {}
_handlerList = []
_factory = [LogRecord]
_STYLES = {"%": (PercentStyle, BASIC_FORMAT),
           "{": (StrFormatStyle, "{levelname}:{name}:{message}"),
           "$": (StringTemplateStyle, "${levelname}:${name}:${message}")}


def setLogRecordFactory(factory):
    """Chooses what makes records."""
    _factory[0] = factory


def getLogRecordFactory():
    """What makes records."""
    return _factory[0]


def makeLogRecord(dict):
    """A record with the given attributes."""
    record = _factory[0](None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


class Handler(Filterer):
    """Sends records somewhere."""

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self._name = None
        self.level = checkLevel(level)
        self.formatter = None
        self._closed = False
        _handlerList.append(self)
        self.createLock()

    def get_name(self):
        """The name for getHandlerByName."""
        return self._name

    def set_name(self, name):
        """Sets the name for getHandlerByName."""
        with _lock:
            if self._name in _handlers:
                del _handlers[self._name]
            self._name = name
            if name:
                _handlers[name] = self

    name = property(get_name, set_name)

    def createLock(self):
        """Makes the lock around emit."""
        self.lock = threading.RLock()

    def acquire(self):
        """Takes the lock."""
        if self.lock:
            self.lock.acquire()

    def release(self):
        """Gives the lock back."""
        if self.lock:
            self.lock.release()

    def setLevel(self, level):
        """Ignores records below level."""
        self.level = checkLevel(level)

    def format(self, record):
        """The text of a record."""
        return (self.formatter or _default_formatter).format(record)

    def emit(self, record):
        """Writes a record; subclasses say how."""
        raise NotImplementedError("emit must be implemented by Handler subclasses")

    def handle(self, record):
        """Filters a record, then emits it."""
        verdict = self.filter(record)
        if isinstance(verdict, LogRecord):
            record = verdict
        if verdict:
            self.acquire()
            try:
                self.emit(record)
            finally:
                self.release()
        return verdict

    def setFormatter(self, fmt):
        """Chooses the formatter."""
        self.formatter = fmt

    def flush(self):
        """Writes what is held back."""

    def close(self):
        """Ends the handler."""
        with _lock:
            self._closed = True
            if self._name in _handlers:
                del _handlers[self._name]
            if self in _handlerList:
                _handlerList.remove(self)

    def handleError(self, record):
        """Reports an exception of emit on stderr."""
        if not raiseExceptions or not sys.stderr:
            return
        import traceback
        exc = sys.exception()
        try:
            sys.stderr.write("--- Logging error ---\n")
            traceback.print_exception(exc, file=sys.stderr)
            sys.stderr.write("Call stack:\n")
            frame = exc.__traceback__.tb_frame
            here = os.path.dirname(__file__)
            while frame and os.path.dirname(frame.f_code.co_filename) == here:
                frame = frame.f_back
            if frame:
                traceback.print_stack(frame, file=sys.stderr)
            else:
                sys.stderr.write("Logged from file %s, line %s\n"
                                 % (record.filename, record.lineno))
            sys.stderr.write("Message: %r\nArguments: %s\n" % (record.msg, record.args))
        except OSError:
            pass
        finally:
            del exc

    def __repr__(self):
        return "<%s (%s)>" % (self.__class__.__name__, getLevelName(self.level))


class StreamHandler(Handler):
    """Writes to a stream, sys.stderr by default."""

    terminator = "\n"
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        """Flushes the stream."""
        with self.lock:
            if self.stream and hasattr(self.stream, "flush"):
                self.stream.flush()

    def emit(self, record):
        """Writes the record's text and a newline."""
        try:
            text = self.format(record)
            self.stream.write(text + self.terminator)
            self.flush()
        except RecursionError:
            raise
        except Exception:
            self.handleError(record)

    def setStream(self, stream):
        """Changes the stream; returns the one before, or None if it is the same."""
        if stream is self.stream:
            return None
        before = self.stream
        with self.lock:
            self.flush()
            self.stream = stream
        return before

    def __repr__(self):
        name = str(getattr(self.stream, "name", ""))
        return "<%s %s(%s)>" % (self.__class__.__name__, name + " " if name else "",
                                getLevelName(self.level))


class FileHandler(StreamHandler):
    """Writes to a file."""

    def __init__(self, filename, mode="a", encoding=None, delay=False, errors=None):
        self.baseFilename = os.path.abspath(os.fspath(filename))
        self.mode = mode
        self.encoding = encoding
        self.delay = delay
        self.errors = errors
        if delay:
            Handler.__init__(self)
            self.stream = None
        else:
            StreamHandler.__init__(self, self._open())

    def _open(self):
        return open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors)

    def emit(self, record):
        """Writes the record, opening the file if that waited."""
        if self.stream is None and (self.mode != "w" or not self._closed):
            self.stream = self._open()
        if self.stream:
            StreamHandler.emit(self, record)

    def close(self):
        """Closes the file."""
        with self.lock:
            stream, self.stream = self.stream, None
            if stream:
                stream.flush()
                stream.close()
            StreamHandler.close(self)

    def __repr__(self):
        return "<%s %s (%s)>" % (self.__class__.__name__, self.baseFilename,
                                 getLevelName(self.level))


class NullHandler(Handler):
    """Does nothing."""

    def handle(self, record):
        pass

    def emit(self, record):
        pass

    def createLock(self):
        self.lock = None


class _StderrHandler(StreamHandler):
    """Writes to whatever sys.stderr is at the time."""

    def __init__(self, level=NOTSET):
        Handler.__init__(self, level)

    @property
    def stream(self):
        return sys.stderr


lastResort = _defaultLastResort = _StderrHandler(WARNING)


def getHandlerByName(name):
    """The handler with a name, or None."""
    return _handlers.get(name)


def getHandlerNames():
    """All handlers' names."""
    return frozenset(_handlers)


class PlaceHolder:
    """Stands in the tree where only descendants have loggers."""

    def __init__(self, logger):
        self.loggerMap = {logger: None}

    def append(self, logger):
        self.loggerMap[logger] = None


class Manager:
    """The tree of loggers."""

    def __init__(self, rootnode):
        self.root = rootnode
        self.disable = 0
        self.emittedNoHandlerWarning = False
        self.loggerDict = {}
        self.loggerClass = None
        self.logRecordFactory = None

    def getLogger(self, name):
        """The logger with a dotted name, made when first asked for."""
        if not isinstance(name, str):
            raise TypeError("A logger name must be a string")
        with _lock:
            found = self.loggerDict.get(name)
            if isinstance(found, Logger):
                return found
            logger = (self.loggerClass or _logger_class[0])(name)
            logger.manager = self
            self.loggerDict[name] = logger
            if found is not None:
                for child in found.loggerMap:
                    if not child.parent.name.startswith(name):
                        logger.parent = child.parent
                        child.parent = logger
            self._find_parent(logger)
            return logger

    def _find_parent(self, logger):
        name = logger.name
        end = name.rfind(".")
        while end > 0:
            above = self.loggerDict.get(name[:end])
            if isinstance(above, Logger):
                logger.parent = above
                return
            if above is None:
                self.loggerDict[name[:end]] = PlaceHolder(logger)
            else:
                above.append(logger)
            end = name.rfind(".", 0, end)
        logger.parent = self.root

    def setLoggerClass(self, klass):
        """The class of loggers made from now on."""
        _check_logger_class(klass)
        self.loggerClass = klass


def _check_logger_class(klass):
    if klass is not Logger and not issubclass(klass, Logger):
        raise TypeError("logger not derived from logging.Logger: " + klass.__name__)


_logger_class = []


def setLoggerClass(klass):
    """The class of loggers made from now on."""
    _check_logger_class(klass)
    _logger_class[0] = klass


def getLoggerClass():
    """The class of loggers."""
    return _logger_class[0]


def _is_internal(frame):
    file = frame.f_code.co_filename
    return file == _srcfile or file == _adapter_file


class Logger(Filterer):
    """Takes messages for one area of a program."""

    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name = name
        self.level = checkLevel(level)
        self.parent = None
        self.propagate = True
        self.handlers = []
        self.disabled = False

    def setLevel(self, level):
        """Ignores messages below level."""
        self.level = checkLevel(level)

    def debug(self, msg, *args, **kwargs):
        """A message of level DEBUG."""
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        """A message of level INFO."""
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        """A message of level WARNING."""
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    def warn(self, msg, *args, **kwargs):
        """The old name of warning."""
        import warnings
        warnings.warn("The 'warn' method is deprecated, use 'warning' instead",
                      DeprecationWarning, 2)
        self.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        """A message of level ERROR."""
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, exc_info=True, **kwargs):
        """An error with the exception being handled."""
        self.error(msg, *args, exc_info=exc_info, **kwargs)

    def critical(self, msg, *args, **kwargs):
        """A message of level CRITICAL."""
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    fatal = critical

    def log(self, level, msg, *args, **kwargs):
        """A message of any level."""
        if not isinstance(level, int):
            if raiseExceptions:
                raise TypeError("level must be an integer")
            return
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def findCaller(self, stack_info=False, stacklevel=1):
        """File, line, function and perhaps stack of the code that logs."""
        frame = sys._getframe(1)
        while frame is not None and _is_internal(frame):
            frame = frame.f_back
        if frame is None:
            return "(unknown file)", 0, "(unknown function)", None
        while stacklevel > 1 and frame.f_back is not None:
            frame = frame.f_back
            if not _is_internal(frame):
                stacklevel -= 1
        text = None
        if stack_info:
            import traceback
            text = "Stack (most recent call last):\n" + "".join(traceback.format_stack(frame))
            text = text.rstrip("\n")
        code = frame.f_code
        return code.co_filename, frame.f_lineno, code.co_name, text

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None,
                   sinfo=None):
        """A record with the extra attributes."""
        record = _factory[0](name, level, fn, lno, msg, args, exc_info, func, sinfo)
        if extra is not None:
            for key in extra:
                if key in ("message", "asctime") or key in record.__dict__:
                    raise KeyError("Attempt to overwrite %r in LogRecord" % key)
                record.__dict__[key] = extra[key]
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None, stack_info=False, stacklevel=1):
        file, line, function, stack = self.findCaller(stack_info, stacklevel)
        if exc_info:
            if isinstance(exc_info, BaseException):
                exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
            elif not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
        self.handle(self.makeRecord(self.name, level, file, line, msg, args, exc_info,
                                    function, extra, stack))

    def handle(self, record):
        """Filters a record, then gives it to the handlers."""
        if self.disabled:
            return
        verdict = self.filter(record)
        if not verdict:
            return
        if isinstance(verdict, LogRecord):
            record = verdict
        self.callHandlers(record)

    def addHandler(self, hdlr):
        """Adds a handler once."""
        with _lock:
            if hdlr not in self.handlers:
                self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        """Removes a handler."""
        with _lock:
            if hdlr in self.handlers:
                self.handlers.remove(hdlr)

    def _chain(self):
        logger = self
        while logger:
            yield logger
            if not logger.propagate:
                return
            logger = logger.parent

    def hasHandlers(self):
        """Whether anything handles this logger's messages."""
        return any(logger.handlers for logger in self._chain())

    def callHandlers(self, record):
        """Gives the record to the handlers here and above."""
        found = 0
        for logger in self._chain():
            for handler in logger.handlers:
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
        if found:
            return
        if lastResort:
            if record.levelno >= lastResort.level:
                lastResort.handle(record)
        elif raiseExceptions and not self.manager.emittedNoHandlerWarning:
            sys.stderr.write("No handlers could be found for logger \"%s\"\n" % self.name)
            self.manager.emittedNoHandlerWarning = True

    def getEffectiveLevel(self):
        """The level here or at the nearest ancestor that has one."""
        logger = self
        while logger:
            if logger.level:
                return logger.level
            logger = logger.parent
        return NOTSET

    def isEnabledFor(self, level):
        """Whether a message of the level would be handled."""
        if self.disabled or self.manager.disable >= level:
            return False
        return level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        """The logger below, by a name relative to this one."""
        if self.root is not self:
            suffix = self.name + "." + suffix
        return self.manager.getLogger(suffix)

    def getChildren(self):
        """The loggers directly below."""
        depth = 0 if self is self.manager.root else self.name.count(".") + 1
        return {item for item in self.manager.loggerDict.values()
                if isinstance(item, Logger) and item.parent is self
                and item.name.count(".") == depth}

    def __repr__(self):
        return "<%s %s (%s)>" % (self.__class__.__name__, self.name,
                                 getLevelName(self.getEffectiveLevel()))

    def __reduce__(self):
        return getLogger, (self.name,)


class RootLogger(Logger):
    """The logger above all others."""

    def __init__(self, level):
        Logger.__init__(self, "root", level)

    def __reduce__(self):
        return getLogger, ()


_logger_class.append(Logger)
root = RootLogger(WARNING)
Logger.root = root
Logger.manager = Manager(root)

from logging._adapter import LoggerAdapter, __file__ as _adapter_file  # noqa: E402


def getLogger(name=None):
    """The logger with a name, or the root."""
    if not name or (isinstance(name, str) and name == root.name):
        return root
    return Logger.manager.getLogger(name)


def basicConfig(**kwargs):
    """Gives the root a handler, unless it has one."""
    with _lock:
        force = kwargs.pop("force", False)
        encoding = kwargs.pop("encoding", None)
        errors = kwargs.pop("errors", "backslashreplace")
        if force:
            for handler in root.handlers[:]:
                root.removeHandler(handler)
                handler.close()
        if root.handlers:
            return
        handlers = kwargs.pop("handlers", None)
        if handlers is None:
            if "stream" in kwargs and "filename" in kwargs:
                raise ValueError("'stream' and 'filename' should not be specified together")
        elif "stream" in kwargs or "filename" in kwargs:
            raise ValueError("'stream' or 'filename' should not be specified together with "
                             "'handlers'")
        if handlers is None:
            filename = kwargs.pop("filename", None)
            mode = kwargs.pop("filemode", "a")
            if filename:
                handlers = [FileHandler(filename, mode, encoding=encoding,
                                        errors=None if "b" in mode else errors)]
            else:
                handlers = [StreamHandler(kwargs.pop("stream", None))]
        datefmt = kwargs.pop("datefmt", None)
        style = kwargs.pop("style", "%")
        if style not in _STYLES:
            raise ValueError("Style must be one of: %s" % ",".join(_STYLES))
        formatter = Formatter(kwargs.pop("format", _STYLES[style][1]), datefmt, style)
        for handler in handlers:
            if handler.formatter is None:
                handler.setFormatter(formatter)
            root.addHandler(handler)
        level = kwargs.pop("level", None)
        if level is not None:
            root.setLevel(level)
        if kwargs:
            raise ValueError("Unrecognised argument(s): %s" % ", ".join(kwargs))


def _ready():
    if not root.handlers:
        basicConfig()


def critical(msg, *args, **kwargs):
    """A message of level CRITICAL to the root."""
    _ready()
    root.critical(msg, *args, **kwargs)


fatal = critical


def error(msg, *args, **kwargs):
    """A message of level ERROR to the root."""
    _ready()
    root.error(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    """An error with the exception being handled, to the root."""
    error(msg, *args, exc_info=exc_info, **kwargs)


def warning(msg, *args, **kwargs):
    """A message of level WARNING to the root."""
    _ready()
    root.warning(msg, *args, **kwargs)


def warn(msg, *args, **kwargs):
    """The old name of warning."""
    import warnings
    warnings.warn("The 'warn' function is deprecated, use 'warning' instead",
                  DeprecationWarning, 2)
    warning(msg, *args, **kwargs)


def info(msg, *args, **kwargs):
    """A message of level INFO to the root."""
    _ready()
    root.info(msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    """A message of level DEBUG to the root."""
    _ready()
    root.debug(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    """A message of any level to the root."""
    _ready()
    root.log(level, msg, *args, **kwargs)


def disable(level=CRITICAL):
    """Ignores all messages up to level, everywhere."""
    root.manager.disable = checkLevel(level)


def shutdown(handlerList=_handlerList):
    """Flushes and closes all handlers, the last made first."""
    for handler in handlerList[::-1]:
        try:
            handler.acquire()
            try:
                handler.flush()
                handler.close()
            finally:
                handler.release()
        except (OSError, ValueError):
            pass


def _at_exit():
    import atexit
    atexit.register(shutdown)


_at_exit()
_kept_showwarning = []


def captureWarnings(capture):
    """Sends warnings to the logger py.warnings, or no longer."""
    import warnings
    if capture:
        if not _kept_showwarning:
            _kept_showwarning.append(warnings.showwarning)
            warnings.showwarning = _showwarning
    elif _kept_showwarning:
        warnings.showwarning = _kept_showwarning.pop()


def _showwarning(message, category, filename, lineno, file=None, line=None):
    if file is not None:
        if _kept_showwarning:
            _kept_showwarning[0](message, category, filename, lineno, file, line)
        return
    import warnings
    text = warnings.formatwarning(message, category, filename, lineno, line)
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning(str(text))
