"""Reads XML: calls back for each tag, text, comment and instruction."""

import re

_name = r"[^\s<>/=&;'\"!?\[\]()*+,@$%^{}|\\`~#]+"
_tag = re.compile(rf"<({_name})((?:\s+{_name}\s*=\s*(?:\"[^<\"]*\"|'[^<']*'))*)\s*(/?)>")
_attribute = re.compile(rf"\s+({_name})\s*=\s*(\"[^<\"]*\"|'[^<']*')")
_close = re.compile(rf"</({_name})\s*>")
_entity = re.compile(r"&(#[0-9]+|#x[0-9a-fA-F]+|[^\s;&<]+);|&|\]\]>")
_bad = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_doctype = re.compile(r"<!DOCTYPE\s[^\[>]*(?:\[(?P<inside>.*?)\]\s*)?>", re.DOTALL)
_declared = re.compile(r"<!ENTITY\s+([^\s%]+)\s+(?:\"([^\"]*)\"|'([^']*)')\s*>")
_declaration = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")

# The errors' numbers are those of the library expat.
SYNTAX, NO_ELEMENTS, INVALID_TOKEN, UNCLOSED_TOKEN, TAG_MISMATCH, DUPLICATE_ATTRIBUTE, JUNK, UNDEFINED, MISPLACED_DECLARATION, \
    UNKNOWN_ENCODING, UNBOUND_PREFIX = 2, 3, 4, 5, 7, 8, 9, 11, 30, 18, 27
TEXTS = {SYNTAX: "syntax error", UNDEFINED: "undefined entity", NO_ELEMENTS: "no element found", INVALID_TOKEN: "not well-formed (invalid token)",
         UNCLOSED_TOKEN: "unclosed token", TAG_MISMATCH: "mismatched tag", DUPLICATE_ATTRIBUTE: "duplicate attribute",
         JUNK: "junk after document element", MISPLACED_DECLARATION: "XML or text declaration not at start of entity",
         UNKNOWN_ENCODING: "unknown encoding", UNBOUND_PREFIX: "unbound prefix"}
_builtin = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}


class Wrong(Exception):
    """The text is not XML: a number, a message and the place."""


def decoded(data, encoding=None):
    """Bytes as text, by what they say of their encoding."""
    if isinstance(data, str):
        return data
    data = bytes(data)
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name)
    if encoding is None:
        found = _declaration.match(data)
        encoding = found[1].decode("ascii") if found else "utf-8"
    try:
        return data.decode(encoding)
    except LookupError:
        raise Wrong(UNKNOWN_ENCODING, TEXTS[UNKNOWN_ENCODING], 1, 30) from None
    except UnicodeDecodeError as e:
        before = data[:e.start]
        column = len(before) - (before.rfind(b"\n") + 1)
        raise Wrong(INVALID_TOKEN, TEXTS[INVALID_TOKEN], before.count(b"\n") + 1, column) from None


