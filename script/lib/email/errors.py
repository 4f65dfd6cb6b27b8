"""What can be wrong with messages."""


class MessageError(Exception):
    """The base of the errors."""


class MessageParseError(MessageError):
    """What cannot be read."""


class HeaderParseError(MessageParseError):
    """A header that cannot be read or written."""


class BoundaryError(MessageParseError):
    """No end of a part."""


class MultipartConversionError(MessageError, TypeError):
    """What has no parts."""


class CharsetError(MessageError):
    """A character set that does not go."""


class HeaderWriteError(MessageError):
    """What would come out as something else."""


class MessageDefect(ValueError):
    """Something odd in a message that was read all the same."""

    def __init__(self, line=None):
        if line is not None:
            super().__init__(line)
        self.line = line


for _name in """NoBoundaryInMultipart StartBoundaryNotFound CloseBoundaryNotFound FirstHeaderLineIsContinuation
        MisplacedEnvelopeHeader MissingHeaderBodySeparator MultipartInvariantViolation
        InvalidMultipartContentTransferEncoding UndecodableBytes InvalidBase64Padding InvalidBase64Characters
        InvalidBase64Length""".split():
    globals()[_name + "Defect"] = type(_name + "Defect", (MessageDefect,), {"__module__": __name__})

MalformedHeaderDefect = MissingHeaderBodySeparatorDefect


class HeaderDefect(MessageDefect):
    """Something odd in a header."""

    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)


for _name in "InvalidHeader HeaderMissingRequiredValue NonASCIILocalPart InvalidDate".split():
    globals()[_name + "Defect"] = type(_name + "Defect", (HeaderDefect,), {"__module__": __name__})
