"""Copying, moving and removing files and folders."""

import collections
import errno
import fnmatch
import os
import stat
import sys

__all__ = ["copyfileobj", "copyfile", "copymode", "copystat", "copy", "copy2", "copytree", "move", "rmtree", "Error",
           "SpecialFileError", "ExecError", "make_archive", "get_archive_formats", "register_archive_format", "unregister_archive_format",
           "get_unpack_formats", "register_unpack_format", "unregister_unpack_format", "unpack_archive", "ignore_patterns", "chown", "which",
           "get_terminal_size", "SameFileError", "disk_usage"]

COPY_BUFSIZE = 256 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    """Raised when source and destination are the same file."""


class SpecialFileError(OSError):
    """Raised when a file is not one to be copied, such as a pipe."""


class ExecError(OSError):
    """Raised when a command could not be run."""


class ReadError(OSError):
    """Raised when an archive cannot be read."""


class RegistryError(Exception):
    """Raised when a registry of archive formats fails."""


def copyfileobj(fsrc, fdst, length=0):
    if not length:
        length = COPY_BUFSIZE
    while block := fsrc.read(length):
        fdst.write(block)


def _same(src, dst):
    try:
        return os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    sys_args = src, dst
    if _same(src, dst):
        raise SameFileError("{!r} and {!r} are the same file".format(*sys_args))
    for path in src, dst:
        try:
            mode = os.stat(path).st_mode
        except OSError:
            continue
        if stat.S_ISFIFO(mode):
            raise SpecialFileError(f"`{os.fspath(path)}` is a named pipe")
    if not follow_symlinks and os.path.islink(src):
        os.symlink(os.readlink(src), dst)
        return dst
    with open(src, "rb") as fsrc:
        try:
            with open(dst, "wb") as fdst:
                copyfileobj(fsrc, fdst)
        except IsADirectoryError as e:
            if not os.path.exists(dst):
                raise FileNotFoundError(f"Directory does not exist: {dst}") from e
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    os.chmod(dst, stat.S_IMODE(os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    if not follow_symlinks and os.path.islink(src) and os.path.islink(dst):
        return
    info = os.stat(src)
    os.utime(dst, ns=(info.st_atime_ns, info.st_mtime_ns))
    os.chmod(dst, stat.S_IMODE(info.st_mode))


def _into(src, dst):
    return os.path.join(dst, os.path.basename(src)) if os.path.isdir(dst) else dst


def copy(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copymode(src, dst, follow_symlinks=follow_symlinks)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    dst = _into(src, dst)
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    def ignored(path, names):
        return {name for pattern in patterns for name in fnmatch.filter(names, pattern)}
    return ignored


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    with os.scandir(src) as it:
        entries = list(it)
    skip = ignore(os.fspath(src), [entry.name for entry in entries]) if ignore is not None else ()
    os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for entry in entries:
        if entry.name in skip:
            continue
        source, target = os.path.join(src, entry.name), os.path.join(dst, entry.name)
        from_ = entry if copy_function in (copy, copy2) else source
        try:
            if entry.is_symlink():
                link = os.readlink(source)
                if symlinks:
                    os.symlink(link, target)
                elif not os.path.exists(source) and ignore_dangling_symlinks:
                    continue
                elif entry.is_dir():
                    copytree(from_, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
                else:
                    copy_function(from_, target)
            elif entry.is_dir():
                copytree(from_, target, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(from_, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as why:
            errors.append((source, target, str(why)))
    try:
        copystat(src, dst)
    except OSError as why:
        errors.append((src, dst, str(why)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    if ignore_errors:
        def failed(*args):
            pass
    elif onexc is not None:
        failed = onexc
    elif onerror is not None:
        def failed(function, path, exc):
            onerror(function, path, (type(exc), exc, exc.__traceback__))
    else:
        def failed(*args):
            raise
    try:
        if os.path.islink(path):
            raise OSError("Cannot call rmtree on a symbolic link")
    except OSError as err:
        failed(os.path.islink, path, err)
        return
    _remove_below(path, failed)


rmtree.avoids_symlink_attacks = False


def _remove_below(path, failed):
    try:
        with os.scandir(path) as it:
            entries = list(it)
    except FileNotFoundError as err:
        failed(os.lstat, path, err)
        return
    except OSError as err:
        failed(os.scandir, path, err)
        entries = []
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            _remove_below(entry.path, failed)
        else:
            try:
                os.unlink(entry.path)
            except FileNotFoundError:
                continue
            except OSError as err:
                failed(os.unlink, entry.path, err)
    try:
        os.rmdir(path)
    except FileNotFoundError:
        pass
    except OSError as err:
        failed(os.rmdir, path, err)


def move(src, dst, copy_function=copy2):
    real = dst
    if os.path.isdir(dst):
        if _same(src, dst) and not os.path.islink(src):
            os.rename(src, dst)
            return
        real = os.path.join(dst, os.path.basename(os.fspath(src).rstrip(os.path.sep + (os.path.altsep or ""))))
        if os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        os.rename(src, real)
    except OSError:
        if os.path.islink(src):
            os.symlink(os.readlink(src), real)
            os.unlink(src)
        elif os.path.isdir(src):
            inside = os.path.join(os.path.abspath(dst), "")
            if inside.startswith(os.path.join(os.path.abspath(src), "")):
                raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)
            os.unlink(src)
    return real


_ntuple_diskusage = collections.namedtuple("usage", "total used free")


def disk_usage(path):
    st = os.statvfs(path)
    free = st.f_bavail * st.f_frsize
    total = st.f_blocks * st.f_frsize
    return _ntuple_diskusage(total, (st.f_blocks - st.f_bfree) * st.f_frsize, free)


def chown(path, user=None, group=None, *, dir_fd=None, follow_symlinks=True):
    if user is None and group is None:
        raise ValueError("user and/or group must be set")
    for who in user, group:
        if isinstance(who, str):
            raise LookupError(f"no such user: {who!r}" if who is user else f"no such group: {who!r}")
    os.chown(path, -1 if user is None else user, -1 if group is None else group)


def get_terminal_size(fallback=(80, 24)):
    def number(name):
        try:
            return int(os.environ[name])
        except (KeyError, ValueError):
            return 0
    columns, lines = number("COLUMNS"), number("LINES")
    if columns <= 0 or lines <= 0:
        try:
            size = os.get_terminal_size(sys.__stdout__.fileno())
        except (AttributeError, ValueError, OSError):
            size = os.terminal_size(fallback)
        if columns <= 0:
            columns = size.columns or fallback[0]
        if lines <= 0:
            lines = size.lines or fallback[1]
    return os.terminal_size((columns, lines))


def which(cmd, mode=os.F_OK | os.X_OK, path=None):
    def runs(file):
        return os.path.exists(file) and os.access(file, mode) and not os.path.isdir(file)
    if os.path.dirname(cmd):
        return cmd if runs(cmd) else None
    octets = isinstance(cmd, bytes)
    if path is None:
        path = os.environ.get("PATH", os.defpath)
    if not path:
        return None
    path = os.fsencode(path).split(os.fsencode(os.pathsep)) if octets else os.fsdecode(path).split(os.pathsep)
    seen = set()
    for folder in path:
        folder = os.path.normcase(folder)
        if folder not in seen:
            seen.add(folder)
            file = os.path.join(folder, cmd)
            if runs(file):
                return file
    return None


def _zip(base_name, base_dir, root_dir, logger):
    import zipfile
    name = base_name + ".zip"
    folder = os.path.dirname(base_name)
    if folder and not os.path.exists(folder):
        os.makedirs(folder)
    inside = base_dir if root_dir is None else os.path.join(root_dir, base_dir)
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as archive:
        def arcname(path):
            return os.path.normpath(os.path.join(base_dir, os.path.relpath(path, inside)))
        if arcname(inside) != os.curdir:
            archive.write(inside, arcname(inside))
        for folder, folders, files in os.walk(inside):
            for one in sorted(folders):
                archive.write(os.path.join(folder, one), arcname(os.path.join(folder, one)))
            for one in files:
                if os.path.isfile(os.path.join(folder, one)):
                    archive.write(os.path.join(folder, one), arcname(os.path.join(folder, one)))
    return name


_archives = {"zip": (_zip, [], "ZIP file")}


def get_archive_formats():
    """Names the formats that archives can be made in."""
    return sorted((name, made[2]) for name, made in _archives.items())


def register_archive_format(name, function, extra_args=None, description=""):
    """Adds a format."""
    if not callable(function):
        raise TypeError("The %s object is not callable" % function)
    if not isinstance(extra_args or [], (tuple, list)):
        raise TypeError("extra_args needs to be a sequence")
    _archives[name] = function, extra_args or [], description


def unregister_archive_format(name):
    """Takes a format away."""
    del _archives[name]


def make_archive(base_name, format, root_dir=None, base_dir=None, verbose=0, dry_run=0, owner=None, group=None,
                 logger=None):
    """Makes an archive of a folder; gives its name."""
    try:
        function, extra, _description = _archives[format]
    except KeyError:
        raise ValueError("unknown archive format '%s'" % format) from None
    base_name = os.fspath(base_name)
    base_dir = os.curdir if base_dir is None else base_dir
    if root_dir is not None and not os.path.isdir(root_dir):
        import errno
        raise NotADirectoryError(errno.ENOTDIR, "Not a directory", root_dir)
    if function is _zip:
        return _zip(base_name, base_dir, root_dir, logger)
    back = os.getcwd()
    try:
        if root_dir is not None:
            base_name = os.path.abspath(base_name)
            os.chdir(root_dir)
        return function(base_name, base_dir, logger=logger, **dict(extra))
    finally:
        if root_dir is not None:
            os.chdir(back)


def _unzip(filename, extract_dir):
    import zipfile
    if not zipfile.is_zipfile(filename):
        raise ReadError("%s is not a zip file" % filename)
    with zipfile.ZipFile(filename) as archive:
        archive.extractall(extract_dir)


_unpackers = {"zip": ([".zip"], _unzip, [], "ZIP file")}


def get_unpack_formats():
    """Names the formats that archives can be unpacked from."""
    return sorted((name, made[0], made[3]) for name, made in _unpackers.items())


def register_unpack_format(name, extensions, function, extra_args=None, description=""):
    """Adds a format."""
    for made in _unpackers.values():
        for extension in extensions:
            if extension in made[0]:
                raise RegistryError("%s is already registered" % extension)
    if not callable(function):
        raise TypeError("The registered function must be a callable")
    _unpackers[name] = extensions, function, extra_args or [], description


def unregister_unpack_format(name):
    """Takes a format away."""
    del _unpackers[name]


def unpack_archive(filename, extract_dir=None, format=None, *, filter=None):
    """Unpacks an archive, by the ending of its name unless a format is given."""
    extract_dir = os.getcwd() if extract_dir is None else os.fspath(extract_dir)
    filename = os.fspath(filename)
    if format is not None:
        if format not in _unpackers:
            raise ValueError("Unknown unpack format '{0}'".format(format)) from None
    else:
        for format, made in _unpackers.items():
            if filename.endswith(tuple(made[0])):
                break
        else:
            raise ReadError("Unknown archive format '{0}'".format(filename))
    _endings, function, extra, _description = _unpackers[format]
    function(filename, extract_dir, **dict(extra))
