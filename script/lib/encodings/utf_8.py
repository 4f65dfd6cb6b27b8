"""The encoding utf-8."""

import codecs


def getregentry():
    """What codecs knows of it."""
    return codecs.lookup("utf-8")


encode, decode = getregentry()[:2]
