"""What members may do to the machine that they are extracted on."""

import os

from tarfile._errors import (AbsoluteLinkError, AbsolutePathError, LinkOutsideDestinationError, OutsideDestinationError,
                             SpecialFileError)


def _inside(path, folder):
    return os.path.commonpath([path, folder]) == folder


def _changes(member, dest_path, for_data):
    """The attributes that are to be others."""
    changed = {}
    name = member.name
    dest_path = os.path.realpath(dest_path)
    if name.startswith(("/", os.sep)):
        name = changed["name"] = member.path.lstrip("/" + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.realpath(os.path.join(dest_path, name))
    if not _inside(target, dest_path):
        raise OutsideDestinationError(member, target)
    mode = member.mode
    if mode is not None:
        mode &= 0o755
        if for_data:
            mode = _data_mode(member, mode)
        if mode != member.mode:
            changed["mode"] = mode
    if for_data:
        for attribute in "uid", "gid", "uname", "gname":
            if getattr(member, attribute) is not None:
                changed[attribute] = None
        if member.islnk() or member.issym():
            _check_link(member, name, dest_path)
    return changed


def _data_mode(member, mode):
    if member.isreg() or member.islnk():
        if not mode & 0o100:
            mode &= ~0o111
        return mode | 0o600
    if member.isdir() or member.issym():
        return None
    raise SpecialFileError(member)


def _check_link(member, name, dest_path):
    if os.path.isabs(member.linkname):
        raise AbsoluteLinkError(member)
    folder = os.path.join(dest_path, os.path.dirname(name)) if member.issym() else dest_path
    target = os.path.realpath(os.path.join(folder, member.linkname))
    if not _inside(target, dest_path):
        raise LinkOutsideDestinationError(member, target)


def fully_trusted_filter(member, dest_path):
    """Everything as the archive has it."""
    return member


def tar_filter(member, dest_path):
    """Nothing outside the folder, and no rights for others to write."""
    changed = _changes(member, dest_path, False)
    return member.replace(**changed, deep=False) if changed else member


def data_filter(member, dest_path):
    """Files, folders and links within the folder only; whose they are does not count."""
    changed = _changes(member, dest_path, True)
    return member.replace(**changed, deep=False) if changed else member


NAMED_FILTERS = {"fully_trusted": fully_trusted_filter, "tar": tar_filter, "data": data_filter}
