"""The encoding utf-8-sig."""

import codecs


def getregentry():
    """What codecs knows of it."""
    return codecs.lookup("utf-8-sig")


encode, decode = getregentry()[:2]
