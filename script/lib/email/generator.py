"""Messages as text."""

import copy
import random
import re
import sys
import time
from io import BytesIO, StringIO

from email.errors import HeaderWriteError

__all__ = ["Generator", "DecodedGenerator", "BytesGenerator"]

_eol = re.compile(r"\r\n|\r|\n")
_from = re.compile(r"^From ", re.MULTILINE)


def _odd(text):
    return any("\udc80" <= c <= "\udcff" for c in text)


class Generator:
    """Writes messages to a file."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, *, policy=None):
        self._fp, self.maxheaderlen, self.policy = outfp, maxheaderlen, policy
        if mangle_from_ is None:
            mangle_from_ = True if policy is None else policy.mangle_from_
        self._mangle_from_ = mangle_from_

    def write(self, s):
        self._fp.write(s)

    def flatten(self, msg, unixfrom=False, linesep=None):
        """Writes a message."""
        policy = msg.policy if self.policy is None else self.policy
        if linesep is not None:
            policy = policy.clone(linesep=linesep)
        if self.maxheaderlen is not None:
            policy = policy.clone(max_line_length=self.maxheaderlen)
        self._NL = policy.linesep
        kept = self.policy, msg.policy
        self.policy = msg.policy = policy
        try:
            if unixfrom:
                line = msg.get_unixfrom() or "From nobody " + time.ctime(time.time())
                self.write(line + self._NL)
            self._write(msg)
        finally:
            self.policy, msg.policy = kept

    def clone(self, fp):
        """One like this that writes to another file."""
        return self.__class__(fp, self._mangle_from_, None, policy=self.policy)

    def _text_of(self, part, inside=True):
        """A part as text."""
        out = self._buffer()
        self.clone(out).flatten(part, unixfrom=False, linesep=self._NL)
        return self._unwrapped(out)

    def _buffer(self):
        return StringIO()

    def _unwrapped(self, out):
        return out.getvalue()

    def _write(self, msg):
        body, msg = self._body(msg)
        self._write_headers(msg)
        self.write(body)

    def _body(self, msg):
        """The text behind the headers, and the message with headers that fit it."""
        main = msg.get_content_maintype()
        if main == "multipart":
            payload = msg.get_payload()
            if payload is None or isinstance(payload, (list, tuple)):
                return self._multipart(msg, payload or []), msg
        elif msg.get_content_type() == "message/delivery-status":
            return self._NL.join(self._text_of(part) for part in msg.get_payload()), msg
        elif main == "message" and isinstance(msg.get_payload(), list):
            return self._text_of(msg.get_payload(0)), msg
        return self._text(msg)

    def _text(self, msg):
        payload = msg.get_payload() if msg._payload is None else msg._payload
        if payload is None:
            return "", msg
        if not isinstance(payload, str):
            raise TypeError("string payload expected: %s" % type(payload))
        if _odd(payload):
            charset = msg.get_param("charset")
            if charset is not None:
                made = copy.deepcopy(msg)
                del made["content-transfer-encoding"]
                made.set_payload(msg._payload, charset)
                payload = made.get_payload()
                # The headers stay where they are.
                msg = copy.deepcopy(msg)
                for name in "content-transfer-encoding", "content-type":
                    if name in msg:
                        msg.replace_header(name, made[name])
                    else:
                        msg[name.title()] = made[name]
            else:
                payload = msg.get_payload()
        if self._mangle_from_:
            payload = _from.sub(">From ", payload)
        return self._lines(payload), msg

    def _lines(self, text):
        return _eol.sub(self._NL, text)

    def _multipart(self, msg, parts):
        texts = [self._text_of(part) for part in parts] if not isinstance(parts, str) else [parts]
        boundary = msg.get_boundary()
        if not boundary:
            boundary = self._make_boundary(self._NL.join(texts))
            msg.set_boundary(boundary)
        out = []
        if msg.preamble is not None:
            preamble = _from.sub(">From ", msg.preamble) if self._mangle_from_ else msg.preamble
            out += [self._lines(preamble), self._NL]
        line = "--" + boundary
        out += [line, self._NL, (self._NL + line + self._NL).join(texts), self._NL, line, "--", self._NL]
        if msg.epilogue is not None:
            out.append(self._lines(_from.sub(">From ", msg.epilogue) if self._mangle_from_ else msg.epilogue))
        return "".join(out)

    @classmethod
    def _make_boundary(cls, text=None):
        """One that no line of text is."""
        width = len(repr(sys.maxsize - 1))
        base = boundary = "=" * 15 + "%0*d" % (width, random.randrange(sys.maxsize)) + "=="
        number = 0
        while text is not None and re.search("^--" + re.escape(boundary) + "(--)?$", text, re.MULTILINE):
            boundary = base + "." + str(number)
            number += 1
        return boundary

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            folded = self.policy.fold(name, value)
            if self.policy.verify_generated_headers:
                if not folded.endswith(self._NL):
                    raise HeaderWriteError(f"folded header does not end with {self._NL!r}: {folded!r}")
                if re.search(r"\n[^ \t]", folded.removesuffix(self._NL).replace("\r\n", "\n")):
                    raise HeaderWriteError(f"folded header contains newline: {folded!r}")
            self.write(folded)
        self.write(self._NL)


class BytesGenerator(Generator):
    """Writes messages as bytes."""

    def write(self, s):
        self._fp.write(s.encode("ascii", "surrogateescape"))

    def _buffer(self):
        return BytesIO()

    def _unwrapped(self, out):
        return out.getvalue().decode("ascii", "surrogateescape")

    def _text(self, msg):
        payload = msg._payload
        if isinstance(payload, str) and _odd(payload) and self.policy.cte_type != "7bit":
            if self._mangle_from_:
                payload = _from.sub(">From ", payload)
            return self._lines(payload), msg
        return super()._text(msg)

    def _write_headers(self, msg):
        for name, value in msg.raw_items():
            self._fp.write(self.policy.fold_binary(name, value))
        self.write(self._NL)


class DecodedGenerator(Generator):
    """Writes the text of messages, and a line for what is none."""

    def __init__(self, outfp, mangle_from_=None, maxheaderlen=None, fmt=None, *, policy=None):
        super().__init__(outfp, mangle_from_, maxheaderlen, policy=policy)
        self._fmt = fmt or "[Non-text (%(type)s) part of message omitted, filename %(filename)s]"

    def _body(self, msg):
        out = []
        for part in msg.walk():
            main = part.get_content_maintype()
            if main == "text":
                out.append(part.get_payload(decode=False) + "\n")
            elif main != "multipart":
                out.append(self._fmt % {
                    "type": part.get_content_type(), "maintype": main, "subtype": part.get_content_subtype(),
                    "filename": part.get_filename("[no filename]"),
                    "description": part.get("Content-Description", "[no description]"),
                    "encoding": part.get("Content-Transfer-Encoding", "[no encoding]")} + "\n")
        return "".join(out), msg
