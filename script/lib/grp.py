"""The groups of the system, as /etc/group has them."""

from _tables import line_of, lines_of, sequence

struct_group = sequence("grp", "struct_group", "gr_name gr_passwd gr_gid gr_mem")


def _group(fields):
    return struct_group((*fields[:2], int(fields[2]), fields[3].split(",") if fields[3] else []))


def getgrall():
    return [_group(f) for f in lines_of("/etc/group", 4)]


def getgrnam(name):
    if not isinstance(name, str):
        raise TypeError(f"getgrnam() argument 'name' must be str, not {type(name).__name__}")
    return _group(line_of("/etc/group", 4, 0, name, f"getgrnam(): name not found: {name!r}"))


def getgrgid(id):
    return _group(line_of("/etc/group", 4, 2, str(id), f"getgrgid(): gid not found: {id}"))
