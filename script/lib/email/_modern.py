"""Messages as they are now: with contents, and headers that know what they are."""

import datetime
import types

from email import encoders, utils
from email._policy import EmailPolicy
from email.header import decode_header, make_header
from email.message import Message

_addressed = frozenset("to from cc bcc sender reply-to resent-to resent-from resent-cc resent-bcc resent-sender".split())


class Address:
    """A person and where mail for them goes."""

    def __init__(self, display_name="", username="", domain="", addr_spec=None):
        if addr_spec is not None:
            if username or domain:
                raise TypeError("addrspec specified when username and/or domain also specified")
            username, _, domain = addr_spec.rpartition("@")
        for part in display_name, username, domain:
            if "\r" in part or "\n" in part:
                raise ValueError("invalid arguments; address parts cannot contain CR or LF")
        self.display_name, self.username, self.domain = display_name, username, domain

    @property
    def addr_spec(self):
        """Where mail goes."""
        return "%s@%s" % (self.username, self.domain) if self.domain else self.username or "<>"

    def __repr__(self):
        return "{}(display_name={!r}, username={!r}, domain={!r})".format(
            self.__class__.__name__, self.display_name, self.username, self.domain)

    def __str__(self):
        if not self.display_name:
            return self.addr_spec
        name = self.display_name
        if any(c in '()<>@,:;".[]\\' for c in name):
            name = '"%s"' % utils.quote(name)
        return "%s <%s>" % (name, self.addr_spec)

    def __eq__(self, other):
        if not isinstance(other, Address):
            return NotImplemented
        return str(self) == str(other)


Address.__module__ = "email.headerregistry"


class BaseHeader(str):
    """The text of a header."""

    defects = ()


class _UnstructuredHeader(BaseHeader):
    pass


class _AddressHeader(BaseHeader):
    @property
    def addresses(self):
        """The addresses, in order."""
        return tuple(Address(name, addr_spec=spec) for name, spec in utils.getaddresses([str(self)], strict=False))


class _SingleAddressHeader(_AddressHeader):
    @property
    def address(self):
        """The only address."""
        if len(self.addresses) != 1:
            raise ValueError("value of single address header {} is not a single address".format(self.name))
        return self.addresses[0]


class _DateHeader(BaseHeader):
    @property
    def datetime(self):
        """The date, None if the text is none."""
        try:
            return utils.parsedate_to_datetime(str(self))
        except ValueError:
            return None


class _ParameterHeader(BaseHeader):
    def _parts(self):
        from email.message import _parameters
        return [(k, v[2] if isinstance(v, tuple) else v) for k, v in utils.decode_params(_parameters(str(self)))]

    @property
    def params(self):
        """The parameters."""
        return types.MappingProxyType({name: utils.unquote(value) for name, value in self._parts()[1:]})


class _ContentTypeHeader(_ParameterHeader):
    @property
    def content_type(self):
        """The type of the content."""
        return self._parts()[0][0].lower()

    @property
    def maintype(self):
        return self.content_type.partition("/")[0]

    @property
    def subtype(self):
        return self.content_type.partition("/")[2]


class _DispositionHeader(_ParameterHeader):
    @property
    def content_disposition(self):
        """What is to become of the content."""
        return self._parts()[0][0].lower()


for _kind in list(globals().values()):
    if isinstance(_kind, type) and issubclass(_kind, BaseHeader):
        _kind.__module__ = "email.headerregistry"

_kinds = {"date": _DateHeader, "resent-date": _DateHeader, "orig-date": _DateHeader, "content-type": _ContentTypeHeader,
          "content-disposition": _DispositionHeader, "sender": _SingleAddressHeader,
          "resent-sender": _SingleAddressHeader, **dict.fromkeys(_addressed - {"sender", "resent-sender"}, _AddressHeader)}


def header_value(name, value):
    """The header that a value stands for."""
    kind = _kinds.get(name.lower(), _UnstructuredHeader)
    if isinstance(value, datetime.datetime) and kind is _DateHeader:
        value = utils.format_datetime(value)
    elif kind in (_AddressHeader, _SingleAddressHeader) and not isinstance(value, str):
        value = ", ".join(map(str, [value] if hasattr(value, "addr_spec") else value))
    elif isinstance(value, str) and "=?" in value:
        value = str(make_header(decode_header(value)))
    made = kind(value)
    made.name = name
    return made


