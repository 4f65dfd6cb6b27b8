"""Messages: headers, and a payload of text or of parts."""

import binascii
import re
from io import BytesIO, StringIO

from email import errors, utils
from email._policy import Policy, compat32
from email.charset import Charset

__all__ = ["Message", "EmailMessage"]

_special = re.compile(r"[ \(\)<>@,;:\\\"/\[\]\?=]")


def _parameter(name, value=None, quote=True):
    """One parameter as a header has it."""
    if value is None or len(value) == 0:
        return name
    if isinstance(value, tuple):
        return "%s=%s" % (name + "*", utils.encode_rfc2231(value[2], value[0], value[1]))
    if not value.isascii():
        return "%s=%s" % (name + "*", utils.encode_rfc2231(value, "utf-8", ""))
    return '%s="%s"' % (name, utils.quote(value)) if quote or _special.search(value) else "%s=%s" % (name, value)


def _pieces(text):
    """A header at its semicolons, but for those in quotes."""
    out, quoted, at = [""], False, 0
    while at < len(text):
        c = text[at]
        if c == "\\" and quoted:
            out[-1] += text[at:at + 2]
            at += 2
            continue
        quoted ^= c == '"'
        if c == ";" and not quoted:
            out.append("")
        else:
            out[-1] += c
        at += 1
    return out


def _parameters(value):
    """The pairs of names and values that a header has, as they are written."""
    out = []
    for piece in _pieces(str(value)):
        name, equals, given = piece.strip().partition("=")
        if name or equals:
            out.append((name.strip().lower() if equals and out else name.strip(), given.strip()))
    return out


def _bytes_of(text):
    """Text that may have bytes of no character in it, as bytes."""
    return text.encode("ascii", "surrogateescape")


def _odd(text):
    """Whether there are bytes of no character in text."""
    return any("\udc80" <= c <= "\udcff" for c in text)


