"""What machine and what Python this is."""

import functools
import os
import sys
from collections import namedtuple

uname_result = namedtuple("uname_result", "system node release version machine")
uname_result.processor = property(lambda self: "")


@functools.cache
def uname():
    try:
        return uname_result(*os.uname())
    except (AttributeError, OSError):
        return uname_result(sys.platform, "", "", "", "")


def system():
    return uname().system


def node():
    return uname().node


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return uname().machine


def processor():
    return uname().processor


def architecture(executable=sys.executable, bits="", linkage=""):
    return bits or "64bit", linkage or ("ELF" if sys.platform == "linux" else "")


def python_implementation():
    return "CPython"


def python_version():
    return ".".join(map(str, sys.version_info[:3]))


def python_version_tuple():
    return tuple(map(str, sys.version_info[:3]))


def python_branch():
    return ""


def python_revision():
    return ""


def python_build():
    return "", ""


def python_compiler():
    return sys.version.partition("[")[2].rstrip("]")


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return lib, version


def platform(aliased=False, terse=False):
    parts = [system(), release()] if terse else [system(), release(), machine()]
    return "-".join(part.replace(" ", "_") for part in parts if part)


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype


def freedesktop_os_release():
    for name in "/etc/os-release", "/usr/lib/os-release":
        try:
            with open(name, encoding="utf-8") as lines:
                found = {"NAME": "Linux", "ID": "linux", "PRETTY_NAME": "Linux"}
                for line in lines:
                    key, equals, value = line.strip().partition("=")
                    if equals and not key.startswith("#"):
                        found[key] = value.strip("\"'")
                return found
        except OSError as error:
            last = error
    raise OSError(last.errno, "Unable to read files /etc/os-release, /usr/lib/os-release")
