"""Escapes texts for XML."""

__all__ = ["escape", "unescape", "quoteattr"]


def _replaced(text, entities):
    for name, value in entities.items():
        text = text.replace(name, value)
    return text


def escape(data, entities={}):
    """Writes &, < and > as entities, and what else is asked for."""
    data = data.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return _replaced(data, entities)


def unescape(data, entities={}):
    """The other way."""
    data = _replaced(data.replace("&lt;", "<").replace("&gt;", ">"), entities)
    return data.replace("&amp;", "&")


def quoteattr(data, entities={}):
    """Writes an attribute's value with its quotes."""
    data = escape(data, {**entities, "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
    if '"' not in data:
        return '"%s"' % data
    return "'%s'" % data if "'" not in data else '"%s"' % data.replace('"', "&quot;")
