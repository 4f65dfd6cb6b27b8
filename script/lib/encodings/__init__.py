"""The encodings by name."""

import codecs
import re

from encodings import aliases


class CodecRegistryError(LookupError, SystemError):
    """An encoding that is not made as it should be."""


def normalize_encoding(encoding):
    """A name with underscores for what is no letter, digit or dot."""
    if isinstance(encoding, bytes):
        encoding = str(encoding, "ascii")
    words = re.findall(r"(?:[^\W_]|\.)+", encoding)
    return "_".join(["".join(filter(str.isascii, word)) for word in words])


def search_function(encoding):
    """What codecs knows of an encoding, None if it knows nothing."""
    try:
        return codecs.lookup(encoding)
    except LookupError:
        return None
