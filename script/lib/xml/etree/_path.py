"""Paths to elements, a small part of XPath."""

import re

_token = re.compile(r"('[^']*'|\"[^\"]*\")|(::|//?|\.\.|\(\)|!=|[/.*:\[\]()@=])|((?:\{[^}]+\})?[^/\[\]()@!=\s]+)|\s+")


def _tokens(path, namespaces):
    default = namespaces.get("") if namespaces else None
    attribute = False
    for found in _token.finditer(path):
        quoted, sign, name = found.groups()
        if name and name[0] != "{":
            prefix, colon, local = name.partition(":")
            if colon:
                try:
                    yield "", "{%s}%s" % (namespaces[prefix], local)
                except (KeyError, TypeError):
                    raise SyntaxError("prefix %r not found in prefix map" % prefix) from None
            elif default and not attribute:
                yield "", "{%s}%s" % (default, name)
            else:
                yield "", name
            attribute = False
        elif quoted or sign or name:
            yield quoted or sign or "", name or ""
            attribute = sign == "@"


class _Steps:
    """A path as functions from elements to elements."""

    def __init__(self, path, namespaces):
        if path[-1:] == "/":
            path += "*"
        self.tokens = list(_tokens(path, namespaces))
        self.at = 0
        self.steps = []
        if path[:1] == "/":
            raise SyntaxError("cannot use absolute path on element")
        while self.at < len(self.tokens):
            self.steps.append(self.step())
            if self.at < len(self.tokens):
                sign = self.tokens[self.at][0]
                if sign == "/":
                    self.at += 1
                elif sign not in ("[", "//"):
                    raise SyntaxError("invalid path")

    def next(self):
        if self.at >= len(self.tokens):
            raise SyntaxError("invalid path")
        self.at += 1
        return self.tokens[self.at - 1]

    def step(self):
        sign, name = self.next()
        if sign == "*":
            return lambda found, parents: (child for element in found for child in element)
        if sign == ".":
            return lambda found, parents: found
        if sign == "..":
            return _parents
        if sign == "//":
            sign, name = self.next()
            if sign not in ("", "*"):
                raise SyntaxError("invalid descendant")
            wanted = "*" if sign == "*" else name
            return lambda found, parents: (e for element in found for e in element.iter() if e is not element and _is(e, wanted))
        if sign == "[":
            return self.predicate()
        if sign:
            raise SyntaxError("invalid path")
        return lambda found, parents: (child for element in found for child in element if _is(child, name))

    def predicate(self):
        shape, parts = "", []
        while True:
            if self.at >= len(self.tokens):
                raise SyntaxError("invalid path")
            sign, name = self.next()
            if sign == "]":
                break
            if sign and sign[:1] in "'\"":
                shape, part = shape + "'", sign[1:-1]
            else:
                shape, part = shape + (sign or "-"), name
            parts.append(part)
        return _predicate(shape, parts)


def _is(element, tag):
    if tag == "*":
        return True
    if tag[:3] == "{*}":
        return isinstance(element.tag, str) and element.tag.rpartition("}")[2] == tag[3:]
    if tag[:2] == "{}":
        return element.tag == tag[2:]
    if tag[-2:] == "}*":
        return isinstance(element.tag, str) and element.tag.startswith(tag[:-1])
    return element.tag == tag


def _parents(found, parents):
    seen = []
    for element in found:
        parent = parents().get(element)
        if parent is not None and not any(parent is other for other in seen):
            seen.append(parent)
            yield parent


def _predicate(shape, parts):
    if shape == "@-":
        return lambda found, parents: (e for e in found if e.get(parts[1]) is not None)
    if shape in ("@-='", "@-!='"):
        key, value, same = parts[1], parts[-1], shape == "@-='"
        return lambda found, parents: (e for e in found if e.get(key) is not None and (e.get(key) == value) is same)
    if shape == "-" and not re.match(r"\-?\d+$", parts[0]):
        return lambda found, parents: (e for e in found if e.find(parts[0]) is not None)
    if shape in (".='", ".!='") or shape in ("-='", "-!='") and not re.match(r"\-?\d+$", parts[0]):
        tag, value, same = parts[0] if shape[0] == "-" else "", parts[-1], "!" not in shape
        if not tag:
            return lambda found, parents: (e for e in found if ("".join(e.itertext()) == value) is same)
        return lambda found, parents: (e for e in found if any(("".join(c.itertext()) == value) is same for c in e.findall(tag)))
    if shape in ("-", "-()", "-()-"):
        return _numbered(shape, parts)
    raise SyntaxError("invalid predicate")


def _numbered(shape, parts):
    if shape == "-":
        index = int(parts[0]) - 1
        if index < 0:
            raise SyntaxError("XPath position >= 1 expected")
    else:
        if parts[0] != "last":
            raise SyntaxError("unsupported function")
        index = -1
        if shape == "-()-":
            try:
                index = int(parts[2]) - 1
            except ValueError:
                raise SyntaxError("unsupported expression") from None
            if index > -2:
                raise SyntaxError("XPath offset from last() must be negative")

    def select(found, parents):
        for element in found:
            parent = parents().get(element)
            if parent is None:
                continue
            alike = parent.findall(element.tag)
            if -len(alike) <= index < len(alike) and alike[index] is element:
                yield element
    return select


def iterfind(elem, path, namespaces=None):
    """Finds elements one by one."""
    steps = _Steps(path, namespaces).steps
    known = []

    def parents():
        if not known:
            known.append({child: parent for parent in elem.iter() for child in parent})
        return known[0]
    found = [elem]
    for step in steps:
        found = step(found, parents)
    return iter(found)


def find(elem, path, namespaces=None):
    """Finds the first."""
    return next(iterfind(elem, path, namespaces), None)


def findall(elem, path, namespaces=None):
    """Finds all."""
    return list(iterfind(elem, path, namespaces))


def findtext(elem, path, default=None, namespaces=None):
    """Finds the first one's text."""
    found = find(elem, path, namespaces)
    return default if found is None else found.text or ""
