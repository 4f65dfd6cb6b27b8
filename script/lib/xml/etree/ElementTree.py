"""XML as a tree of elements, each with its tag, attributes, text and children."""

import io
import re
import sys

from xml.etree import _path
from xml.etree._scan import Scanner, Wrong, decoded
from xml.etree._write import _namespace_map, register_namespace, serialize

__all__ = ["Comment", "dump", "Element", "ElementTree", "fromstring", "fromstringlist", "indent", "iselement",
           "iterparse", "parse", "ParseError", "PI", "ProcessingInstruction", "QName", "SubElement", "tostring",
           "tostringlist", "TreeBuilder", "VERSION", "XML", "XMLID", "XMLParser", "XMLPullParser", "register_namespace"]

VERSION = "1.3.0"
ElementPath = _path
_PIECE = 1 << 16  # how much of a file is read at once


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

    __slots__ = ("tag", "attrib", "text", "tail", "_inside", "__weakref__")

    def __init__(self, tag, attrib={}, **extra):
        if not isinstance(attrib, dict):
            raise TypeError(f"Element() argument 2 must be dict, not {type(attrib).__name__}")
        self.tag, self.attrib = tag, dict(attrib, **extra)
        self.text, self.tail, self._inside = None, None, []

    def __repr__(self):
        return f"<{type(self).__name__} {self.tag!r} at {id(self):#x}>"

    def makeelement(self, tag, attrib):
        """Makes one of the same class."""
        kind = type(self)
        return kind(tag, attrib)

    def __copy__(self):
        out = self.makeelement(self.tag, self.attrib)
        out.text, out.tail = self.text, self.tail
        out[:] = self
        return out

    def __deepcopy__(self, memo):
        import copy
        out = self.makeelement(self.tag, copy.deepcopy(self.attrib, memo))
        out.text, out.tail = self.text, self.tail
        out._inside = [copy.deepcopy(child, memo) for child in self._inside]
        return out

    def __getstate__(self):
        return {"tag": self.tag, "_children": list(self._inside), "attrib": self.attrib, "text": self.text,
                "tail": self.tail}

    def __setstate__(self, state):
        self._inside = list(state.get("_children", ()))
        for name in "tag", "attrib", "text", "tail":
            setattr(self, name, state.get(name))

    def __reduce_ex__(self, protocol):
        return Element, (self.tag,), self.__getstate__()

    def __len__(self):
        return len(self._inside)

    def __bool__(self):
        import warnings
        warnings.warn("Testing an element's truth value will always return True in future versions.  "
                      "Use specific 'len(elem)' or 'elem is not None' test instead.", DeprecationWarning, stacklevel=2)
        return len(self._inside) != 0

    def __getitem__(self, index):
        return self._inside[index]

    def __setitem__(self, index, element):
        many = isinstance(index, slice)
        news = list(element) if many else [element]
        for one in news:
            if not isinstance(one, Element):
                raise TypeError(f"expected an Element, not {type(one).__name__}")
        self._inside[index] = news if many else element

    def __delitem__(self, index):
        del self._inside[index]

    def append(self, subelement):
        """Adds a child."""
        self._check_argument("append", subelement)
        self._inside.append(subelement)

    def _check_argument(self, method, e, place=" 1"):
        if not isinstance(e, Element):
            raise TypeError("%s() argument%s must be xml.etree.ElementTree.Element, not %s" % (method, place, type(e).__name__))

    def extend(self, elements):
        """Adds children."""
        for element in elements:
            if not isinstance(element, Element):
                raise TypeError('expected an Element, not "%s"' % type(element).__name__)
            self._inside.append(element)

    def insert(self, index, subelement):
        """Adds a child at a place."""
        self._check_argument("insert", subelement, " 2")
        self._inside.insert(index, subelement)

    def remove(self, subelement):
        """Takes a child away."""
        for i, child in enumerate(self._inside):
            if child is subelement:
                del self._inside[i]
                return
        try:
            self._inside.remove(subelement)
        except ValueError:
            raise ValueError("list.remove(x): x not in list") from None

    def find(self, path, namespaces=None):
        """Finds the first element of a path."""
        if namespaces is None and _is_tag(path):
            return next((child for child in self._inside if child.tag == path), None)
        return _path.find(self, path, namespaces)

    def findtext(self, path, default=None, namespaces=None):
        """Finds its text."""
        found = self.find(path, namespaces)
        return default if found is None else found.text or ""

    def findall(self, path, namespaces=None):
        """Finds all of them."""
        if namespaces is None and _is_tag(path):
            return [child for child in self._inside if child.tag == path]
        return _path.findall(self, path, namespaces)

    def iterfind(self, path, namespaces=None):
        """Finds them one by one."""
        return _path.iterfind(self, path, namespaces)

    def clear(self):
        """Empties the element but for its tag."""
        self.attrib.clear()
        self.text, self.tail, self._inside = None, None, []

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
        if tag in (None, "*", self.tag):
            yield self
        for child in self._inside:
            yield from child.iter(tag)

    def itertext(self):
        """The texts of all of them."""
        if not isinstance(self.tag, str) and self.tag is not None:
            return
        if self.text:
            yield self.text
        for child in self._inside:
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
    return _special(Comment, text)


