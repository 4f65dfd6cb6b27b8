"""Reads HTML and calls methods for what it finds; nothing is an error."""

import re
from html import unescape

__all__ = ["HTMLParser"]

_SPACE = " \t\n\r\f\v"
_number = re.compile(r"&#([0-9]+|[xX][0-9a-fA-F]+)([^0-9a-fA-F]?)")
_entity = re.compile(r"&([a-zA-Z][-.a-zA-Z0-9]*)([^a-zA-Z0-9]?)")
_end_tag = re.compile(r"</\s*([a-zA-Z][-.a-zA-Z0-9:_]*)\s*>")
_tag_name = re.compile(r"[a-zA-Z][^\t\n\r\f />\x00]*")
_comment_end = re.compile(r"--\s*>")
_section_name = re.compile(r"[a-zA-Z][-_.a-zA-Z0-9]*\s*")
# How the sections of <![NAME[ end, by name.
_section_end = {"if": re.compile(r"]\s*>")}
_section_end["else"] = _section_end["endif"] = _section_end["if"]
for _n in "temp cdata ignore include rcdata".split():
    _section_end[_n] = re.compile(r"]\s*]\s*>")


class HTMLParser:
    """Subclasses override the handle_ methods that they care about."""

    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        """Forgets all that was fed."""
        self.rawdata = ""
        self.lineno, self.offset = 1, 0
        self.lasttag = "???"
        self.cdata_elem = None
        self._start_text = None

    def feed(self, data):
        """Takes more text, which need not end where anything ends."""
        self.rawdata += data
        self.goahead(False)

    def close(self):
        """Takes what is left for all there is."""
        self.goahead(True)

    def getpos(self):
        """The line and the column of what is being handled."""
        return self.lineno, self.offset

    def get_starttag_text(self):
        """The text of the start tag opened last."""
        return self._start_text

    def set_cdata_mode(self, elem):
        """Takes all up to the end tag of elem for text."""
        self.cdata_elem = elem.lower()

    def clear_cdata_mode(self):
        """Ends what set_cdata_mode began."""
        self.cdata_elem = None

    def updatepos(self, i, j):
        """Counts the lines of what was handled; gives j."""
        text = self.rawdata[i:j]
        lines = text.count("\n")
        if lines:
            self.lineno += lines
            self.offset = len(text) - text.rindex("\n") - 1
        else:
            self.offset += len(text)
        return j

    def goahead(self, end):
        """Handles what can be told by now, or all there is."""
        i, n, self._stop = 0, len(self.rawdata), False
        while i < n:
            j = self._text_end(i, n, end)
            if j is None:
                break
            if i < j:
                self._text(self.rawdata[i:j])
            i = self.updatepos(i, j)
            if i == n:
                break
            k = self._markup(i, n, end)
            if k is None:
                break
            i = self.updatepos(i, k)
            if self._stop:
                break
        if end and i < n and not self.cdata_elem:
            self._text(self.rawdata[i:n])
            i = self.updatepos(i, n)
        self.rawdata = self.rawdata[i:]

    def _text(self, text):
        self.handle_data(unescape(text) if self.convert_charrefs and not self.cdata_elem else text)

    def _text_end(self, i, n, end):
        """Where text ends that begins at i; None if that is to be seen."""
        raw = self.rawdata
        if self.cdata_elem:
            found = re.compile(r"</%s\s*>" % re.escape(self.cdata_elem), re.I).search(raw, i)
            return found.start() if found else None
        j = raw.find("<", i)
        if not self.convert_charrefs:
            ampersand = raw.find("&", i)
            return min([k for k in (j, ampersand) if k >= 0], default=n)
        if j < 0:
            # A reference at the end may go on with the next text.
            last = raw.rfind("&", max(i, n - 34))
            if last >= 0 and not any(c.isspace() or c == ";" for c in raw[last:]):
                return None
            return n
        return j

    def _markup(self, i, n, end):
        """Handles the markup at i and gives where it ends; None if that is to be seen."""
        raw = self.rawdata
        if raw[i] == "&":
            return self._reference(i, n, end)
        if _tag_name.match(raw, i + 1):
            k = self.parse_starttag(i)
        elif raw.startswith("</", i):
            k = self.parse_endtag(i)
        elif raw.startswith("<!--", i):
            k = self.parse_comment(i)
        elif raw.startswith("<?", i):
            k = self.parse_pi(i)
        elif raw.startswith("<!", i):
            k = self.parse_html_declaration(i)
        elif i + 1 < n:
            self.handle_data("<")
            return i + 1
        else:
            return None
        if k >= 0:
            return k
        if not end:
            return None
        # Markup without an end is text as far as the next bracket.
        k = raw.find(">", i + 1)
        if k >= 0:
            k += 1
        else:
            k = raw.find("<", i + 1)
            k = k if k >= 0 else i + 1
        self._text(raw[i:k])
        return k

    def _reference(self, i, n, end):
        """The same for a reference; what may be one that is not whole stops all."""
        raw = self.rawdata
        if raw.startswith("&#", i):
            found = _number.match(raw, i)
            if found and found[2]:
                self.handle_charref(found[1])
                return found.end(1) + (found[2] == ";")
            self._stop = True
            if ";" not in raw[i:]:
                return None
            self.handle_data("&#")
            return i + 2
        found = _entity.match(raw, i)
        if found and found[2]:
            self.handle_entityref(found[1])
            return found.end(1) + (found[2] == ";")
        if found or i + 1 == n:
            return None
        self.handle_data("&")
        return i + 1

    def parse_starttag(self, i):
        """Handles the start tag at i; gives where it ends, -1 if it does not."""
        raw, n = self.rawdata, len(self.rawdata)
        self._start_text = None
        name = _tag_name.match(raw, i + 1)
        tag, k, attrs = name[0].lower(), name.end(), []
        while True:
            while k < n and (raw[k] in _SPACE or raw[k] == "/" and raw[k:k + 2] != "/>"):
                k += 1
            if k >= n or raw[k:] == "/":
                return -1
            if raw[k] == ">" or raw[k] == "/":
                break
            first, k = k, k + 1
            while k < n and raw[k] not in _SPACE and raw[k] not in "/=>":
                k += 1
            key, value, after = raw[first:k].lower(), None, k
            while after < n and raw[after] in _SPACE:
                after += 1
            if after < n and raw[after] == "=":
                while after < n and (raw[after] == "=" or raw[after] in _SPACE):
                    after += 1
                if after >= n:
                    return -1
                if raw[after] in "'\"":
                    k = raw.find(raw[after], after + 1)
                    if k < 0:
                        return -1
                    value = raw[after + 1:k]
                    k += 1
                else:
                    k = after
                    while k < n and raw[k] not in _SPACE and raw[k] != ">":
                        k += 1
                    value = raw[after:k]
            attrs.append((key, value and unescape(value)))
        stop = k + (2 if raw[k] == "/" else 1)
        self._start_text = raw[i:stop]
        self.lasttag = tag
        if raw[k] == "/":
            self.handle_startendtag(tag, attrs)
        else:
            self.handle_starttag(tag, attrs)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.set_cdata_mode(tag)
        return stop

    def parse_endtag(self, i):
        """Handles the end tag at i."""
        raw = self.rawdata
        stop = raw.find(">", i + 1) + 1
        if not stop:
            return -1
        found = _end_tag.match(raw, i)
        if not found:
            if self.cdata_elem is not None:
                self.handle_data(raw[i:stop])
                return stop
            name = _tag_name.match(raw, i + 2)
            if not name:
                return i + 3 if raw.startswith("</>", i) else self.parse_bogus_comment(i)
            self.handle_endtag(name[0].lower())
            return raw.find(">", name.end()) + 1
        tag = found[1].lower()
        if self.cdata_elem is not None and tag != self.cdata_elem:
            self.handle_data(raw[i:stop])
            return stop
        self.handle_endtag(tag)
        self.clear_cdata_mode()
        return stop

    def parse_comment(self, i, report=True):
        """Handles the comment at i."""
        found = _comment_end.search(self.rawdata, i + 4)
        if not found:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:found.start()])
        return found.end()

    def parse_bogus_comment(self, i, report=True):
        """Handles what begins like a declaration or an end tag and is none."""
        stop = self.rawdata.find(">", i + 2)
        if stop < 0:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 2:stop])
        return stop + 1

    def parse_pi(self, i):
        """Handles the processing instruction at i."""
        stop = self.rawdata.find(">", i + 2)
        if stop < 0:
            return -1
        self.handle_pi(self.rawdata[i + 2:stop])
        return stop + 1

    def parse_html_declaration(self, i):
        """Handles the declaration at i."""
        raw = self.rawdata
        if raw.startswith("<![", i):
            return self.parse_marked_section(i)
        if raw[i:i + 9].lower() == "<!doctype":
            stop = raw.find(">", i + 9)
            if stop < 0:
                return -1
            self.handle_decl(raw[i + 2:stop])
            return stop + 1
        return self.parse_bogus_comment(i)

    def parse_marked_section(self, i, report=True):
        """Handles the section at i: <![CDATA[...]]> and the like."""
        raw = self.rawdata
        name = _section_name.match(raw, i + 3)
        if not name or name.end() == len(raw):
            return -1
        ending = _section_end.get(name[0].strip().lower())
        if ending is None:
            raise AssertionError("unknown status keyword %r in marked section"
                                 % raw[i + 3:name.end()])
        found = ending.search(raw, i + 3)
        if not found:
            return -1
        if report:
            self.unknown_decl(raw[i + 3:found.start()])
        return found.end()

    def handle_startendtag(self, tag, attrs):
        """A tag that ends itself."""
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        """A start tag."""

    def handle_endtag(self, tag):
        """An end tag."""

    def handle_data(self, data):
        """Text."""

    def handle_charref(self, name):
        """A character by its number, if these are not converted."""

    def handle_entityref(self, name):
        """A character by its name, if these are not converted."""

    def handle_comment(self, data):
        """A comment."""

    def handle_decl(self, decl):
        """A declaration: the type of the document."""

    def handle_pi(self, data):
        """A processing instruction."""

    def unknown_decl(self, data):
        """A section."""
