"""Asking for a password, and who the user is."""

import os
import sys

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


def getpass(prompt="Password: ", stream=None):
    """Asks for a password. The terminal shows what is typed: there is no terminal control here."""
    import warnings
    warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
    to = stream or sys.stderr
    print("Warning: Password input may be echoed.", file=to)
    to.write(prompt)
    to.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.removesuffix("\n")


def getuser():
    for name in "LOGNAME", "USER", "LNAME", "USERNAME":
        if user := os.environ.get(name):
            return user
    try:
        with open("/etc/passwd") as lines:
            for line in lines:
                fields = line.split(":")
                if len(fields) > 2 and fields[2] == str(os.getuid()):
                    return fields[0]
    except (OSError, AttributeError):
        pass
    raise OSError("No username set in the environment")
