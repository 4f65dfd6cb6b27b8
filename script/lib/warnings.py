"""Warnings: what is said once, every time, or raised."""

import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings",
           "simplefilter", "resetwarnings", "catch_warnings", "deprecated"]

# Entries: action, message pattern, category, module pattern, line; first match wins.
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
_defaultaction = "default"
_onceregistry = {}
_state = [1]
_actions = ("error", "ignore", "always", "all", "default", "module", "once")


class WarningMessage:
    """One warning as showwarning gets it."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return "{message : %r, category : %r, filename : %r, lineno : %s, line : %r}" % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


def formatwarning(message, category, filename, lineno, line=None):
    """The text of a warning."""
    return _format(WarningMessage(message, category, filename, lineno, None, line))


def _format(msg):
    text = "%s:%s: %s: %s\n" % (msg.filename, msg.lineno, msg.category.__name__, msg.message)
    line = msg.line
    if line is None:
        try:
            import linecache
            line = linecache.getline(msg.filename, msg.lineno)
        except Exception:
            line = None
    if line:
        text += "  %s\n" % line.strip()
    # With no frame the program is over, and has no tracemalloc any more.
    if msg.source is not None and msg.filename not in ("sys", "<sys>"):
        text += ("%s: Enable tracemalloc to get the object allocation traceback\n"
                 % msg.category.__name__)
    return text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes a warning to a file, sys.stderr by default."""
    _show(WarningMessage(message, category, filename, lineno, file, line))


_showwarning_orig = showwarning
_formatwarning_orig = formatwarning


def _show(msg):
    file = sys.stderr if msg.file is None else msg.file
    if file is None:
        return
    if formatwarning is not _formatwarning_orig:
        text = formatwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.line)
    else:
        text = _format(msg)
    try:
        file.write(text)
    except OSError:
        pass


def _showwarnmsg(msg):
    show = globals().get("showwarning", _showwarning_orig)  # it may have been deleted
    if show is not _showwarning_orig:
        show(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)
    else:
        _show(msg)


def _check_action(action):
    if action not in _actions:
        raise ValueError("invalid action: %r" % (action,))


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Adds a filter with patterns for message and module."""
    _check_action(action)
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    if message or module:
        import re
        message = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    _add((action, message or None, category, module or None, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Adds a filter for all messages and modules."""
    _check_action(action)
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")
    _add((action, None, category, None, lineno), append)


def _add(entry, append):
    if append:
        if entry not in filters:
            filters.append(entry)
    else:
        if entry in filters:
            filters.remove(entry)
        filters.insert(0, entry)
    _filters_mutated()


def _filters_mutated():
    _state[0] += 1


def resetwarnings():
    """Removes all filters."""
    filters[:] = []
    _filters_mutated()


def _matches(pattern, text):
    if pattern is None:
        return True
    if isinstance(pattern, str):
        return pattern == text
    return pattern.match(text) is not None


def warn_explicit(message, category, filename, lineno, module=None, registry=None,
                  module_globals=None, source=None):
    """Gives a warning for a place that the caller names."""
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _state[0]:
        registry.clear()
        registry["version"] = _state[0]
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = _defaultaction
    for entry in filters:
        if (issubclass(category, entry[2]) and entry[4] in (0, lineno)
                and _matches(entry[1], text) and _matches(entry[3], module)):
            action = entry[0]
            break
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = 1
        once = (text, category)
        if _onceregistry.get(once):
            return
        _onceregistry[once] = 1
    elif action == "module":
        registry[key] = 1
        other = (text, category, 0)
        if registry.get(other):
            return
        registry[other] = 1
    elif action == "default":
        registry[key] = 1
    _showwarnmsg(WarningMessage(message, category, filename, lineno, None, None, source))


