"""How messages are read and written."""

import re

from email import header as _header
from email.charset import BASE64, QP, UNKNOWN8BIT

_word = re.compile(r"=\?[^?]*\?[qQbB]\?.*?\?=")
_once = frozenset("subject from to date cc bcc sender reply-to orig-date message-id in-reply-to references "
                  "mime-version content-type content-disposition content-transfer-encoding".split())


def _odd(text):
    return any("\udc80" <= c <= "\udcff" for c in text)


class Policy:
    """Settings that do not change."""

    _defaults = {"raise_on_defect": False, "linesep": "\n", "cte_type": "8bit", "max_line_length": 78,
                 "mangle_from_": False, "message_factory": None, "verify_generated_headers": True}

    def __init__(self, **kw):
        self._set(kw)

    def _set(self, kw):
        for name, value in kw.items():
            if name not in self._defaults:
                raise TypeError("{!r} is an invalid keyword argument for {}".format(name, self.__class__.__name__))
        self.__dict__.update(self._defaults)
        self.__dict__.update(kw)
        self.__dict__["_given"] = kw

    def __setattr__(self, name, value):
        raise AttributeError("{!r} object attribute {!r} is read-only".format(self.__class__.__name__, name)
                             if hasattr(self, name) else
                             "{!r} object has no attribute {!r}".format(self.__class__.__name__, name))

    def __repr__(self):
        return "%s(%s)" % (self.__class__.__name__, ", ".join("%s=%r" % pair for pair in self._given.items()))

    def clone(self, **kw):
        """A policy with other settings."""
        return self.__class__(**{**self._given, **kw})

    def __add__(self, other):
        return self.__class__(**{**self._given, **{k: v for k, v in other._given.items() if k in self._defaults}})

    def handle_defect(self, obj, defect):
        """Raises what is odd, or notes it."""
        if self.raise_on_defect:
            raise defect
        self.register_defect(obj, defect)

    def register_defect(self, obj, defect):
        obj.defects.append(defect)

    def header_max_count(self, name):
        return None

    def header_source_parse(self, sourcelines):
        """Name and value of a header's lines."""
        name, value = sourcelines[0].split(":", 1)
        return name, "".join((value.lstrip(" \t\r\n"), *sourcelines[1:])).rstrip("\r\n")

    def header_store_parse(self, name, value):
        return name, value

    def header_fetch_parse(self, name, value):
        return value

    def fold(self, name, value):
        return self._folded(name, value, True)

    def fold_binary(self, name, value):
        return self._folded(name, value, self.cte_type == "7bit").encode("ascii", "surrogateescape")


class Compat32(Policy):
    """As messages were before there were policies."""

    _defaults = {**Policy._defaults, "mangle_from_": True}

    def header_fetch_parse(self, name, value):
        if isinstance(value, str) and _odd(value):
            return _header.Header(value, charset=UNKNOWN8BIT, header_name=name)
        return value

    def _folded(self, name, value, clean):
        if isinstance(value, str):
            if _odd(value):
                if not clean:
                    return "%s: %s%s" % (name, value, self.linesep)
                value = _header.Header(value, charset=UNKNOWN8BIT, header_name=name)
            else:
                value = _header.Header(value, header_name=name)
        room = 0 if self.max_line_length is None else self.max_line_length
        return "%s: %s%s" % (name, value.encode(linesep=self.linesep, maxlinelen=room), self.linesep)


class EmailPolicy(Policy):
    """As messages are now: headers are text, and written as mail wants it."""

    _defaults = {**Policy._defaults, "utf8": False, "refold_source": "long", "header_factory": None,
                 "content_manager": None}

    def header_max_count(self, name):
        return 1 if name.lower() in _once else None

    def header_store_parse(self, name, value):
        from email._modern import header_value
        if hasattr(value, "name") and value.name.lower() == name.lower():
            return name, value
        if isinstance(value, str) and len(value.splitlines()) > 1:
            raise ValueError("Header values may not contain linefeed or carriage return characters")
        return name, header_value(name, value)

    def header_fetch_parse(self, name, value):
        from email._modern import header_value
        if hasattr(value, "name"):
            return value
        return header_value(name, re.sub(r"\r\n|\r|\n", "", value))

    def _folded(self, name, value, clean):
        text = str(self.header_fetch_parse(name, value))
        if not hasattr(value, "name") and self.refold_source != "all":
            lines = value.splitlines()
            room = self.max_line_length or 1 << 30
            if value.isascii() and all(len(line) + (i == 0) * (len(name) + 2) <= room for i, line in enumerate(lines)):
                return "%s: %s%s" % (name, self.linesep.join(lines), self.linesep)
        if self.utf8:
            return "%s: %s%s" % (name, text, self.linesep)
        return self._fold_modern(name, text)

    def _fold_modern(self, name, text):
        """Words of ASCII as they are, others encoded with what is between them."""
        words = re.split(r"([ \t]+)", text)
        odd = [i for i in range(0, len(words), 2) if not words[i].isascii()]
        if odd:
            first, last = odd[0], odd[-1]
            part = "".join(words[first:last + 1])
            charset = _header.Charset("utf-8")
            charset.header_encoding = QP
            quoted = _header.encoded_word(part, charset)
            charset.header_encoding = BASE64
            other = _header.encoded_word(part, charset)
            words[first:last + 1] = [quoted if len(quoted) - len(other) < 5 else other]
        room = self.max_line_length or 1 << 30
        lines, line = [], name + ":"
        for i in range(0, len(words), 2):
            space = (" " if i == 0 else words[i - 1])
            if len(line) + len(space) + len(words[i]) > room and line.strip() != name + ":" and words[i]:
                lines.append(line)
                line = space[:1] + words[i]
            else:
                line += space + words[i]
        lines.append(line)
        return self.linesep.join(lines) + self.linesep


compat32 = Compat32()
