"""The users of the system, as /etc/passwd has them."""

from _tables import line_of, lines_of, sequence

struct_passwd = sequence("pwd", "struct_passwd", "pw_name pw_passwd pw_uid pw_gid pw_gecos pw_dir pw_shell")


def _user(fields):
    return struct_passwd((*fields[:2], int(fields[2]), int(fields[3]), *fields[4:7]))


def getpwall():
    return [_user(f) for f in lines_of("/etc/passwd", 7)]


def getpwnam(name, /):
    if not isinstance(name, str):
        raise TypeError(f"getpwnam() argument must be str, not {type(name).__name__}")
    return _user(line_of("/etc/passwd", 7, 0, name, f"getpwnam(): name not found: {name!r}"))


def getpwuid(uid, /):
    return _user(line_of("/etc/passwd", 7, 2, str(uid), f"getpwuid(): uid not found: {uid}"))
