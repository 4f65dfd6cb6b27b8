"""The encoding ascii."""

import codecs


def getregentry():
    """What codecs knows of it."""
    return codecs.lookup("ascii")


encode, decode = getregentry()[:2]
