"""Paths as objects: pure ones, which only compute, and ones of this system."""

from pathlib._path import Path, PosixPath, UnsupportedOperation, WindowsPath
from pathlib._pure import PurePath, PurePosixPath, PureWindowsPath

__all__ = ["UnsupportedOperation", "PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath",
           "WindowsPath"]

for _class in UnsupportedOperation, PurePath, PurePosixPath, PureWindowsPath, Path, PosixPath, WindowsPath:
    _class.__module__ = "pathlib._abc" if _class is UnsupportedOperation else "pathlib._local"
del _class
