"""Python source as tokens, comments and line ends among them."""

import builtins
import codecs
import collections
import io
import re
import sys
import token
from token import *
from token import EXACT_TOKEN_TYPES

__all__ = token.__all__ + ["tokenize", "generate_tokens", "detect_encoding", "untokenize", "TokenInfo", "open",
                           "TokenError"]

_split_strings = sys.version_info >= (3, 12)
_prefix = r"(?:[rR][bB]?|[bB][rR]?|[uU]|[fF][rR]?|[rR][fF])?"
_start = re.compile("(" + _prefix + r")('''|" + '"""|' + "['\"])")
_digits = r"[0-9](?:_?[0-9])*"
_exponent = r"(?:[eE][-+]?" + _digits + ")"
_number = re.compile(
    r"0[xX](?:_?[0-9a-fA-F])+|0[bB](?:_?[01])+|0[oO](?:_?[0-7])+"
    r"|(?:(?:" + _digits + r"\.(?:" + _digits + r")?|\." + _digits + ")" + _exponent + "?|" + _digits + _exponent
    + ")[jJ]?|" + _digits + "[jJ]?")
_name = re.compile(r"[a-zA-Z_\x80-\U0010ffff][\w\x80-\U0010ffff]*")
_blank = re.compile(r"[ \t\f]*")
_sign = re.compile("|".join(re.escape(s) for s in sorted([*EXACT_TOKEN_TYPES, "<>"], key=len, reverse=True)))
_cookie = re.compile(r"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
_empty_line = re.compile(br"^[ \t\f]*(?:[#\r\n]|$)", re.ASCII)


class TokenError(Exception):
    """What cannot be taken apart."""


class TokenInfo(collections.namedtuple("TokenInfo", "type string start end line")):
    """One token, where it begins and ends, and the lines it is on."""

    def __repr__(self):
        shown = self._replace(type="%d (%s)" % (self.type, tok_name[self.type]))
        return "TokenInfo(type=%s, string=%r, start=%r, end=%r, line=%r)" % shown

    @property
    def exact_type(self):
        """The type, for an operator that of its own."""
        return EXACT_TOKEN_TYPES.get(self.string, self.type) if self.type == OP else self.type


class _Field:
    """An f-string that is being read, and where in it."""

    def __init__(self, prefix, quote, start):
        self.raw = "r" in prefix.lower()
        self.quote = quote
        self.start = start
        self.depths = []  # of brackets, where each open replacement field began
        self.specs = []  # whether that field is in its format


class _Scanner:
    def __init__(self, lines):
        self.lines = lines
        self.text = "".join(lines)
        self.starts = [0]
        for line in lines:
            self.starts.append(self.starts[-1] + len(line))
        self.row = 0  # of the position, from 0
        self.at = 0
        self.brackets = []
        self.fields = []
        self.after_field = False

    def place(self, at, row=None):
        """Row and column of a position; row is one to begin looking from."""
        row = self.row if row is None else row
        while row + 1 < len(self.starts) and at >= self.starts[row + 1]:
            row += 1
        return row, at - self.starts[row]

    def make(self, kind, end, start=None):
        """The token from start, or where the scanner is, to end."""
        if start is None:
            start = self.at
        row, column = self.place(start)
        last, end_column = self.place(end, row)
        if end > start and end_column == 0 and kind != FSTRING_MIDDLE:
            last -= 1
            end_column = end - self.starts[last]
        self.row, self.at = self.place(end, row)[0], end
        line = "".join(self.lines[row:last + 1])
        return TokenInfo(kind, self.text[start:end], (row + 1, column), (last + 1, end_column), line)

    def fail(self, message, at):
        row, column = self.place(at, 0)
        raise TokenError(message, (row + 1, column + 1))

    def run(self):
        indents = [0]
        begun = False  # whether the logical line has tokens
        total = len(self.text)
        while self.at < total:
            if self.fields and not self.in_expression():
                yield from self.middle()
                continue
            if not begun and not self.brackets and not self.fields and self.at == self.starts[self.row]:
                end = _blank.match(self.text, self.at).end()
                if end < total and self.text[end] not in "#\r\n\\":
                    yield from self.indentation(indents, end)
                self.at = end
                if end >= total:
                    break
            self.at = _blank.match(self.text, self.at).end()
            if self.at >= total:
                break
            c = self.text[self.at]
            if c == "#":
                yield self.make(COMMENT, self.line_end(self.at))
                if self.at == total:
                    yield self.end_of_text(NEWLINE if begun and not self.brackets else NL)
                    begun = begun and bool(self.brackets)
            elif c == "\n" or self.text.startswith("\r\n", self.at):
                whole = begun and not self.brackets and not self.fields
                yield self.make(NEWLINE if whole else NL, self.at + (1 if c == "\n" else 2))
                if whole:
                    begun = False
            elif c == "\\" and self.text[self.at + 1:self.at + 2] in ("\n", "\r"):
                self.at += 3 if self.text.startswith("\r\n", self.at + 1) else 2
                self.row += 1
                if self.at >= total:
                    raise TokenError("unexpected EOF in multi-line statement", (self.row, 0))
            elif c == "\\" and self.at + 1 == total:
                raise TokenError("unexpected EOF in multi-line statement", (self.row + 1, self.at - self.starts[self.row] + 2))
            else:
                begun = True
                yield from self.ordinary()
        if self.fields:
            self.unfinished()
        if self.brackets:
            raise TokenError("unexpected EOF in multi-line statement", (len(self.lines), 0))
        if begun:
            yield self.end_of_text(NEWLINE)
        end = len(self.lines) + 1, 0
        for _ in indents[1:]:
            yield TokenInfo(DEDENT, "", end, end, "")
        yield TokenInfo(ENDMARKER, "", end, end, "")

    def end_of_text(self, kind):
        """The end of a last line that has none."""
        row = len(self.lines) - 1
        column = len(self.lines[row])
        return TokenInfo(kind, "", (row + 1, column), (row + 1, column + 1), self.lines[row])

    def line_end(self, at):
        end = self.text.find("\n", at)
        if end < 0:
            return len(self.text)
        return end - 1 if self.text[end - 1] == "\r" else end

    def indentation(self, indents, end):
        white = self.text[self.at:end].rpartition("\f")[2]
        width = other = 0
        for c in white:
            width = (width // 8 + 1) * 8 if c == "\t" else width + 1
            other += 1
        known = [w for w, _ in self.widths(indents)]
        if width == known[-1]:
            if indents[-1] and other != indents[-1][1]:
                self.tabs(end)
        elif width > known[-1]:
            if indents[-1] and other <= indents[-1][1]:
                self.tabs(end)
            indents.append((width, other))
            yield self.make(INDENT, end)
        else:
            if width not in known:
                line = self.lines[self.row].rstrip("\r\n")
                raise IndentationError("unindent does not match any outer indentation level",
                                       ("<string>", self.row + 1, len(line) + 1, line, None, None))
            while indents[-1] and indents[-1][0] > width:
                indents.pop()
                place = self.row + 1, end - self.starts[self.row]
                yield TokenInfo(DEDENT, "", place, place, self.lines[self.row])
            if indents[-1] and other != indents[-1][1]:
                self.tabs(end)

    def widths(self, indents):
        return [(0, 0)] + indents[1:]

    def tabs(self, end):
        line = self.lines[self.row].rstrip("\r\n")
        raise TabError("inconsistent use of tabs and spaces in indentation",
                       ("<string>", self.row + 1, len(line) + 1, line, None, None))

    def ordinary(self):
        """A string, a number, a name or an operator."""
        text = self.text
        found = _start.match(text, self.at)
        if found:
            prefix, quote = found.groups()
            if _split_strings and "f" in prefix.lower():
                self.fields.append(_Field(prefix, quote, self.at))
                yield self.make(FSTRING_START, found.end())
                return
            yield self.make(STRING, self.string_end(found.end(), quote))
            return
        found = _number.match(text, self.at)
        if found:
            yield self.number(found.end())
            return
        found = _name.match(text, self.at)
        if found:
            yield self.make(NAME, found.end())
            return
        c = text[self.at]
        if self.fields and len(self.brackets) == self.fields[-1].depths[-1] + 1:
            # At the level of the field itself some signs have a meaning of their own.
            if c == ":":
                self.fields[-1].specs[-1] = True
                yield self.make(OP, self.at + 1)
                return
            if c == "!" and not text.startswith("!=", self.at):
                yield self.make(OP, self.at + 1)
                return
        found = _sign.match(text, self.at)
        if not found:
            if c in "$?`":
                yield self.make(OP if _split_strings else ERRORTOKEN, self.at + 1)
                return
            self.odd(self.at)
        sign = found.group()
        if sign in "([{":
            self.brackets.append((sign, self.at))
        elif sign in ")]}":
            self.close(sign)
        yield self.make(OP, found.end())
        self.after_field = sign == "}" and bool(self.fields)

    def close(self, sign):
        if self.brackets:
            self.brackets.pop()
        if self.fields and self.fields[-1].depths and len(self.brackets) == self.fields[-1].depths[-1]:
            self.fields[-1].depths.pop()
            self.fields[-1].specs.pop()

    def in_expression(self):
        """Whether the innermost f-string is in a replacement field, before its format."""
        field = self.fields[-1]
        return bool(field.depths) and not field.specs[-1]

    def middle(self):
        """The text of an f-string up to the next field or its end."""
        field, text = self.fields[-1], self.text
        spec = bool(field.depths)
        at, begun = self.at, self.at
        after, self.after_field = self.after_field, False
        while True:
            if at >= len(text):
                self.unfinished()
            c = text[at]
            if text.startswith(field.quote, at):
                if at > begun:
                    yield self.make(FSTRING_MIDDLE, at)
                if spec:
                    self.fail("f-string: expecting '}'", at)
                self.fields.pop()
                yield self.make(FSTRING_END, at + len(field.quote))
                return
            if c == "\n" and len(field.quote) == 1:
                if spec:
                    self.fail("f-string: newlines are not allowed in format specifiers for single quoted f-strings", at)
                self.unfinished()
            if c == "\\":
                if not field.raw and text.startswith("\\N{", at) and (end := text.find("}", at)) > 0:
                    at = end + 1
                elif text[at + 1:at + 2] in ("{", "}"):
                    at += 1
                else:
                    at += 2
                continue
            if c in "{}" and not spec and text.startswith(c * 2, at):
                yield self.make(FSTRING_MIDDLE, at + 1)
                at = begun = self.at = at + 2
                continue
            if c == "{":
                if at > begun or spec and text.startswith("{{", at):
                    yield self.make(FSTRING_MIDDLE, at)
                field.depths.append(len(self.brackets))
                field.specs.append(False)
                self.brackets.append(("{", at))
                yield self.make(OP, at + 1)
                return
            if c == "}":
                if not spec:
                    self.fail("f-string: single '}' is not allowed", at)
                if at > begun or after:
                    yield self.make(FSTRING_MIDDLE, at)
                self.close("}")
                yield self.make(OP, at + 1)
                self.after_field = True
                return
            at += 1

    def unfinished(self):
        field = self.fields[-1]
        if len(field.quote) == 3:
            self.fail("unterminated triple-quoted f-string literal (detected at line %d)" % len(self.lines), field.start)
        self.fail("unterminated f-string literal (detected at line %d)" % (self.row + 1), field.start)

    def string_end(self, at, quote):
        text = self.text
        while at < len(text):
            c = text[at]
            if c == "\\":
                at += 3 if text.startswith("\r\n", at + 1) else 2
            elif text.startswith(quote, at):
                return at + len(quote)
            elif c == "\n" and len(quote) == 1:
                break
            else:
                at += 1
        if len(quote) == 3:
            self.fail("EOF in multi-line string", self.at)
        self.fail("unterminated string literal (detected at line %d)" % (self.row + 1), self.at)

    def number(self, end):
        text, digits = self.text, self.text[self.at:end]
        if text.startswith("_", end):
            self.fail("invalid decimal literal", end)
        if digits == "0" and text[end:end + 1] in ("x", "X", "b", "B", "o", "O"):
            kind = {"x": "hexadecimal", "b": "binary", "o": "octal"}[text[end].lower()]
            if text[end + 1:end + 2].isdigit():
                self.fail("invalid digit '%s' in %s literal" % (text[end + 1], kind), end + 1)
            self.fail("invalid %s literal" % kind, end)
        return self.make(NUMBER, end)

    def odd(self, at):
        c = self.text[at]
        if c == "\0":
            raise TokenError("source code cannot contain null bytes", (self.row + 1, 0))
        if c.isprintable():
            self.fail("invalid character '%s' (U+%04X)" % (c, ord(c)), at)
        self.fail("invalid non-printable character U+%04X" % ord(c), at)


def _all_lines(readline):
    lines = []
    while True:
        try:
            line = readline()
        except StopIteration:
            break
        if not line:
            break
        lines.append(line)
    return lines


def generate_tokens(readline):
    """Gives the tokens of source whose lines, of str, readline gives."""
    return _generate(readline)


def _generate(readline):
    yield from _Scanner(_all_lines(readline)).run()


def tokenize(readline):
    """Gives the tokens of source whose lines, of bytes, readline gives; the first is its encoding."""
    encoding, first = detect_encoding(readline)
    start = TokenInfo(ENCODING, "utf-8" if encoding == "utf-8-sig" else encoding, (0, 0), (0, 0), "")
    return _decoded(readline, encoding, first, start)


def _decoded(readline, encoding, first, start):
    yield start
    shown = start.string
    lines = [line.decode(shown) for line in first + _all_lines(readline)]
    yield from _Scanner(lines).run()


def _named(name):
    """An encoding's name as detect_encoding gives it."""
    short = name[:12].lower().replace("_", "-")
    if short == "utf-8" or short.startswith("utf-8-"):
        return "utf-8"
    for latin in "latin-1", "iso-8859-1", "iso-latin-1":
        if short == latin or short.startswith(latin + "-"):
            return "iso-8859-1"
    return name


def detect_encoding(readline):
    """The encoding of source, by a mark or a comment, and the lines read to find it."""
    filename = getattr(getattr(readline, "__self__", None), "name", None)
    marked = False

    def take():
        try:
            return readline()
        except StopIteration:
            return b""

    def failed(message):
        return SyntaxError(message if filename is None else "%s for %r" % (message, filename))

    def cookie(line):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            raise failed("invalid or missing encoding declaration") from None
        found = _cookie.match(text)
        if not found:
            return None
        encoding = _named(found.group(1))
        try:
            codec = codecs.lookup(encoding)
        except LookupError:
            raise SyntaxError("unknown encoding: " + encoding if filename is None else
                              "unknown encoding for %r: %s" % (filename, encoding)) from None
        if not marked:
            return encoding
        if encoding != "utf-8":
            raise SyntaxError("encoding problem: utf-8" if filename is None else
                              "encoding problem for %r: utf-8" % filename)
        return encoding + "-sig"

    lines = [take()]
    if lines[0].startswith(codecs.BOM_UTF8):
        marked = True
        lines[0] = lines[0][3:]
    default = "utf-8-sig" if marked else "utf-8"
    if not lines[0]:
        return default, []
    found = cookie(lines[0])
    if found or not _empty_line.match(lines[0]):
        return found or default, lines
    lines.append(take())
    if not lines[1]:
        return default, lines[:1]
    return cookie(lines[1]) or default, lines


def open(filename):
    """A file of source, opened as text in its own encoding."""
    file = builtins.open(filename, "rb")
    try:
        encoding, _ = detect_encoding(file.readline)
        file.seek(0)
        text = io.TextIOWrapper(file, encoding, line_buffering=True)
        text.mode = "r"
        return text
    except:
        file.close()
        raise


class _Writer:
    """Puts tokens together again."""

    def __init__(self):
        self.out = []
        self.row, self.column = 1, 0
        self.encoding = None

    def space_to(self, start, line):
        row, column = start
        if row < self.row or row == self.row and column < self.column:
            raise ValueError("start ({},{}) precedes previous end ({},{})".format(row, column, self.row, self.column))
        if row > self.row:
            self.out.append("\\\n" * (row - self.row))
            self.column = 0
        if column > self.column:
            self.out.append(" " * (column - self.column))

    def placed(self, tokens):
        indents, at_start = [], False
        for t in tokens:
            if len(t) == 2:
                self.loose([t, *tokens], indents)
                break
            kind, text, start, end, line = t
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind == ENDMARKER:
                break
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                self.row, self.column = end
                continue
            if kind in (NEWLINE, NL):
                at_start = True
            elif at_start and indents:
                if start[1] >= len(indents[-1]):
                    self.out.append(indents[-1])
                    self.column = len(indents[-1])
                at_start = False
            if kind == FSTRING_MIDDLE and ("{" in text or "}" in text):
                text = _doubled(text)
                end = end[0], end[1] + text.count("{{") + text.count("}}")
            self.space_to(start, line)
            self.out.append(text)
            self.row, self.column = end
            if kind in (NEWLINE, NL):
                self.row += 1
                self.column = 0

    def loose(self, tokens, indents):
        """Those without places: with a space behind each word."""
        at_start = bool(tokens) and tokens[0][0] in (NEWLINE, NL)
        after_string = False
        inside = 0
        for t in tokens:
            kind, text = t[:2]
            if kind == ENCODING:
                self.encoding = text
                continue
            if kind in (NAME, NUMBER):
                text += " "
            if kind == STRING:
                if after_string:
                    text = " " + text
                after_string = True
            elif kind == FSTRING_START:
                if after_string:
                    text = " " + text
                after_string = False
            else:
                after_string = kind == FSTRING_END
            if kind == INDENT:
                indents.append(text)
                continue
            if kind == DEDENT:
                indents.pop()
                continue
            if kind in (NEWLINE, NL):
                at_start = True
            elif at_start and indents:
                self.out.append(indents[-1])
                at_start = False
            if kind == FSTRING_MIDDLE:
                text = _doubled(text)
            self.out.append(text)


def _doubled(text):
    """Text of an f-string with its braces as they were written, but for those of names."""
    parts = re.split(r"(\\N\{[^}]*\})", text)
    return "".join(p if i % 2 else p.replace("{", "{{").replace("}", "}}") for i, p in enumerate(parts))


def untokenize(iterable):
    """Source again; bytes if the first token is an encoding."""
    writer = _Writer()
    writer.placed(iter(iterable))
    source = "".join(writer.out)
    return source if writer.encoding is None else source.encode(writer.encoding)


def main():
    """Shows the tokens of a file or of standard input."""
    import argparse
    parser = argparse.ArgumentParser(prog="python -m tokenize")
    parser.add_argument("filename", nargs="?", metavar="filename.py",
                        help="the file to tokenize; defaults to stdin")
    parser.add_argument("-e", "--exact", action="store_true", help="display token names using the exact type")
    args = parser.parse_args()
    try:
        if args.filename:
            with builtins.open(args.filename, "rb") as file:
                tokens = list(tokenize(file.readline))
        else:
            tokens = generate_tokens(sys.stdin.readline)
        for t in tokens:
            kind = t.exact_type if args.exact else t.type
            print("%-20s%-15s%-15r" % ("%d,%d-%d,%d:" % (t.start + t.end), tok_name[kind], t.string))
    except (TokenError, SyntaxError, OSError) as e:
        print("error: %s" % e, file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()
