"""Where packages would be installed; nothing is set up when this is imported."""

import os
import sys

PREFIXES = [sys.prefix]
ENABLE_USER_SITE = False
USER_SITE = None
USER_BASE = None


def getuserbase():
    """The folder of the user's own installations."""
    global USER_BASE
    if USER_BASE is None:
        USER_BASE = os.environ.get("PYTHONUSERBASE") or os.path.join(os.path.expanduser("~"), ".local")
    return USER_BASE


def getusersitepackages():
    """The user's folder of packages."""
    global USER_SITE
    if USER_SITE is None:
        USER_SITE = os.path.join(getuserbase(), "lib", "python%d.%d" % sys.version_info[:2], "site-packages")
    return USER_SITE


def getsitepackages(prefixes=None):
    """The folders of packages of all users."""
    return [os.path.join(prefix, "lib", "python%d.%d" % sys.version_info[:2], "site-packages")
            for prefix in dict.fromkeys(PREFIXES if prefixes is None else prefixes) if prefix]


def addsitedir(sitedir, known_paths=None):
    """Puts a folder on the path."""
    folder = os.path.abspath(sitedir)
    if folder not in sys.path and os.path.isdir(folder):
        sys.path.append(folder)
    return known_paths
