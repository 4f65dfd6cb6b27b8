"""Files that lie within packages. Packages here are folders, so that a resource is
a path."""

import contextlib
import os
import pathlib
import sys
import types
from importlib import import_module

__all__ = ["Package", "Anchor", "as_file", "files", "contents", "is_resource", "open_binary",
           "open_text", "path", "read_binary", "read_text"]

Package = types.ModuleType | str
Anchor = Package


def _module(anchor):
    if anchor is None:
        anchor = sys._getframe(2).f_globals["__name__"]
    return import_module(anchor) if isinstance(anchor, str) else anchor


def files(anchor=None):
    """The folder of a package, or the one where a module lies."""
    module = _module(anchor)
    places = getattr(module, "__path__", None)
    if places:
        return pathlib.Path(next(iter(places)))
    return pathlib.Path(module.__file__).parent


@contextlib.contextmanager
def as_file(path):
    """The resource as a file on disk, which it is already."""
    yield pathlib.Path(path)


def _resource(anchor, names):
    found = files(_module(anchor))
    for name in names:
        found = found.joinpath(name)
    return found


def _told(encoding, names):
    """Takes the encoding that must be told where there are several names."""
    if encoding is not None:
        return encoding
    if len(names) > 1:
        raise TypeError("'encoding' argument required with multiple path names")
    return "utf-8"


def open_binary(anchor, *path_names):
    """Open a resource for reading bytes."""
    return _resource(anchor, path_names).open("rb")


def open_text(anchor, *path_names, encoding=None, errors="strict"):
    """Open a resource for reading text."""
    encoding = _told(encoding, path_names)
    return _resource(anchor, path_names).open("r", encoding=encoding, errors=errors)


def read_binary(anchor, *path_names):
    """The bytes of a resource."""
    return _resource(anchor, path_names).read_bytes()


def read_text(anchor, *path_names, encoding=None, errors="strict"):
    """The text of a resource."""
    encoding = _told(encoding, path_names)
    return _resource(anchor, path_names).read_text(encoding=encoding, errors=errors)


def path(anchor, *path_names):
    """A context in which the resource is a file on disk."""
    return as_file(_resource(anchor, path_names))


def is_resource(anchor, *path_names):
    """Whether there is a file of the name."""
    return _resource(anchor, path_names).is_file()


def contents(anchor, *path_names):
    """The names of what lies in a package."""
    import warnings
    warnings.warn("importlib.resources.contents is deprecated. Use files(anchor).iterdir() instead.",
                  DeprecationWarning, stacklevel=1)
    return iter(sorted(os.listdir(_resource(anchor, path_names))))
