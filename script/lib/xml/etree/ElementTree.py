"""XML as a tree of elements, each with its tag, attributes, text and children."""

import contextlib
import io
import re
import sys

from xml.etree import _path as ElementPath
from xml.etree._scan import Scanner, Wrong, decoded
from xml.etree._write import _namespace_map, register_namespace, serialize

__all__ = ["Comment", "dump", "Element", "ElementTree", "fromstring", "fromstringlist", "indent", "iselement",
           "iterparse", "parse", "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring",
           "tostringlist", "TreeBuilder", "VERSION", "XML", "XMLID", "XMLParser", "XMLPullParser", "register_namespace"]

VERSION = "1.3.0"


class ParseError(SyntaxError):
    """The text is not XML; code is expat's number, position the line and column."""


def _is_tag(path):
    """Whether a path is a tag alone."""
    if not isinstance(path, str):
        return True
    if path[:2] == "{}" or path[:3] == "{*}" or path[-2:] == "}*":
        return False
    return not any(c in re.sub(r"\{[^}]*\}", "", path) for c in "/*[@.")


def iselement(element):
    """Whether it is like an element."""
    return hasattr(element, "tag")


class Element:
    """An element."""

    __slots__ = ("tag", "attrib", "text", "tail", "_children", "__weakref__")

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError("Element() argument 2 must be dict, not %s" % type(attrib).__name__)
        self.tag = tag
        self.attrib = {**attrib, **extra}
        self.text = self.tail = None
        self._children = []

    def __repr__(self):
        return "<%s %r at %#x>" % (self.__class__.__name__, self.tag, id(self))

    def makeelement(self, tag, attrib):
        """Makes one of the same class."""
        return self.__class__(tag, attrib)

    def __copy__(self):
        out = self.makeelement(self.tag, self.attrib)
        out.text, out.tail = self.text, self.tail
        out[:] = self
        return out

    def __deepcopy__(self, memo):
        import copy
        out = self.makeelement(self.tag, copy.deepcopy(self.attrib, memo))
        out.text, out.tail = self.text, self.tail
        out._children = [copy.deepcopy(child, memo) for child in self._children]
        return out

    def __getstate__(self):
        return {"tag": self.tag, "_children": list(self._children), "attrib": self.attrib, "text": self.text,
                "tail": self.tail}

    def __setstate__(self, state):
        for name, value in state.items():
            setattr(self, name, value)

    def __reduce_ex__(self, protocol):
        return Element, (self.tag,), self.__getstate__()

    def __len__(self):
        return len(self._children)

    def __bool__(self):
        import warnings
        warnings.warn("Testing an element's truth value will always return True in future versions.  "
                      "Use specific 'len(elem)' or 'elem is not None' test instead.", DeprecationWarning, stacklevel=2)
        return len(self._children) != 0

    def __getitem__(self, index):
        return self._children[index]

    def __setitem__(self, index, element):
        if isinstance(index, slice):
            element = list(element)
            for one in element:
                self._check(one)
        else:
            self._check(element)
        self._children[index] = element

    def __delitem__(self, index):
        del self._children[index]

    def _check(self, e):
        if not isinstance(e, Element):
            raise TypeError("expected an Element, not %s" % type(e).__name__)

    def append(self, subelement):
        """Adds a child."""
        self._check_argument("append", subelement)
        self._children.append(subelement)

    def _check_argument(self, method, e, place=" 1"):
        if not isinstance(e, Element):
            raise TypeError("%s() argument%s must be xml.etree.ElementTree.Element, not %s" % (method, place, type(e).__name__))

    def extend(self, elements):
        """Adds children."""
        for element in elements:
            if not isinstance(element, Element):
                raise TypeError('expected an Element, not "%s"' % type(element).__name__)
            self._children.append(element)

    def insert(self, index, subelement):
        """Adds a child at a place."""
        self._check_argument("insert", subelement, " 2")
        self._children.insert(index, subelement)

    def remove(self, subelement):
        """Takes a child away."""
        for i, child in enumerate(self._children):
            if child is subelement:
                del self._children[i]
                return
        try:
            self._children.remove(subelement)
        except ValueError:
            raise ValueError("list.remove(x): x not in list") from None

    def find(self, path, namespaces=None):
        """Finds the first element of a path."""
        if namespaces is None and _is_tag(path):
            return next((child for child in self._children if child.tag == path), None)
        return ElementPath.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """Finds its text."""
        found = self.find(path, namespaces)
        return default if found is None else found.text or ""

    def findall(self, path, namespaces=None):
        """Finds all of them."""
        if namespaces is None and _is_tag(path):
            return [child for child in self._children if child.tag == path]
        return ElementPath.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        """Finds them one by one."""
        return ElementPath.iterfind(self, path, namespaces)

    def clear(self):
        """Empties the element but for its tag."""
        self.attrib.clear()
        self._children = []
        self.text = self.tail = None

    def get(self, key, default=None):
        """Gives an attribute."""
        return self.attrib.get(key, default)

    def set(self, key, value):
        """Sets an attribute."""
        self.attrib[key] = value

    def keys(self):
        """The attributes' names."""
        return list(self.attrib)

    def items(self):
        """The attributes."""
        return list(self.attrib.items())

    def iter(self, tag=None):
        """The element and all below it, in the order of the text."""
        if tag == "*":
            tag = None
        if tag is None or self.tag == tag:
            yield self
        for child in self._children:
            yield from child.iter(tag)

    def itertext(self):
        """The texts of all of them."""
        if not isinstance(self.tag, str) and self.tag is not None:
            return
        if self.text:
            yield self.text
        for child in self._children:
            yield from child.itertext()
            if child.tail:
                yield child.tail


