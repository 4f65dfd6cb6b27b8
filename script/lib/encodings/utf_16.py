"""The encoding utf-16."""

import codecs


def getregentry():
    """What codecs knows of it."""
    return codecs.lookup("utf-16")


encode, decode = getregentry()[:2]
