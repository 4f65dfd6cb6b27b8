"""Messages from text that comes in pieces."""

import re

from email import errors
from email._policy import compat32

__all__ = ["FeedParser", "BytesFeedParser"]

_header = re.compile(r"From |[\x21-\x39\x3b-\x7e\x80-\U0010ffff]*:|[\t ]")
_ends = re.compile(r"(?<=\n)|(?<=\r)(?!\n)")


def _lines(text):
    return [line for line in re.split(_ends, text) if line]


def _without_end(text):
    for end in "\r\n", "\n", "\r":
        if text.endswith(end):
            return text[:-len(end)]
    return text


class FeedParser:
    """Takes in text and gives the message in the end."""

    def __init__(self, _factory=None, *, policy=compat32):
        self.policy = policy
        if _factory is None:
            _factory = policy.message_factory
        if _factory is None:
            from email.message import EmailMessage, Message
            _factory = Message if policy.__class__.__name__ == "Compat32" else EmailMessage
        self._factory = _factory
        self._parts, self._headersonly = [], False

    def _set_headersonly(self):
        self._headersonly = True

    def feed(self, data):
        """Takes in more text."""
        self._parts.append(data)

    def close(self):
        """Reads what came."""
        return self._read(_lines("".join(self._parts)), "text/plain", self._headersonly)

    def _new(self):
        try:
            return self._factory(policy=self.policy)
        except TypeError:
            return self._factory()

    def _read(self, lines, default, headersonly=False):
        message = self._new()
        if default != "text/plain":
            message.set_default_type(default)
        at = self._headers(message, lines)
        self._body(message, lines[at:], headersonly)
        return message

    def _defect(self, message, kind, *args):
        self.policy.handle_defect(message, kind(*args))

    def _headers(self, message, lines):
        """Reads the headers; gives where the body begins."""
        found = []
        at = 0
        while at < len(lines):
            line = lines[at]
            if not _header.match(line):
                if line.strip("\r\n"):
                    self._defect(message, errors.MissingHeaderBodySeparatorDefect)
                else:
                    at += 1
                break
            at += 1
            if line[0] in " \t":
                if found:
                    found[-1].append(line)
                else:
                    self._defect(message, errors.FirstHeaderLineIsContinuationDefect, line)
            elif line.startswith("From "):
                if at == 1:
                    message.set_unixfrom(_without_end(line))
                elif at == len(lines):
                    at -= 1
                    break
                else:
                    self._defect(message, errors.MisplacedEnvelopeHeaderDefect, line)
            elif line[0] == ":":
                self._defect(message, errors.InvalidHeaderDefect, "Missing header name.")
            else:
                found.append([line])
        for one in found:
            message.set_raw(*self.policy.header_source_parse(one))
        return at

    def _body(self, message, lines, headersonly):
        kind = message.get_content_type()
        if headersonly:
            message.set_payload("".join(lines))
        elif kind == "message/delivery-status":
            self._blocks(message, lines)
        elif message.get_content_maintype() == "message":
            message.attach(self._read(lines, "text/plain"))
        elif message.get_content_maintype() == "multipart":
            self._multipart(message, lines)
        else:
            message.set_payload("".join(lines))

    def _blocks(self, message, lines):
        block = []
        for line in lines + ["\n"]:
            if line.strip("\r\n"):
                block.append(line)
            elif block:
                message.attach(self._read(block, "text/plain"))
                block = []

    def _multipart(self, message, lines):
        boundary = message.get_boundary()
        if boundary is None:
            self._defect(message, errors.NoBoundaryInMultipartDefect)
            message.set_payload("".join(lines))
            self._defect(message, errors.MultipartInvariantViolationDefect)
            return
        if str(message.get("content-transfer-encoding", "8bit")).strip().lower() not in ("7bit", "8bit", "binary"):
            self._defect(message, errors.InvalidMultipartContentTransferEncodingDefect)
        mark = re.compile("--" + re.escape(boundary) + r"(?P<last>--)?[ \t]*(?P<end>\r\n|\r|\n)?$")
        sections, closed, at = [[]], False, 0
        while at < len(lines) and not closed:
            found = mark.match(lines[at])
            at += 1
            if not found:
                sections[-1].append(lines[at - 1])
            elif found["last"]:
                if len(sections) == 1:
                    sections.append(None)
                closed = True
            else:
                sections.append([])
        if len(sections) == 1:
            self._defect(message, errors.StartBoundaryNotFoundDefect)
            message.set_payload("".join(sections[0]))
            self._defect(message, errors.MultipartInvariantViolationDefect)
            return
        if sections[0]:
            message.preamble = _without_end("".join(sections[0]))
        default = "message/rfc822" if message.get_content_type() == "multipart/digest" else "text/plain"
        for section in sections[1:]:
            if section is None:
                continue
            if section:
                section[-1] = _without_end(section[-1])
            message.attach(self._read([line for line in section if line], default))
        if message.get_payload() is None:
            message.set_payload("")
        if not closed:
            self._defect(message, errors.CloseBoundaryNotFoundDefect)
            return
        message.epilogue = "".join(lines[at:])


class BytesFeedParser(FeedParser):
    """A FeedParser of bytes."""

    def feed(self, data):
        super().feed(data.decode("ascii", "surrogateescape"))