class Message:
    """One message. Its headers are looked up as in a mapping, without regard to case."""

    def __init__(self, policy=compat32):
        self.policy = policy
        self._headers, self._payload, self._charset, self._unixfrom = [], None, None, None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = "text/plain"

    def __str__(self):
        return self.as_string()

    def __bytes__(self):
        return self.as_bytes()

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """The whole message as a str."""
        from email.generator import Generator
        out = StringIO()
        Generator(out, mangle_from_=False, maxheaderlen=maxheaderlen, policy=policy or self.policy).flatten(self, unixfrom)
        return out.getvalue()

    def as_bytes(self, unixfrom=False, policy=None):
        """The whole message as bytes."""
        from email.generator import BytesGenerator
        out = BytesIO()
        BytesGenerator(out, mangle_from_=False, policy=policy or self.policy).flatten(self, unixfrom)
        return out.getvalue()

    # The payload.

    def is_multipart(self):
        """Whether there are parts."""
        return isinstance(self._payload, list)

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def get_unixfrom(self):
        return self._unixfrom

    def attach(self, payload):
        """Adds a part."""
        if self._payload is None:
            self._payload = [payload]
        elif self.is_multipart():
            self._payload.append(payload)
        else:
            raise TypeError("Attach is not valid on a message with a non-multipart payload")

    def get_payload(self, i=None, decode=False):
        """The text or the list of parts; one of those, or the bytes that the text stands for."""
        payload = self._payload
        if self.is_multipart():
            if decode:
                return None
            return payload if i is None else payload[i]
        if i is not None:
            raise TypeError("Expected list, got %s" % type(payload))
        encoding = str(self.get("content-transfer-encoding", "")).strip().lower()
        if not decode:
            if isinstance(payload, str) and _odd(payload):
                try:
                    return _bytes_of(payload).decode(str(self.get_param("charset", "ascii")), "replace")
                except LookupError:
                    return _bytes_of(payload).decode("ascii", "replace")
            return payload
        if payload is None:
            return None
        data = self._data(payload)
        if encoding == "quoted-printable":
            return binascii.a2b_qp(data)
        if encoding == "base64":
            return self._base64(data)
        if encoding in ("x-uuencode", "uuencode", "uue", "x-uue"):
            return _uudecoded(data)
        return data

    def _data(self, payload):
        if not isinstance(payload, str):
            return payload
        try:
            return _bytes_of(payload)
        except UnicodeEncodeError:
            return payload.encode("raw-unicode-escape")

    def _base64(self, data):
        data = re.sub(rb"[^A-Za-z0-9+/]", b"", data.partition(b"=")[0])
        if len(data) % 4 == 1:
            data = data[:-1]
        try:
            return binascii.a2b_base64(data + b"===" [:-len(data) % 4])
        except binascii.Error:
            return data

    def set_payload(self, payload, charset=None):
        """Sets the payload, and its character set if one is given."""
        if hasattr(payload, "encode"):
            if isinstance(charset, Charset):
                charset = charset.output_charset
            try:
                self._payload = payload.encode(str(charset) if charset else "ascii",
                                               "surrogateescape").decode("ascii", "surrogateescape")
            except UnicodeEncodeError:
                if charset:
                    raise
                self._payload = payload
        else:
            self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Has the headers say that the payload is in a character set, and the payload be written so."""
        if charset is None:
            self.del_param("charset")
            self._charset = None
            return
        if not isinstance(charset, Charset):
            charset = Charset(charset)
        self._charset = charset
        self._add_missing("MIME-Version", "1.0")
        if "Content-Type" not in self:
            self.add_header("Content-Type", "text/plain", charset=charset.get_output_charset())
        else:
            self.set_param("charset", charset.get_output_charset())
        if "Content-Transfer-Encoding" in self:
            return
        encoding = charset.get_body_encoding()
        if callable(encoding):
            encoding(self)
            return
        if self._payload is not None:
            self._payload = charset.body_encode(_bytes_of(self._payload) if isinstance(self._payload, str)
                                                else self._payload)
        self.add_header("Content-Transfer-Encoding", encoding)

    def _add_missing(self, name, value):
        if name not in self:
            self[name] = value

    def get_charset(self):
        return self._charset

    # Headers.

    def __len__(self):
        return len(self._headers)

    def __contains__(self, name):
        return name.lower() in [k.lower() for k, _ in self._headers]

    def __iter__(self):
        for name, _ in self._headers:
            yield name

    def __getitem__(self, name):
        return self.get(name)

    def __setitem__(self, name, val):
        most = self.policy.header_max_count(name)
        if most and sum(k.lower() == name.lower() for k, _ in self._headers) >= most:
            raise ValueError("There may be at most {} {} headers in a message".format(most, name))
        self._headers.append(self.policy.header_store_parse(name, val))

    def __delitem__(self, name):
        self._headers = [pair for pair in self._headers if pair[0].lower() != name.lower()]

    def _value(self, pair):
        return self.policy.header_fetch_parse(*pair)

    def keys(self):
        return [name for name, _ in self._headers]

    def values(self):
        return [self._value(pair) for pair in self._headers]

    def items(self):
        return [(pair[0], self._value(pair)) for pair in self._headers]

    def get(self, name, failobj=None):
        """The first header of that name."""
        for pair in self._headers:
            if pair[0].lower() == name.lower():
                return self._value(pair)
        return failobj

    def get_all(self, name, failobj=None):
        """All headers of that name."""
        return [self._value(pair) for pair in self._headers if pair[0].lower() == name.lower()] or failobj

    def set_raw(self, name, value):
        self._headers.append((name, value))

    def raw_items(self):
        return iter(self._headers.copy())

    def add_header(self, _name, _value, **_params):
        """Adds a header with parameters."""
        parts = [] if _value is None else [_value]
        for name, value in _params.items():
            parts.append(_parameter(name.replace("_", "-"), value))
        self[_name] = "; ".join(parts)

    def replace_header(self, _name, _value):
        """Gives the first header of that name another value."""
        for i, (name, _) in enumerate(self._headers):
            if name.lower() == _name.lower():
                self._headers[i] = self.policy.header_store_parse(name, _value)
                return
        raise KeyError(_name.lower())

    # What the content is.

    def get_content_type(self):
        """The type of the content."""
        value = self.get("content-type")
        if value is None:
            return self.get_default_type()
        kind = _pieces(str(value))[0].strip().lower()
        return kind if kind.count("/") == 1 else "text/plain"

    def get_content_maintype(self):
        return self.get_content_type().split("/")[0]

    def get_content_subtype(self):
        return self.get_content_type().split("/")[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def _read_params(self, header):
        value = self.get(header)
        return None if value is None else utils.decode_params(_parameters(value))

    def get_params(self, failobj=None, header="content-type", unquote=True):
        """The parameters of a header, the content's type first."""
        found = self._read_params(header)
        if found is None:
            return failobj
        return [(k, _unquoted(v)) for k, v in found] if unquote else found

    def get_param(self, param, failobj=None, header="content-type", unquote=True):
        """One parameter of a header."""
        for name, value in self._read_params(header) or ():
            if name.lower() == param.lower():
                return _unquoted(value) if unquote else value
        return failobj

    def set_param(self, param, value, header="Content-Type", requote=True, charset=None, language="", replace=False):
        """Sets a parameter of a header."""
        if not isinstance(value, tuple) and charset:
            value = (charset, language, value)
        if header not in self and header.lower() == "content-type":
            text = "text/plain"
        else:
            text = self.get(header)
        if not self.get_param(param, header=header):
            made = _parameter(param, value, requote)
            text = made if not text else "; ".join([text, made])
        else:
            parts = []
            for name, old in self.get_params(header=header, unquote=requote):
                parts.append(_parameter(name, value if name.lower() == param.lower() else old, requote))
            text = "; ".join(parts)
        self._give(header, text, replace)

    def _give(self, header, text, replace):
        if text == self.get(header):
            return
        if replace:
            self.replace_header(header, text)
        else:
            del self[header]
            self[header] = text

    def del_param(self, param, header="content-type", requote=True):
        """Takes a parameter out of a header."""
        if header not in self:
            return
        self._give(header, "; ".join(_parameter(name, value, requote)
                                     for name, value in self.get_params(header=header, unquote=requote)
                                     if name.lower() != param.lower()), False)

    def set_type(self, type, header="Content-Type", requote=True):
        """Sets the type, and keeps the parameters."""
        if type.count("/") != 1:
            raise ValueError
        if header.lower() == "content-type":
            del self["mime-version"]
            self["MIME-Version"] = "1.0"
        kept = self.get_params(header=header, unquote=requote) or []
        del self[header]
        self[header] = "; ".join([type] + [_parameter(name, value, requote) for name, value in kept[1:]])

    def get_filename(self, failobj=None):
        """The name that the content is to have as a file."""
        missing = object()
        name = self.get_param("filename", missing, "content-disposition")
        if name is missing:
            name = self.get_param("name", missing, "content-type")
        return failobj if name is missing else utils.collapse_rfc2231_value(name).strip()

    def get_boundary(self, failobj=None):
        """What stands between parts."""
        missing = object()
        found = self.get_param("boundary", missing)
        return failobj if found is missing else utils.collapse_rfc2231_value(found).rstrip()

    def set_boundary(self, boundary):
        """Has the content's type name another boundary."""
        if self.get_params(header="content-type") is None:
            raise errors.HeaderParseError("No Content-Type header found")
        pairs = _parameters(self["content-type"])
        quoted = 'boundary="%s"' % boundary
        parts, seen = [], False
        for name, value in pairs:
            if name.lower() == "boundary":
                parts.append(quoted)
                seen = True
            else:
                parts.append(name if value == "" else "%s=%s" % (name, value))
        self.replace_header("content-type", "; ".join(parts if seen else parts + [quoted]))

    def get_content_charset(self, failobj=None):
        """The character set that the content's type names."""
        missing = object()
        charset = self.get_param("charset", missing)
        if charset is missing:
            return failobj
        if isinstance(charset, tuple):
            try:
                charset = charset[2].encode("raw-unicode-escape").decode(charset[0] or "us-ascii")
            except (LookupError, UnicodeError):
                charset = charset[2]
        return charset.lower() if charset.isascii() else failobj

    def get_charsets(self, failobj=None):
        """The character sets of all parts."""
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        """What is to become of the content."""
        value = self.get("content-disposition")
        return None if value is None else _pieces(str(value))[0].strip().lower()

    from email.iterators import walk


def _unquoted(value):
    if isinstance(value, tuple):
        return value[0], value[1], utils.unquote(value[2])
    return utils.unquote(value)


def _uudecoded(data):
    lines = iter(data.splitlines())
    for line in lines:
        if line.startswith(b"begin "):
            break
    else:
        return data
    out = b""
    for line in lines:
        if not line or line == b"end":
            break
        out += binascii.a2b_uu(line)
    return out


from email._modern import EmailMessage, MIMEPart