def SubElement(parent, tag, attrib={}, **extra):
    """Makes a child."""
    if not isinstance(parent, Element):
        raise TypeError("SubElement() argument 1 must be xml.etree.ElementTree.Element, not %s" % type(parent).__name__)
    element = parent.makeelement(tag, {**attrib, **extra})
    parent.append(element)
    return element


def Comment(text=None):
    """Makes a comment."""
    element = Element(Comment)
    element.text = text
    return element


def ProcessingInstruction(target, text=None):
    """Makes a processing instruction."""
    element = Element(ProcessingInstruction)
    element.text = target + " " + text if text else target
    return element


PI = ProcessingInstruction


class QName:
    """A name with its namespace."""

    def __init__(self, text_or_uri, tag=None):
        self.text = "{%s}%s" % (text_or_uri, tag) if tag else text_or_uri

    def __str__(self):
        return self.text

    def __repr__(self):
        return "<%s %r>" % (self.__class__.__name__, self.text)

    def __hash__(self):
        return hash(self.text)

    def __eq__(self, other):
        return self.text == (other.text if isinstance(other, QName) else other)

    def __lt__(self, other):
        return self.text < (other.text if isinstance(other, QName) else other)

    def __le__(self, other):
        return self.text <= (other.text if isinstance(other, QName) else other)

    def __gt__(self, other):
        return self.text > (other.text if isinstance(other, QName) else other)

    def __ge__(self, other):
        return self.text >= (other.text if isinstance(other, QName) else other)