class Scanner:
    """One document; handler has start, end, text, comment, pi, start_ns and end_ns."""

    def __init__(self, text, handler):
        self.source = text.replace("\r\n", "\n").replace("\r", "\n")
        self.handler = handler
        self.entities = dict(_builtin)
        self.open = []
        self.here = 0
        self.spaces = [{"xml": "http://www.w3.org/XML/1998/namespace", "": ""}]

    def wrong(self, code, at, text=None):
        line = self.source.count("\n", 0, at) + 1
        column = at - (self.source.rfind("\n", 0, at) + 1)
        return Wrong(code, text or TEXTS[code], line, column)

    def run(self):
        source, at, seen = self.source, 0, False
        if source.startswith("\ufeff"):
            at = 1
        while at < len(source):
            here = self.here = at
            if source[at] != "<":
                end = source.find("<", at)
                end = len(source) if end < 0 else end
                self._text(at, end, seen)
                at = end
                continue
            if source.startswith("<!--", at):
                at = self._until("-->", at, 4)
                text = source[here + 4:at - 3]
                if "--" in text or text.endswith("-"):
                    raise self.wrong(INVALID_TOKEN, here + 4 + max(text.find("--"), 0) + 2)
                self.handler.comment(text)
            elif source.startswith("<?", at):
                at = self._instruction(at)
            elif source.startswith("<![CDATA[", at):
                if not self.open:
                    raise self.wrong(JUNK if seen else INVALID_TOKEN, here)
                at = self._until("]]>", at, 9)
                self.handler.text(source[here + 9:at - 3])
            elif source.startswith("<!", at):
                at = self._declarations(at, seen)
            elif source.startswith("</", at):
                at = self._close(at)
            else:
                if seen and not self.open:
                    raise self.wrong(JUNK, at)
                at = self._start(at)
                seen = True
        if self.open or not seen:
            raise self.wrong(NO_ELEMENTS, len(source))

    def _until(self, mark, at, skip):
        end = self.source.find(mark, at + skip)
        if end < 0:
            raise self.wrong(UNCLOSED_TOKEN, at)
        return end + len(mark)

    def _text(self, at, end, seen):
        raw = self.source[at:end]
        if not self.open:
            if raw.strip(" \t\n"):
                place = at + len(raw) - len(raw.lstrip(" \t\n"))
                raise self.wrong(JUNK if seen else SYNTAX, place)
            return
        bad = _bad.search(raw)
        if bad:
            raise self.wrong(INVALID_TOKEN, at + bad.start())
        self.handler.text(self._expanded(raw, at) if "&" in raw or "]]>" in raw else raw)

    def _expanded(self, raw, at):
        def put(found):
            name = found[1]
            if name is None:
                raise self.wrong(INVALID_TOKEN, at + found.end())
            if name[0] == "#":
                return chr(int(name[2:], 16) if name[1] == "x" else int(name[1:]))
            if name not in self.entities:
                raise self.wrong(UNDEFINED, at + found.start())
            return self.entities[name]
        return _entity.sub(put, raw)

    def _instruction(self, at):
        end = self._until("?>", at, 2)
        target, _space, rest = self.source[at + 2:end - 2].partition(" ")
        if target.lower() == "xml":
            if at > 1 or self.source[:at].strip("\ufeff"):
                raise self.wrong(MISPLACED_DECLARATION, at)
        else:
            self.handler.pi(target, rest.strip())
        return end

    def _declarations(self, at, seen):
        found = _doctype.match(self.source, at)
        if not found or seen:
            raise self.wrong(INVALID_TOKEN if found or not self.source.startswith("<!DOCTYPE", at) else UNCLOSED_TOKEN, at + 2)
        for name, one, other in _declared.findall(found["inside"] or ""):
            self.entities[name] = self._expanded(one or other, at)
        return found.end()

    def _start(self, at):
        found = _tag.match(self.source, at)
        if not found:
            raise self._bad_tag(at)
        name, given, empty = found.groups()
        attributes = {}
        spaces = None
        place = found.start(2)
        for attribute in _attribute.finditer(given):
            key, value = attribute[1], attribute[2][1:-1]
            if "&" in value:
                value = self._expanded(value, place + attribute.start(2) + 1)
            value = value.replace("\n", " ").replace("\t", " ")
            if key in attributes:
                raise self.wrong(DUPLICATE_ATTRIBUTE, place + attribute.start(1))
            if key == "xmlns" or key.startswith("xmlns:"):
                spaces = dict(self.spaces[-1]) if spaces is None else spaces
                spaces[key[6:]] = value
                self.handler.start_ns(key[6:], value)
            else:
                attributes[key] = value
        self.spaces.append(self.spaces[-1] if spaces is None else spaces)
        full = self._qualified(name, at, True)
        self.handler.start(full, {self._qualified(key, at, False): value for key, value in attributes.items()})
        self.open.append((name, full))
        if empty:
            self._ended()
        return found.end()

    def _qualified(self, name, at, element):
        prefix, colon, local = name.partition(":")
        if not colon:
            space = self.spaces[-1][""] if element else ""
            return "{%s}%s" % (space, name) if space else name
        if prefix not in self.spaces[-1]:
            raise self.wrong(UNBOUND_PREFIX, at)
        return "{%s}%s" % (self.spaces[-1][prefix], local)

    def _bad_tag(self, at):
        rest = self.source[at:]
        end = rest.find(">")
        if end < 0 and not re.match(rf"<{_name}(\s|$)|<$", rest) or end >= 0:
            # The first character that cannot go on.
            good = re.match(rf"<(?:{_name}(?:\s+{_name}\s*=\s*(?:\"[^<\"]*\"|'[^<']*'))*(?:\s+(?:{_name}(?:\s*=?)?)?)?\s*/?)?", rest)
            return self.wrong(INVALID_TOKEN, at + good.end())
        return self.wrong(UNCLOSED_TOKEN, at)

    def _close(self, at):
        found = _close.match(self.source, at)
        if not found:
            raise self.wrong(UNCLOSED_TOKEN if ">" not in self.source[at:] else INVALID_TOKEN, at if ">" not in self.source[at:] else at + 2)
        if not self.open:
            raise self.wrong(INVALID_TOKEN, at + 1)
        if self.open[-1][0] != found[1]:
            raise self.wrong(TAG_MISMATCH, at + 2)
        self._ended()
        return found.end()

    def _ended(self):
        self.handler.end(self.open.pop()[1])
        gone = self.spaces.pop()
        for prefix in gone:
            if gone is not self.spaces[-1] and self.spaces[-1].get(prefix) != gone[prefix]:
                self.handler.end_ns(prefix)
