"""The encoding latin-1."""

import codecs


def getregentry():
    """What codecs knows of it."""
    return codecs.lookup("latin-1")


encode, decode = getregentry()[:2]
