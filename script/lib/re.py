"""Regular expressions; the engine is the native module _re."""

import enum as _enum
import copyreg
import sys as _sys

from _re import Match, Pattern, compile as _build

__all__ = ["match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer",
           "compile", "purge", "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S",
           "X", "U", "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE",
           "UNICODE", "NOFLAG", "RegexFlag", "PatternError"]


@_enum.global_enum
class RegexFlag(_enum.IntFlag, boundary=_enum.KEEP):
    NOFLAG = 0
    ASCII = A = 256
    IGNORECASE = I = 2
    LOCALE = L = 4
    UNICODE = U = 32
    MULTILINE = M = 8
    DOTALL = S = 16
    VERBOSE = X = 64
    DEBUG = 128
    __str__ = object.__str__
    _numeric_repr_ = hex


class PatternError(Exception):
    """A text that is no valid pattern or template."""

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


PatternError.__module__ = "re"
error = PatternError
if _sys.version_info < (3, 13):
    error.__name__ = error.__qualname__ = "error"

_cache = {}
_MAXCACHE = 512


def _compile(pattern, flags):
    if isinstance(flags, RegexFlag):
        flags = flags.value
    try:
        return _cache[type(pattern), pattern, flags]
    except KeyError:
        pass
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    made = _build(pattern, flags, PatternError)
    if not flags & 128:
        if len(_cache) >= _MAXCACHE:
            del _cache[next(iter(_cache))]
        _cache[type(pattern), pattern, flags] = made
    return made


def compile(pattern, flags=0):
    """The Pattern of a text."""
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    """A Match at the beginning of string, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """A Match of all of string, or None."""
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    """The first Match anywhere in string, or None."""
    return _compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    """The texts of all matches: of the group, or tuples of the groups, if there are any."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """All matches, one after the other."""
    return _compile(pattern, flags).finditer(string)


_absent = object()


def _late(name, args, names, given):
    # Arguments that once were positional are, with a warning.
    import warnings
    if len(args) > len(names):
        raise TypeError(f"{name}() takes from {given} to {given + len(names)} positional arguments "
                        f"but {given + len(args)} were given")
    warnings.warn(f"'{names[0]}' is passed as positional argument", DeprecationWarning, stacklevel=3)
    return args


def sub(pattern, repl, string, *args, count=_absent, flags=_absent):
    """string with the matches replaced by a template or by what a function gives."""
    if args:
        if count is not _absent:
            raise TypeError("sub() got multiple values for argument 'count'")
        count, *args = _late("sub", args, ("count", "flags"), 3)
        if args:
            if flags is not _absent:
                raise TypeError("sub() got multiple values for argument 'flags'")
            flags, = args
    return _compile(pattern, 0 if flags is _absent else flags).sub(
        repl, string, 0 if count is _absent else count)


def subn(pattern, repl, string, *args, count=_absent, flags=_absent):
    """As sub, with the number of replacements."""
    if args:
        if count is not _absent:
            raise TypeError("subn() got multiple values for argument 'count'")
        count, *args = _late("subn", args, ("count", "flags"), 3)
        if args:
            if flags is not _absent:
                raise TypeError("subn() got multiple values for argument 'flags'")
            flags, = args
    return _compile(pattern, 0 if flags is _absent else flags).subn(
        repl, string, 0 if count is _absent else count)


def split(pattern, string, *args, maxsplit=_absent, flags=_absent):
    """What stands between the matches, the groups' texts included."""
    if args:
        if maxsplit is not _absent:
            raise TypeError("split() got multiple values for argument 'maxsplit'")
        maxsplit, *args = _late("split", args, ("maxsplit", "flags"), 2)
        if args:
            if flags is not _absent:
                raise TypeError("split() got multiple values for argument 'flags'")
            flags, = args
    return _compile(pattern, 0 if flags is _absent else flags).split(
        string, 0 if maxsplit is _absent else maxsplit)


def purge():
    """Forgets the patterns compiled so far."""
    _cache.clear()


_special = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    """A pattern that matches just this text."""
    if isinstance(pattern, str):
        return pattern.translate(_special)
    return str(pattern, "latin1").translate(_special).encode("latin1")


class Scanner:
    """Splits a text into tokens: of pairs of a pattern and what to make of its matches,
    a function, a value, or None for nothing."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self._rules = [(compile(phrase, flags), action) for phrase, action in lexicon]
        self.match = None

    def scan(self, string):
        """The tokens, and the rest of the string from where no pattern matches."""
        tokens = []
        at = 0
        while True:
            for pattern, action in self._rules:
                found = pattern.match(string, at)
                if found:
                    break
            else:
                break
            if found.end() == at:
                break
            if callable(action):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                tokens.append(action)
            at = found.end()
        return tokens, string[at:]


def _remake(pattern):
    return _compile, (pattern.pattern, pattern.flags)


copyreg.pickle(Pattern, _remake)
