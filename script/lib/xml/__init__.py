"""XML: trees of elements, and what escapes texts for it."""

__all__ = ["etree", "sax"]