def _special(kind, text):
    made = Element(kind)
    made.text = text
    return made


def ProcessingInstruction(target, text=None):
    """Makes a processing instruction."""
    return _special(ProcessingInstruction, f"{target} {text}" if text else target)


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
        if not hasattr(source, "read"):
            with open(source, "rb") as file:
                return ElementTree.parse(self, file, parser)
        reader = XMLParser() if parser is None else parser
        while piece := source.read(_PIECE):
            reader.feed(piece)
        self._root = root = reader.close()
        return root

    def iter(self, tag=None):
        """All elements."""
        return self.getroot().iter(tag)

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
    whole = elem if isinstance(elem, ElementTree) else ElementTree(elem)
    out = sys.stdout
    whole.write(out, "unicode")
    if not (whole.getroot().tail or "").endswith("\n"):
        out.write("\n")


def indent(tree, space="  ", level=0):
    """Puts blanks between elements, so that each stands on its line."""
    root = tree.getroot() if isinstance(tree, ElementTree) else tree
    if level < 0:
        raise ValueError(f"Initial indentation level must be >= 0, got {level}")

    def put(element, level):
        inner = "\n" + (level + 1) * space
        if _blank(element.text):
            element.text = inner
        for child in element:
            if len(child):
                put(child, level + 1)
            if _blank(child.tail):
                child.tail = inner
        # Behind the last one stands the end of what is around it.
        if _blank(child.tail):
            child.tail = "\n" + level * space
    if len(root):
        put(root, level)


def _blank(text):
    return not text or text.isspace()


class TreeBuilder:
    """Makes a tree of what a parser calls."""

    def __init__(self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False,
                 insert_pis=False):
        self._make = element_factory or Element
        self._make_comment = comment_factory or Comment
        self._make_pi = pi_factory or ProcessingInstruction
        self.insert_comments, self.insert_pis = insert_comments, insert_pis
        self._open, self._pieces = [], []
        self._recent = self._root = None
        self._behind = False  # whether text belongs behind the recent element, not into it

    def close(self):
        """Gives the root."""
        if self._open:
            raise AssertionError("missing end tags")
        if self._root is None:
            raise AssertionError("missing toplevel element")
        return self._root

    def _flush(self):
        pieces, self._pieces = self._pieces, []
        if pieces and self._recent is not None:
            setattr(self._recent, "tail" if self._behind else "text", "".join(pieces))

    def data(self, data):
        """Adds text."""
        self._pieces.append(data)

    def start(self, tag, attrs):
        """Begins an element."""
        self._flush()
        self._recent = element = self._make(tag, attrs)
        if self._open:
            self._open[-1].append(element)
        elif self._root is None:
            self._root = element
        self._open.append(element)
        self._behind = False
        return element

    def end(self, tag):
        """Ends it."""
        self._flush()
        self._recent = self._open.pop()
        self._behind = True
        return self._recent

    def _single(self, element, insert):
        if insert:
            self._flush()
            self._recent = element
            if self._open:
                self._open[-1].append(element)
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
        self._space("start", (prefix, uri), (prefix, uri))

    def end_ns(self, prefix):
        self._space("end", (prefix,), None)

    def _space(self, what, args, told):
        call = getattr(self.target, what + "_ns", None)
        if call is not None:
            call(*args)
        if what + "-ns" in self.wanted:
            self.events.append((what + "-ns", told))


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
        self._reader = _parser or XMLParser()
        self.root = None

    def feed(self, data):
        """Takes a piece of the text."""
        if self._reader is None:
            raise ValueError("feed() called after end of stream")
        self._reader.feed(data)

    def close(self):
        """Reads the text."""
        parser, self._reader = self._reader, None
        if parser is not None:
            parser._scan(_Events(parser.target, self._events, self._wanted))
            self.root = parser.target.close()

    def read_events(self):
        """Gives what happened since."""
        while self._events:
            yield self._events.pop(0)

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
    read = ElementTree()
    read.parse(source, parser=parser)
    return read


def XML(text, parser=None):
    """Reads a text; gives the root."""
    return fromstringlist([text], parser)


fromstring = XML


def fromstringlist(sequence, parser=None):
    """The same, of pieces."""
    reader = parser or XMLParser()
    for piece in sequence:
        reader.feed(piece)
    return reader.close()


def XMLID(text, parser=None):
    """The same, with a dict of the elements that have an id."""
    tree = XML(text, parser)
    return tree, {element.get("id"): element for element in tree.iter() if element.get("id")}