def _place(stacklevel, skip_file_prefixes=()):
    """Globals, file and line of the frame that the warning is about."""
    try:
        frame = sys._getframe(2)
        for _ in range(stacklevel - 1):
            frame = frame.f_back
            while frame is not None and skip_file_prefixes \
                    and frame.f_code.co_filename.startswith(skip_file_prefixes):
                frame = frame.f_back
            if frame is None:
                raise ValueError
    except ValueError:
        if sys.version_info < (3, 13):
            return sys.__dict__, "sys", 1
        return sys.__dict__, "<sys>", 0
    return frame.f_globals, frame.f_code.co_filename, frame.f_lineno


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Gives a warning for the caller, or for a caller further out."""
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError("category must be a Warning subclass, not '%s'"
                        % type(category).__name__)
    names, filename, lineno = _place(max(1, stacklevel), skip_file_prefixes)
    registry = names.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, names.get("__name__", "<string>"),
                  registry, names, source)


class catch_warnings:
    """Restores filters and showwarning on the way out; may record what is shown."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0,
                 append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = []
        if self._record:
            args.append("record=True")
        if self._module is not sys.modules["warnings"]:
            args.append("module=%r" % self._module)
        return "%s(%s)" % (type(self).__name__, ", ".join(args))

    def __enter__(self):
        if self._entered:
            raise RuntimeError("Cannot enter %r twice" % self)
        self._entered = True
        module = self._module
        self._kept = (module.filters, module.showwarning, module._show)
        module.filters = module.filters[:]
        module._filters_mutated()
        log = None
        if self._record:
            log = []
            module._show = log.append
            module.showwarning = module._showwarning_orig
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError("Cannot exit %r without entering first" % self)
        module = self._module
        module.filters, module.showwarning, module._show = self._kept
        module._filters_mutated()


class deprecated:
    """Marks a function or class whose use warns."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError("Expected an object of type str for 'message', not %r"
                            % type(message).__name__)
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        if self.category is None:
            arg.__deprecated__ = self.message
            return arg
        if isinstance(arg, type):
            return self._mark_class(arg)
        from functools import wraps
        text, category, level = self.message, self.category, self.stacklevel

        @wraps(arg)
        def wrapper(*args, **kwargs):
            warn(text, category=category, stacklevel=level + 1)
            return arg(*args, **kwargs)

        arg.__deprecated__ = wrapper.__deprecated__ = text
        return wrapper

    def _mark_class(self, cls):
        text, category, level = self.message, self.category, self.stacklevel
        original = cls.__new__

        def __new__(made, /, *args, **kwargs):
            if made is cls:
                warn(text, category=category, stacklevel=level + 1)
            if original is not object.__new__:
                return original(made, *args, **kwargs)
            return original(made)

        cls.__new__ = staticmethod(__new__)
        cls.__deprecated__ = text
        return cls


def _warn_unawaited_coroutine(coro):
    text = "coroutine '%s' was never awaited" % coro.__qualname__
    if coro.cr_origin is not None:
        from traceback import StackSummary
        places = [(file, line, function, None) for file, line, function in reversed(coro.cr_origin)]
        made = "".join(StackSummary.from_list(places).format())
        text += "\nCoroutine created at (most recent call last)\n" + made.rstrip()
    warn(text, category=RuntimeWarning, stacklevel=2, source=coro)


def _category_named(name):
    if not name:
        return Warning
    module, _, cls = name.rpartition(".")
    if module in ("", "builtins"):
        import builtins
        found = getattr(builtins, cls, None)
        if found is None:
            raise ValueError("unknown warning category: %r" % (name,))
    else:
        try:
            found = getattr(__import__(module, None, None, [cls]), cls)
        except ImportError:
            raise ValueError("invalid module name: %r" % (module,)) from None
        except AttributeError:
            raise ValueError("unknown warning category: %r" % (name,)) from None
    if not (isinstance(found, type) and issubclass(found, Warning)):
        raise ValueError("invalid warning category: %r" % (name,))
    return found


def _apply(option):
    parts = [part.strip() for part in option.split(":")]
    if len(parts) > 5:
        raise ValueError("too many fields (max 5): %r" % (option,))
    action, message, category, module, line = parts + [""] * (5 - len(parts))
    names = [a for a in _actions if action and a.startswith(action)]
    if action and not names:
        raise ValueError("invalid action: %r" % (action,))
    action = names[0] if names else "default"
    if action == "all":
        action = "always"
    category = _category_named(category)
    if line:
        try:
            lineno = int(line)
            if lineno < 0:
                raise ValueError
        except (ValueError, OverflowError):
            raise ValueError("invalid lineno %r" % (line,)) from None
    else:
        lineno = 0
    import re
    filterwarnings(action, re.escape(message) if message else "", category,
                   re.escape(module) + r"\Z" if module else "", lineno)


for _option in sys.warnoptions:
    try:
        _apply(_option)
    except ValueError as _problem:
        print("Invalid -W option ignored:", _problem, file=sys.stderr)
