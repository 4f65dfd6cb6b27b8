"""The encoding cp1252."""

import codecs


def getregentry():
    """What codecs knows of it."""
    return codecs.lookup("cp1252")


encode, decode = getregentry()[:2]
