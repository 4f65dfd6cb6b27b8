"""shlex.shlex: words, quotes and single characters of a text, one token a time."""

import sys
from collections import deque
from io import StringIO

_LATIN = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ"
_BETWEEN, _WORD, _PUNCTUATION = " ", "a", "c"


class shlex:
    """Splits as a shell does, or (posix=False) keeping the quotes."""

    __module__ = "shlex"

    def __init__(self, instream=None, infile=None, posix=False, punctuation_chars=False):
        if isinstance(instream, str):
            instream = StringIO(instream)
        self.instream = sys.stdin if instream is None else instream
        self.infile = None if instream is None else infile
        self.posix = posix
        self.eof = None if posix else ""
        self.commenters = "#"
        self.wordchars = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"
        if posix:
            self.wordchars += _LATIN
        self.whitespace = " \t\r\n"
        self.whitespace_split = False
        self.quotes = "'\""
        self.escape = "\\"
        self.escapedquotes = '"'
        self.state = _BETWEEN
        self.pushback = deque()
        self.lineno = 1
        self.debug = 0
        self.token = ""
        self.filestack = deque()
        self.source = None
        marks = "();<>|&" if punctuation_chars is True else punctuation_chars or ""
        self._punctuation_chars = marks
        self._pushback_chars = deque()
        if marks:
            self.wordchars += "~-./*?="
            self.wordchars = self.wordchars.translate(str.maketrans(dict.fromkeys(marks)))

    @property
    def punctuation_chars(self):
        return self._punctuation_chars

    def push_token(self, tok):
        """Has a token come next."""
        self.pushback.appendleft(tok)

    def push_source(self, newstream, newfile=None):
        """Reads from another stream first."""
        if isinstance(newstream, str):
            newstream = StringIO(newstream)
        self.filestack.appendleft((self.infile, self.instream, self.lineno))
        self.infile, self.instream, self.lineno = newfile, newstream, 1

    def pop_source(self):
        """Goes back to the stream before."""
        self.instream.close()
        self.infile, self.instream, self.lineno = self.filestack.popleft()
        self.state = _BETWEEN

    def get_token(self):
        """The next token, following the source keyword; eof at the end."""
        if self.pushback:
            return self.pushback.popleft()
        token = self.read_token()
        while self.source is not None and token == self.source:
            spec = self.sourcehook(self.read_token())
            if spec:
                name, stream = spec
                self.push_source(stream, name)
            token = self.get_token()
        while token == self.eof:
            if not self.filestack:
                return self.eof
            self.pop_source()
            token = self.get_token()
        return token

    def read_token(self):
        """The next token of the stream."""
        self._quoted = False
        going = True
        while going:
            if self._punctuation_chars and self._pushback_chars:
                c = self._pushback_chars.pop()
            else:
                c = self.instream.read(1)
            self.lineno += c == "\n"
            if self.state is None:
                self.token = ""
                break
            if self.state == _BETWEEN:
                going = self._between(c)
            elif self.state in self.quotes:
                going = self._in_quotes(c)
            elif self.state in self.escape:
                if not c:
                    raise ValueError("No escaped character")
                # In quotes only the quote itself and the escape can be escaped.
                if self._back in self.quotes and c != self.state and c != self._back:
                    self.token += self.state
                self.token += c
                self.state = self._back
            else:
                going = self._in_word(c)
        token, self.token = self.token, ""
        if self.posix and not self._quoted and not token:
            return None
        return token

    def _has_token(self):
        return bool(self.token or self.posix and self._quoted)

    def _skip_comment(self):
        self.instream.readline()
        self.lineno += 1

    def _begin_escape(self, c):
        self._back, self.state = _WORD, c

    def _between(self, c):
        if not c:
            self.state = None
            return False
        if c in self.whitespace:
            return not self._has_token()
        if c in self.commenters:
            self._skip_comment()
        elif self.posix and c in self.escape:
            self._begin_escape(c)
        elif c in self.quotes and c not in self.wordchars and c not in self._punctuation_chars:
            if not self.posix:
                self.token = c
            self.state = c
        elif c in self.wordchars:
            self.token, self.state = c, _WORD
        elif c in self._punctuation_chars:
            self.token, self.state = c, _PUNCTUATION
        elif self.whitespace_split:
            self.token, self.state = c, _WORD
        else:
            self.token = c
            return False
        return True

    def _in_quotes(self, c):
        self._quoted = True
        if not c:
            raise ValueError("No closing quotation")
        if c == self.state:
            if not self.posix:
                self.token += c
                self.state = _BETWEEN
                return False
            self.state = _WORD
        elif self.posix and c in self.escape and self.state in self.escapedquotes:
            self._back, self.state = self.state, c
        else:
            self.token += c
        return True

    def _in_word(self, c):
        if not c:
            self.state = None
            return False
        if c in self.whitespace:
            self.state = _BETWEEN
            return not self._has_token()
        if c in self.commenters:
            self._skip_comment()
            if self.posix:
                self.state = _BETWEEN
                return not self._has_token()
        elif self.state == _PUNCTUATION:
            if c not in self._punctuation_chars:
                self._pushback_chars.append(c)
                self.state = _BETWEEN
                return False
            self.token += c
        elif self.posix and c in self.quotes:
            self.state = c
        elif self.posix and c in self.escape:
            self._begin_escape(c)
        elif (c in self.wordchars or c in self.quotes
              or self.whitespace_split and c not in self._punctuation_chars):
            self.token += c
        else:
            if self._punctuation_chars:
                self._pushback_chars.append(c)
            else:
                self.pushback.appendleft(c)
            self.state = _BETWEEN
            return not self._has_token()
        return True

    def sourcehook(self, newfile):
        """Opens a file to be read first; a relative name is beside the present one."""
        import os.path
        if newfile[0] == '"':
            newfile = newfile[1:-1]
        if isinstance(self.infile, str) and not os.path.isabs(newfile):
            newfile = os.path.join(os.path.dirname(self.infile), newfile)
        return newfile, open(newfile, "r")

    def error_leader(self, infile=None, lineno=None):
        """The beginning of a message about this place."""
        return '"%s", line %d: ' % (infile or self.infile, self.lineno if lineno is None else lineno)

    def __iter__(self):
        return self

    def __next__(self):
        token = self.get_token()
        if token == self.eof:
            raise StopIteration
        return token