class MIMEPart(Message):
    """A message or a part of one."""

    def __init__(self, policy=None):
        if policy is None:
            from email.policy import default as policy
        super().__init__(policy)

    def as_string(self, unixfrom=False, maxheaderlen=None, policy=None):
        policy = self.policy if policy is None else policy
        return super().as_string(unixfrom, policy.max_line_length if maxheaderlen is None else maxheaderlen, policy)

    def __str__(self):
        return self.as_string(policy=self.policy.clone(utf8=True) if isinstance(self.policy, EmailPolicy) else None)

    def is_attachment(self):
        """Whether this is something to be kept beside the text."""
        return self.get_content_disposition() == "attachment"

    # What is in it.

    def _candidates(self, part, wanted):
        if part.is_attachment():
            return
        main, sub = part.get_content_type().split("/")
        if main == "text":
            if sub in wanted:
                yield wanted.index(sub), part
            return
        if main != "multipart" or not part.is_multipart():
            return
        if sub != "related":
            for inner in part.iter_parts():
                yield from self._candidates(inner, wanted)
            return
        if "related" in wanted:
            yield wanted.index("related"), part
        start = part.get_param("start")
        inner = next((p for p in part.iter_parts() if start and p["content-id"] == start), None)
        for first in [inner] if inner is not None else part.get_payload()[:1]:
            yield from self._candidates(first, wanted)

    def get_body(self, preferencelist=("related", "html", "plain")):
        """The part that is the text, of the kind that is liked best."""
        best = None
        for rank, part in self._candidates(self, preferencelist):
            if best is None or rank < best[0]:
                best = rank, part
        return best and best[1]

    def iter_parts(self):
        """The parts."""
        if self.is_multipart():
            yield from self.get_payload()

    def iter_attachments(self):
        """The parts that are not the text."""
        main, sub = self.get_content_type().split("/")
        if main != "multipart" or sub == "alternative" or not self.is_multipart():
            return
        parts = self.get_payload().copy()
        if sub == "related":
            start = self.get_param("start")
            body = next((p for p in parts if start and p["content-id"] == start), parts[0] if parts else None)
            yield from [p for p in parts if p is not body]
            return
        text = {id(p) for p in map(self._own_body, ("related", "html", "plain")) if p is not None}
        seen = set()
        for part in parts:
            kind = part.get_content_type()
            plain = kind in ("text/plain", "text/html", "multipart/related", "multipart/alternative")
            if plain and not part.is_attachment() and kind not in seen:
                seen.add(kind)
                continue
            yield part

    def _own_body(self, kind):
        return self.get_body((kind,))

    def get_content(self, *args, content_manager=None, **kw):
        """The content: a str of text, a message, or bytes."""
        if content_manager is not None:
            return content_manager.get_content(self, *args, **kw)
        main = self.get_content_maintype()
        if main == "multipart":
            raise KeyError(self.get_content_type())
        if main == "text":
            data = self.get_payload(decode=True)
            return data.decode(self.get_param("charset", "ASCII"), kw.get("errors", args[0] if args else "replace"))
        if main == "message" and self.is_multipart():
            return self.get_payload(0)
        return self.get_payload(decode=True)

    # Making it.

    def set_content(self, obj, *args, content_manager=None, **kw):
        """Sets the content, and the headers that tell of it."""
        if content_manager is not None:
            content_manager.set_content(self, obj, *args, **kw)
            return
        self.clear_content()
        self._fill(obj, *args, **kw)

    def _fill(self, obj, *args, **kw):
        if isinstance(obj, str):
            self._fill_text(obj, *args, **kw)
        elif isinstance(obj, (bytes, bytearray, memoryview)):
            self._fill_bytes(bytes(obj), *args, **kw)
        elif isinstance(obj, Message):
            self["Content-Type"] = "message/" + kw.pop("subtype", args[0] if args else "rfc822")
            self.set_payload([obj])
            self["Content-Transfer-Encoding"] = kw.pop("cte", None) or "8bit"
            self._finish(**kw)
        else:
            raise KeyError("%s.%s" % (type(obj).__module__, type(obj).__qualname__))

    def _fill_text(self, text, subtype="plain", charset="utf-8", cte=None, **kw):
        self["Content-Type"] = 'text/%s; charset="%s"' % (subtype, charset)
        text = "".join(line + "\n" for line in text.splitlines())
        data = text.encode(charset)
        longest = max(map(len, data.splitlines()), default=0)
        if cte is None:
            cte = _way(data, longest, self.policy)
        if cte == "quoted-printable":
            body = encoders.quoted_lines(data.decode("latin-1"), self.policy.max_line_length or 1 << 30)
        elif cte == "base64":
            body = encoders.base64_lines(data)
        else:
            body = data.decode("ascii", "surrogateescape")
        self.set_payload(body)
        self["Content-Transfer-Encoding"] = cte
        self._finish(**kw)

    def _fill_bytes(self, data, maintype, subtype, cte="base64", **kw):
        self["Content-Type"] = "%s/%s" % (maintype, subtype)
        if cte == "base64":
            body = encoders.base64_lines(data)
        elif cte == "quoted-printable":
            body = encoders.quoted_lines(data.decode("latin-1"))
        else:
            body = data.decode("ascii", "surrogateescape")
        self.set_payload(body)
        self["Content-Transfer-Encoding"] = cte
        self._finish(**kw)

    def _finish(self, disposition=None, filename=None, cid=None, params=None, headers=None):
        if disposition is None and filename is not None:
            disposition = "attachment"
        if disposition is not None:
            self["Content-Disposition"] = disposition
        if filename is not None:
            self.set_param("filename", filename, header="Content-Disposition", replace=True)
        if cid is not None:
            self["Content-ID"] = cid
        for name, value in (params or {}).items():
            self.set_param(name, value)
        for one in headers or ():
            if isinstance(one, str):
                name, _, value = one.partition(":")
                self[name] = value.strip()
            else:
                self[one.name] = one

    def clear_content(self):
        """Takes the content out."""
        self._headers = [(n, v) for n, v in self._headers if not n.lower().startswith("content-")]
        self._payload = None

    def clear(self):
        """Takes all out."""
        self._headers = []
        self._payload = None

    def _make(self, kind, refused, boundary):
        """Has the message be parts, the first what it was."""
        if self.get_content_maintype() == "multipart":
            now = self.get_content_subtype()
            if now in (*refused, kind):
                raise ValueError("Cannot convert {} to {}".format(now, kind))
        kept = [pair for pair in self._headers if not pair[0].lower().startswith("content-")]
        moved = [pair for pair in self._headers if pair[0].lower().startswith("content-")]
        if moved:
            part = type(self)(policy=self.policy)
            part._headers, part._payload = moved, self._payload
            self._payload = [part]
        else:
            self._payload = []
        self._headers = kept
        self["Content-Type"] = "multipart/" + kind
        if boundary is not None:
            self.set_param("boundary", boundary)

    def make_related(self, boundary=None):
        self._make("related", ("alternative", "mixed"), boundary)

    def make_alternative(self, boundary=None):
        self._make("alternative", ("mixed",), boundary)

    def make_mixed(self, boundary=None):
        self._make("mixed", (), boundary)

    def _add(self, kind, args, kw, disposition=None):
        if self.get_content_maintype() != "multipart" or self.get_content_subtype() != kind:
            getattr(self, "make_" + kind)()
        part = type(self)(policy=self.policy)
        part.set_content(*args, **kw)
        if disposition and "content-disposition" not in part:
            part["Content-Disposition"] = disposition
        self.attach(part)

    def add_related(self, *args, **kw):
        """Adds something that the text shows."""
        self._add("related", args, kw, "inline")

    def add_alternative(self, *args, **kw):
        """Adds the same in another form."""
        self._add("alternative", args, kw)

    def add_attachment(self, *args, **kw):
        """Adds something beside the text."""
        self._add("mixed", args, kw, "attachment")


class EmailMessage(MIMEPart):
    """A message."""

    def set_content(self, *args, **kw):
        super().set_content(*args, **kw)
        if "MIME-Version" not in self:
            self["MIME-Version"] = "1.0"


def _way(data, longest, policy):
    """How bytes of text are best carried."""
    room = policy.max_line_length or 1 << 30
    if longest <= room:
        if data.isascii():
            return "7bit"
        if policy.cte_type == "8bit":
            return "8bit"
    sample = data[:10 * 77]
    quoted = len(encoders.quoted_lines(sample.decode("latin-1")))
    return "base64" if quoted > len(encoders.base64_lines(sample)) else "quoted-printable"


for _kind in MIMEPart, EmailMessage:
    _kind.__module__ = "email.message"
