"""Headers with characters that mail has no room for."""

import binascii
import re

from email import charset as _charset
from email.charset import BASE64, Charset, QP
from email.encoders import base64_lines
from email.errors import HeaderParseError

__all__ = ["Header", "decode_header", "make_header"]

_word = re.compile(r"=\?([^?]*?)\?([qQbB])\?(.*?)\?=")
_embedded = re.compile(r"\n[^ \t]+:")
MAXLINELEN = 78


def _q(data):
    return "".join([chr(b) if chr(b).isalnum() and b < 128 or b in b"!*+-/" else "_" if b == 32 else "=%02X" % b
                    for b in data])


def encoded_word(text, charset):
    """Text as one encoded word, in the shorter of two ways if either will do."""
    data = text.encode(charset.output_codec or "ascii", "surrogateescape")
    short, long = _q(data), binascii.b2a_base64(data, newline=False).decode("ascii")
    way = charset.header_encoding
    if way == BASE64 or way != QP and len(long) < len(short):
        return "=?%s?b?%s?=" % (charset.output_charset, long)
    return "=?%s?q?%s?=" % (charset.output_charset, short)


def decode_header(header):
    """The parts of a header, each with its character set."""
    if hasattr(header, "_chunks"):
        return [(_raw(text, charset), str(charset)) for text, charset in header._chunks]
    if not _word.search(header):
        return [(header, None)]
    found = []
    for line in header.splitlines():
        parts = _word.split(line)
        plain = parts[0].lstrip()
        if plain:
            found.append((plain, None, None))
        for i in range(1, len(parts), 4):
            found.append((parts[i + 2], parts[i + 1].lower(), parts[i].lower()))
            if parts[i + 3]:
                found.append((parts[i + 3], None, None))
    # Space between two encoded words counts for nothing.
    kept = [one for i, one in enumerate(found) if one[1] or one[0].strip() or
            not (0 < i < len(found) - 1 and found[i - 1][1] and found[i + 1][1])]
    joined = []
    for text, way, charset in kept:
        data = text.encode("raw-unicode-escape") if way is None else _decoded(text, way)
        if joined and joined[-1][1] == charset:
            joined[-1] = joined[-1][0] + (b" " if charset is None else b"") + data, charset
        else:
            joined.append((data, charset))
    return joined


def _decoded(text, way):
    if way == "q":
        return binascii.a2b_qp(text.replace("_", "=20").encode("ascii", "replace"), header=False)
    try:
        return binascii.a2b_base64(text + "===" [:-len(text) % 4])
    except binascii.Error:
        raise HeaderParseError("Base64 decoding error")


def _raw(text, charset):
    return text.encode(charset.input_codec or "ascii", "surrogateescape")


def make_header(decoded_seq, maxlinelen=None, header_name=None, continuation_ws=" "):
    """The Header of such parts."""
    made = Header(maxlinelen=maxlinelen, header_name=header_name, continuation_ws=continuation_ws)
    for text, charset in decoded_seq:
        made.append(text, charset if charset is None or isinstance(charset, Charset) else Charset(charset))
    return made


class Header:
    """A header of parts in several character sets."""

    def __init__(self, s=None, charset=None, maxlinelen=None, header_name=None, continuation_ws=" ", errors="strict"):
        self._charset = charset if isinstance(charset, Charset) else Charset(charset or "us-ascii")
        self._continuation_ws, self._maxlinelen = continuation_ws, MAXLINELEN if maxlinelen is None else maxlinelen
        self._headerlen = 0 if header_name is None else len(header_name) + 2
        self._chunks = []
        if s is not None:
            self.append(s, charset, errors)

    def append(self, s, charset=None, errors="strict"):
        """Adds a part."""
        if charset is None:
            charset = self._charset
        elif not isinstance(charset, Charset):
            charset = Charset(charset)
        if not isinstance(s, str):
            s = s.decode(charset.input_codec or "us-ascii", "surrogateescape" if charset == _charset.UNKNOWN8BIT
                         else errors)
        elif str(charset) != _charset.UNKNOWN8BIT:
            try:
                s.encode(charset.output_codec or "us-ascii", errors)
            except UnicodeEncodeError:
                if charset.output_charset != "us-ascii":
                    raise
                charset = Charset("utf-8")
        self._chunks.append((s, charset))

    def __str__(self):
        out = []
        before = None
        for text, charset in self._chunks:
            plain = charset in ("us-ascii",)
            if before is not None and text and before != plain and not out[-1][-1:].isspace() and not text[0].isspace():
                out.append(" ")
            out.append("".join(c if not "\udc80" <= c <= "\udcff" else "\ufffd" for c in text))
            before = plain
        return "".join(out)

    def __eq__(self, other):
        return other == str(self)

    def encode(self, splitchars=";, \t", maxlinelen=None, linesep="\n"):
        """The header as it goes into a message, folded."""
        room = self._maxlinelen if maxlinelen is None else maxlinelen
        room = room or 1000000
        lines = [""]
        width = [self._headerlen]
        merged = []
        for text, charset in self._chunks:
            if merged and merged[-1][1] == charset:
                merged[-1] = merged[-1][0] + (" " if not merged[-1][0][-1:].isspace() else "") + text, charset
            else:
                merged.append((text, charset))
        for index, (text, charset) in enumerate(merged):
            if index and not lines[-1][-1:].isspace():
                lines[-1] += " "
            if not charset.header_encoding:
                self._plain(lines, width, text, room)
            else:
                self._words(lines, width, text, charset, room)
        value = linesep.join(lines)
        if _embedded.search(value):
            raise HeaderParseError("header value appears to contain an embedded header: {!r}".format(value))
        return value

    def _plain(self, lines, width, text, room):
        for number, line in enumerate(text.splitlines() or [""]):
            if number:
                lines.append(line)
                width.append(0)
            else:
                lines[-1] += line
            while width[-1] + len(lines[-1]) > room:
                head, tail = _break(lines[-1], room - width[-1])
                if not tail:
                    break
                lines[-1] = head
                lines.append(self._continuation_ws + tail.lstrip())
                width.append(0)

    def _words(self, lines, width, text, charset, room):
        if room == 1000000:
            lines[-1] += encoded_word(text, charset)
            return
        at = 0
        while at < len(text):
            free = room - width[-1] - len(lines[-1])
            n = len(text) - at
            while n > 1 and len(encoded_word(text[at:at + n], charset)) > free:
                n -= 1
            lines[-1] += encoded_word(text[at:at + n], charset)
            at += n
            if at < len(text):
                lines.append(self._continuation_ws)
                width.append(0)


def _break(line, room):
    """A line up to the last good place to break, and what is behind."""
    for marks in ";", ",", " \t":
        for at in range(min(room, len(line) - 1), 0, -1):
            if line[at] in " \t" and line[:at].strip() and (marks == " \t" or line[at - 1] in marks):
                return line[:at], line[at:]
    for at in range(room + 1, len(line)):
        if line[at] in " \t" and line[:at].strip():
            return line[:at], line[at:]
    return line, ""
