"""JSON texts from Python objects and back."""

from json.decoder import JSONDecodeError, JSONDecoder
from json.encoder import JSONEncoder

__all__ = ["dump", "dumps", "load", "loads", "JSONDecoder", "JSONDecodeError", "JSONEncoder"]


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True,
          cls=None, indent=None, separators=None, default=None, sort_keys=False, **kw):
    """The text of obj."""
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
        allow_nan=allow_nan, indent=indent, separators=separators, default=default,
        sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    """Writes the text of obj to a file."""
    cls = kw.pop("cls", None) or JSONEncoder
    for piece in cls(**kw).iterencode(obj):
        fp.write(piece)


def _text(s):
    if isinstance(s, str):
        if s.startswith("\ufeff"):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
        return s
    if not isinstance(s, (bytes, bytearray)):
        raise TypeError("the JSON object must be str, bytes or bytearray, not %s"
                        % s.__class__.__name__)
    s = bytes(s)
    if s.startswith(b"\xef\xbb\xbf"):
        return s.decode("utf-8-sig", "surrogatepass")
    return s.decode("utf-8", "surrogatepass")


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None,
          parse_constant=None, object_pairs_hook=None, **kw):
    """The object of a text."""
    s = _text(s)
    for name, value in (("object_hook", object_hook), ("parse_float", parse_float),
                        ("parse_int", parse_int), ("parse_constant", parse_constant),
                        ("object_pairs_hook", object_pairs_hook)):
        if value is not None:
            kw[name] = value
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, **kw):
    """The object of a file's text."""
    return loads(fp.read(), **kw)
