"""Dicts of bytes in files, by the simplest of the ways that there are."""

import io
import os

from dbm import dumb

__all__ = ["open", "whichdb", "error"]


class error(Exception):
    """What goes wrong here."""


error = (error, OSError)
_defaultmod = dumb


def open(file, flag="r", mode=0o666):
    """Opens a file, by default to read only."""
    kind = whichdb(file) if "n" not in flag else None
    if kind is None and "c" not in flag and "n" not in flag:
        raise error[0]("db file doesn't exist; use 'c' or 'n' flag to create a new db")
    if kind == "":
        raise error[0]("db type could not be determined")
    if kind not in (None, "dbm.dumb"):
        raise error[0]("db type is %s, but the module is not available" % kind)
    return dumb.open(file, flag, mode)


def whichdb(filename):
    """Names the module that a file is of; empty for none, None for no file."""
    name = os.fsdecode(filename)
    try:
        size = os.stat(name + ".dir").st_size
        os.stat(name + ".dat")
        if size == 0:
            return "dbm.dumb"
        with io.open(name + ".dir", "rb") as file:
            if file.read(1) in (b"'", b'"'):
                return "dbm.dumb"
    except OSError:
        pass
    try:
        with io.open(name, "rb") as file:
            head = file.read(16)
    except OSError:
        return None
    if head == b"SQLite format 3\0":
        return "dbm.sqlite3"
    return ""