class ElementTree:
    """A document."""

    def __init__(self, element=None, file=None):
        if element is not None and not iselement(element):
            raise TypeError("expected an Element, not %s" % type(element).__name__)
        self._root = element
        if file:
            self.parse(file)

    def getroot(self):
        """The root."""
        return self._root

    def _setroot(self, element):
        if not iselement(element):
            raise TypeError("expected an Element, not %s" % type(element).__name__)
        self._root = element

    def parse(self, source, parser=None):
        """Reads a file."""
        with contextlib.ExitStack() as stack:
            if not hasattr(source, "read"):
                source = stack.enter_context(open(source, "rb"))
            parser = XMLParser() if parser is None else parser
            while data := source.read(65536):
                parser.feed(data)
            self._root = parser.close()
        return self._root

    def iter(self, tag=None):
        """All elements."""
        return self._root.iter(tag)

    def _below(self, path):
        if path[:1] == "/":
            import warnings
            path = "." + path
            warnings.warn("This search is broken in 1.3 and earlier, and will be fixed in a future version.  "
                          "If you rely on the current behaviour, change it to %r" % path, FutureWarning, stacklevel=3)
        return path

    def find(self, path, namespaces=None):
        """Finds the first element of a path."""
        return self._root.find(self._below(path), namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """Finds its text."""
        return self._root.findtext(self._below(path), default, namespaces)

    def findall(self, path, namespaces=None):
        """Finds all of them."""
        return self._root.findall(self._below(path), namespaces)

    def iterfind(self, path, namespaces=None):
        """Finds them one by one."""
        return self._root.iterfind(self._below(path), namespaces)

    def write(self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *,
              short_empty_elements=True):
        """Writes to a file."""
        if self._root is None:
            raise TypeError("ElementTree not initialized")
        text, encoding = serialize(self._root, encoding, xml_declaration, default_namespace, method, short_empty_elements)
        data = text if encoding == "unicode" else text.encode(encoding, "xmlcharrefreplace")
        if hasattr(file_or_filename, "write"):
            file_or_filename.write(data)
        elif encoding == "unicode":
            with open(file_or_filename, "w", encoding="utf-8", errors="xmlcharrefreplace") as file:
                file.write(data)
        else:
            with open(file_or_filename, "wb") as file:
                file.write(data)


def tostring(element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None,
             short_empty_elements=True):
    """Gives an element as text or bytes."""
    stream = io.StringIO() if encoding == "unicode" else io.BytesIO()
    ElementTree(element).write(stream, encoding, xml_declaration, default_namespace, method,
                               short_empty_elements=short_empty_elements)
    return stream.getvalue()


def tostringlist(element, encoding=None, method=None, **kwargs):
    """The same as a list."""
    return [tostring(element, encoding, method, **kwargs)]


def dump(elem):
    """Prints an element."""
    if not isinstance(elem, ElementTree):
        elem = ElementTree(elem)
    elem.write(sys.stdout, encoding="unicode")
    tail = elem.getroot().tail
    if not tail or tail[-1] != "\n":
        sys.stdout.write("\n")


def indent(tree, space="  ", level=0):
    """Puts blanks between elements, so that each stands on its line."""
    if isinstance(tree, ElementTree):
        tree = tree.getroot()
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")

    def put(element, level):
        inner = "\n" + (level + 1) * space
        if not element.text or not element.text.strip():
            element.text = inner
        for child in element:
            if len(child):
                put(child, level + 1)
            if not child.tail or not child.tail.strip():
                child.tail = inner
        if not child.tail.strip():
            child.tail = "\n" + level * space
    if len(tree):
        put(tree, level)


class TreeBuilder:
    """Makes a tree of what a parser calls."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False,
                 insert_pis=False):
        self._make = element_factory or Element
        self._make_comment = comment_factory or Comment
        self._make_pi = pi_factory or ProcessingInstruction
        self.insert_comments, self.insert_pis = insert_comments, insert_pis
        self._stack, self._data = [], []
        self._last = self._root = None
        self._behind = False

    def close(self):
        """Gives the root."""
        assert not self._stack, "missing end tags"
        assert self._root is not None, "missing toplevel element"
        return self._root

    def _flush(self):
        if self._data:
            if self._last is not None:
                text = "".join(self._data)
                if self._behind:
                    self._last.tail = text
                else:
                    self._last.text = text
            self._data = []

    def data(self, data):
        """Adds text."""
        self._data.append(data)

    def start(self, tag, attrs):
        """Begins an element."""
        self._flush()
        self._last = element = self._make(tag, attrs)
        if self._stack:
            self._stack[-1].append(element)
        elif self._root is None:
            self._root = element
        self._stack.append(element)
        self._behind = False
        return element

    def end(self, tag):
        """Ends it."""
        self._flush()
        self._last = self._stack.pop()
        self._behind = True
        return self._last

    def _single(self, element, insert):
        if insert:
            self._flush()
            self._last = element
            if self._stack:
                self._stack[-1].append(element)
            self._behind = True
        return element

    def comment(self, text):
        """Takes a comment."""
        return self._single(self._make_comment(text), self.insert_comments)

    def pi(self, target, text=None):
        """Takes a processing instruction."""
        return self._single(self._make_pi(target, text), self.insert_pis)


class _Events:
    """What the scanner calls: passes it on to the builder's methods that there are."""

    def __init__(self, target, events=None, wanted=()):
        self.target = target
        self.events, self.wanted = events, set(wanted)

    def _tell(self, kind, method, *args):
        call = getattr(self.target, method, None)
        got = call(*args) if call is not None else None
        if kind in self.wanted:
            self.events.append((kind, got))

    def start(self, tag, attrs):
        self._tell("start", "start", tag, attrs)

    def end(self, tag):
        self._tell("end", "end", tag)

    def text(self, data):
        if hasattr(self.target, "data") and data:
            self.target.data(data)

    def comment(self, text):
        self._tell("comment", "comment", text)

    def pi(self, target, text):
        self._tell("pi", "pi", target, text)

    def start_ns(self, prefix, uri):
        if hasattr(self.target, "start_ns"):
            self.target.start_ns(prefix, uri)
        if "start-ns" in self.wanted:
            self.events.append(("start-ns", (prefix, uri)))

    def end_ns(self, prefix):
        if hasattr(self.target, "end_ns"):
            self.target.end_ns(prefix)
        if "end-ns" in self.wanted:
            self.events.append(("end-ns", None))


class XMLParser:
    """Reads XML and calls a target, by default one that makes a tree."""

    def __init__(self, *, target=None, encoding=None):
        self.target = TreeBuilder() if target is None else target
        self._encoding = encoding
        self._parts = []
        self.version = "Expat 2.6.3"
        self.entity = {}

    def feed(self, data):
        """Takes a piece of the text."""
        self._parts.append(data)

    def flush(self):
        """Does nothing: the text is read once it is whole."""

    def close(self):
        """Reads the text and gives what the target does."""
        self._scan(_Events(self.target))
        close = getattr(self.target, "close", None)
        return close() if close is not None else None

    def _scan(self, handler):
        parts, self._parts = self._parts, []
        empty = "" if parts and isinstance(parts[0], str) else b""
        try:
            scanner = Scanner(decoded(empty.join(parts), self._encoding), handler)
            scanner.entities.update(self.entity)
            scanner.run()
        except Wrong as wrong:
            code, text, line, column = wrong.args
            error = ParseError("%s: line %d, column %d" % (text, line, column))
            error.code, error.position = code, (line, column)
            raise error from None


class XMLPullParser:
    """Reads XML and keeps what happened until somebody asks."""

    def __init__(self, events=None, *, _parser=None):
        self._events = []
        self._wanted = ("end",) if events is None else tuple(events)
        for event in self._wanted:
            if event not in ("start", "end", "comment", "pi", "start-ns", "end-ns"):
                raise ValueError("unknown event %r" % event)
        self._parser = _parser or XMLParser(target=TreeBuilder())
        self.root = None

    def feed(self, data):
        """Takes a piece of the text."""
        if self._parser is None:
            raise ValueError("feed() called after end of stream")
        self._parser.feed(data)

    def close(self):
        """Reads the text."""
        parser, self._parser = self._parser, None
        if parser is not None:
            parser._scan(_Events(parser.target, self._events, self._wanted))
            self.root = parser.target.close()

    def read_events(self):
        """Gives what happened since."""
        while self._events:
            event = self._events.pop(0)
            if isinstance(event, Exception):
                raise event
            yield event

    def flush(self):
        """Does nothing: the text is read once it is whole."""


def iterparse(source, events=None, parser=None):
    """Reads a file and gives the elements as they end."""
    pull = XMLPullParser(events, _parser=parser)
    own = not hasattr(source, "read")
    file = open(source, "rb") if own else source

    class IterParse:
        root = None

        def __init__(self):
            self._made = self._run()

        def _run(self):
            try:
                pull.feed(file.read())
                pull.close()
                yield from pull.read_events()
                self.root = pull.root
            finally:
                self.close()

        def __iter__(self):
            return self

        def __next__(self):
            return next(self._made)

        def close(self):
            if own:
                file.close()
    return IterParse()


def parse(source, parser=None):
    """Reads a file."""
    tree = ElementTree()
    tree.parse(source, parser)
    return tree


def XML(text, parser=None):
    """Reads a text; gives the root."""
    parser = parser or XMLParser(target=TreeBuilder())
    parser.feed(text)
    return parser.close()


fromstring = XML


def fromstringlist(sequence, parser=None):
    """The same, of pieces."""
    parser = parser or XMLParser(target=TreeBuilder())
    for text in sequence:
        parser.feed(text)
    return parser.close()


def XMLID(text, parser=None):
    """The same, with a dict of the elements that have an id."""
    tree = XML(text, parser)
    return tree, {element.get("id"): element for element in tree.iter() if element.get("id")}
