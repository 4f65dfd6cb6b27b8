"""Writes a tree as text."""

_namespace_map = {"http://www.w3.org/XML/1998/namespace": "xml", "http://www.w3.org/1999/xhtml": "html",
                  "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf", "http://schemas.xmlsoap.org/wsdl/": "wsdl",
                  "http://www.w3.org/2001/XMLSchema": "xs", "http://www.w3.org/2001/XMLSchema-instance": "xsi",
                  "http://purl.org/dc/elements/1.1/": "dc"}
_void = {"area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "isindex", "link", "meta",
         "param", "source", "track", "wbr"}


def register_namespace(prefix, uri):
    """Chooses the prefix of a namespace."""
    if prefix[:2] == "ns" and prefix[2:].isdigit():
        raise ValueError("Prefix format reserved for internal use")
    for known, name in list(_namespace_map.items()):
        if known == uri or name == prefix:
            del _namespace_map[known]
    _namespace_map[uri] = prefix


def _wrong(text):
    raise TypeError("cannot serialize %r (type %s)" % (text, type(text).__name__))


def _cdata(text):
    try:
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    except (TypeError, AttributeError):
        _wrong(text)


def _value(text):
    try:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
        return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")
    except (TypeError, AttributeError):
        _wrong(text)


class _Names:
    """Names as they are written, with prefixes for namespaces."""

    def __init__(self, root, default):
        from xml.etree.ElementTree import QName
        self.qname = QName
        self.default = default
        self.known = {None: None}
        self.spaces = {default: ""} if default else {}
        for element in root.iter():
            tag = element.tag
            if isinstance(tag, QName):
                self.name(tag.text)
            elif isinstance(tag, str):
                self.name(tag)
            elif tag is not None and not callable(tag):
                _wrong(tag)
            for key, value in element.items():
                self.name(key.text if isinstance(key, QName) else key)
                if isinstance(value, QName):
                    self.name(value.text)
            if isinstance(element.text, QName):
                self.name(element.text.text)

    def name(self, name):
        if name not in self.known:
            self.known[name] = self._made(name)
        return self.known[name]

    def _made(self, name):
        try:
            if name[:1] != "{":
                if self.default:
                    raise ValueError("cannot use non-qualified names with default_namespace option")
                return name
            uri, local = name[1:].rsplit("}", 1)
        except TypeError:
            _wrong(name)
        prefix = self.spaces.get(uri)
        if prefix is None:
            prefix = _namespace_map.get(uri)
            if prefix is None:
                prefix = "ns%d" % len(self.spaces)
            if prefix != "xml":
                self.spaces[uri] = prefix
        return "%s:%s" % (prefix, local) if prefix else local

    def text(self, value):
        return self.name(value.text) if isinstance(value, self.qname) else _cdata(value)


def serialize(root, encoding, declaration, default_namespace, method, short):
    """The text of a tree, and the encoding that it is to have."""
    method = method or "xml"
    if method not in ("xml", "html", "text", "c14n"):
        raise ValueError("unknown method %r" % method)
    if not encoding:
        encoding = "us-ascii"
    out = []
    lower = encoding.lower()
    if lower == "unicode":
        encoding = "unicode"
    if method == "xml" and (declaration or declaration is None and lower not in ("utf-8", "us-ascii", "unicode")):
        name = encoding
        if encoding == "unicode":
            import locale
            name = locale.getpreferredencoding()
        out.append("<?xml version='1.0' encoding='%s'?>\n" % name)
    if method == "text":
        out += root.itertext()
        if root.tail:
            out.append(root.tail)
    else:
        names = _Names(root, default_namespace)
        _put(out, root, names, names.spaces, method == "html", short)
    return "".join(out), encoding


def _put(out, element, names, spaces, html, short):
    from xml.etree.ElementTree import Comment, ProcessingInstruction
    tag, text = element.tag, element.text
    if tag is Comment:
        out.append("<!--%s-->" % (_cdata(text) if html else text))
    elif tag is ProcessingInstruction:
        out.append("<?%s?>" % (_cdata(text) if html else text))
    else:
        name = None if tag is None else names.name(tag.text if isinstance(tag, names.qname) else tag)
        if name is None:
            if text:
                out.append(_cdata(text))
            for child in element:
                _put(out, child, names, None, html, short)
        else:
            _put_element(out, element, name, names, spaces, html, short)
    if element.tail:
        out.append(_cdata(element.tail))


def _put_element(out, element, name, names, spaces, html, short):
    text = element.text
    out.append("<" + name)
    if spaces:
        for uri, prefix in sorted(spaces.items(), key=lambda item: item[1]):
            out.append(' xmlns%s="%s"' % (":" + prefix if prefix else "", _value(uri)))
    for key, value in element.items():
        key = key.text if isinstance(key, names.qname) else key
        value = names.name(value.text) if isinstance(value, names.qname) else _value(value)
        out.append(' %s="%s"' % (names.name(key), value))
    low = name.lower()
    if not html and not text and not len(element) and short:
        out.append(" />")
        return
    out.append(">")
    if text:
        out.append(text if html and low in ("script", "style") else names.text(text))
    for child in element:
        _put(out, child, names, None, html, short)
    if not html or low not in _void:
        out.append("</%s>" % name)
