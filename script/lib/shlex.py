"""Splits text as a shell would."""

from _shlexer import shlex

__all__ = ["shlex", "split", "quote", "join"]

_safe = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")


def quote(s):
    """s as one shell word."""
    if not isinstance(s, str):
        raise TypeError("expected string or bytes-like object, got %r" % type(s).__name__)
    if not s:
        return "''"
    if all(c in _safe for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    """Words as one command line."""
    return " ".join([quote(word) for word in split_command])


def split(s, comments=False, posix=True):
    """The words of a command line; quotes and backslashes as in a POSIX shell."""
    if s is None:
        raise ValueError("s argument must not be None")
    words, word, at = [], None, 0
    while at < len(s):
        c = s[at]
        at += 1
        if c in " \t\r\n":
            if word is not None:
                words.append(word)
                word = None
        elif comments and c == "#":
            while at < len(s) and s[at] != "\n":
                at += 1
        elif c == "\\" and posix:
            if at >= len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[at]
            at += 1
        elif c in "'\"" and (posix or word is None):
            piece, at = _quoted(s, at, c, posix)
            word = (word or "") + (piece if posix else c + piece + c)
        else:
            word = (word or "") + c
    if word is not None:
        words.append(word)
    return words


def _quoted(s, at, mark, posix):
    """The text up to the closing quote, and the position after it."""
    out = []
    while at < len(s):
        c = s[at]
        at += 1
        if c == mark:
            return "".join(out), at
        if posix and c == "\\" and mark == '"':
            if at >= len(s):
                raise ValueError("No escaped character")
            # Inside double quotes a backslash is itself before most characters.
            if s[at] not in '"\\':
                out.append("\\")
            out.append(s[at])
            at += 1
        else:
            out.append(c)
    raise ValueError("No closing quotation")
