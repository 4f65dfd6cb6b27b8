"""Names that match a shell's pattern: * ? [seq] [!seq]."""

import functools
import os
import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def fnmatchcase(name, pat):
    return _matcher(pat)(name) is not None


def filter(names, pat):
    match = _matcher(os.path.normcase(pat))
    return [name for name in names if match(os.path.normcase(name))]


@functools.lru_cache(maxsize=32768, typed=True)
def _matcher(pat):
    if isinstance(pat, bytes):
        return re.compile(translate(pat.decode("latin-1")).encode("latin-1")).match
    return re.compile(translate(pat)).match


def translate(pat):
    """The regular expression of a pattern."""
    pieces = _pieces(pat, "*", ".")
    return f"(?s:{_join_stars(pieces)})\\Z"


def _pieces(pat, star, any_char):
    """The pattern's parts as regular expressions; runs of * become one star."""
    out = []
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            while i < len(pat) and pat[i] == "*":
                i += 1
            out.append(star)
        elif c == "?":
            out.append(any_char)
        elif c == "[":
            set_, i = _charset(pat, i)
            out.append(set_)
        else:
            out.append(re.escape(c))
    return out


def _charset(pat, i):
    """The regular expression of the set that begins at i, and where it ends."""
    close = i
    if close < len(pat) and pat[close] == "!":
        close += 1
    if close < len(pat) and pat[close] == "]":
        close += 1
    close = pat.find("]", close)
    if close < 0:
        return "\\[", i
    body = pat[i:close]
    if "-" not in body:
        body = body.replace("\\", r"\\")
    else:
        chunks = []
        begin = i
        k = i + 2 if pat[i] == "!" else i + 1
        while (k := pat.find("-", k, close)) >= 0:
            chunks.append(pat[begin:k])
            begin = k + 1
            k += 3
        if pat[begin:close]:
            chunks.append(pat[begin:close])
        else:
            chunks[-1] += "-"
        for n in range(len(chunks) - 1, 0, -1):
            if chunks[n - 1][-1] > chunks[n][0]:  # a range of nothing
                chunks[n - 1:n + 1] = [chunks[n - 1][:-1] + chunks[n][1:]]
        body = "-".join(s.replace("\\", r"\\").replace("-", r"\-") for s in chunks)
    close += 1
    if not body:
        return "(?!)", close
    if body == "!":
        return ".", close
    body = re.sub(r"([&~|])", r"\\\1", body)
    if body[0] == "!":
        body = "^" + body[1:]
    elif body[0] in "^[":
        body = "\\" + body
    return f"[{body}]", close


def _join_stars(pieces):
    """Joins the parts so that a failed match does not try every split."""
    out = []
    i = 0
    while i < len(pieces) and pieces[i] != "*":
        out.append(pieces[i])
        i += 1
    while i < len(pieces):
        i += 1
        begin = i
        while i < len(pieces) and pieces[i] != "*":
            i += 1
        fixed = "".join(pieces[begin:i])
        if i == len(pieces):
            out.append(".*" + fixed)
        elif fixed:
            out.append(f"(?>.*?{fixed})")
    return "".join(out)
