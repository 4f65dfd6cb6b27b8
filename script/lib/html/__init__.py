"""Escaping and unescaping of HTML."""

from _html import unescape

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    """s with the characters that mean something in HTML replaced."""
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s
