"""Messages from text."""

from io import StringIO, TextIOWrapper

from email._policy import compat32
from email.feedparser import BytesFeedParser, FeedParser

__all__ = ["Parser", "HeaderParser", "BytesParser", "BytesHeaderParser", "FeedParser", "BytesFeedParser"]


class Parser:
    """Reads messages."""

    def __init__(self, _class=None, *, policy=compat32):
        self._class, self.policy = _class, policy

    def parse(self, fp, headersonly=False):
        """The message in a file."""
        feed = FeedParser(self._class, policy=self.policy)
        if headersonly:
            feed._set_headersonly()
        feed.feed(fp.read())
        return feed.close()

    def parsestr(self, text, headersonly=False):
        """The message that a str is."""
        return self.parse(StringIO(text), headersonly)


class HeaderParser(Parser):
    """Reads the headers of messages only."""

    def parse(self, fp, headersonly=True):
        return super().parse(fp, True)

    def parsestr(self, text, headersonly=True):
        return super().parsestr(text, True)


class BytesParser:
    """Reads messages of bytes."""

    _reader = Parser

    def __init__(self, *args, **kw):
        self.parser = self._reader(*args, **kw)

    def parse(self, fp, headersonly=False):
        """The message in a file."""
        return self.parsebytes(fp.read(), headersonly)

    def parsebytes(self, text, headersonly=False):
        """The message that bytes are."""
        return self.parser.parsestr(text.decode("ascii", "surrogateescape"), headersonly)


class BytesHeaderParser(BytesParser):
    """Reads the headers of messages of bytes only."""

    _reader = HeaderParser
