"""select() and poll(), on the platform's own selector."""

import _poller

error = OSError

POLLIN = 0x001
POLLPRI = 0x002
POLLOUT = 0x004
POLLERR = 0x008
POLLHUP = 0x010
POLLNVAL = 0x020


def _number(file):
    fd = file if isinstance(file, int) else None
    if fd is None:
        try:
            fd = file.fileno()
        except AttributeError:
            raise TypeError("argument must be an int, or have a fileno() method.") from None
    if fd < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({fd})")
    return fd


def select(rlist, wlist, xlist, timeout=None, /):
    """Wait until some of the files can be read or written."""
    if timeout is not None and timeout < 0:
        raise ValueError("timeout must be non-negative")
    rlist, wlist, xlist = list(rlist), list(wlist), list(xlist)
    wanted = {}
    for files, mask in (rlist, _poller.READ), (wlist, _poller.WRITE):
        for file in files:
            fd = _number(file)
            wanted[fd] = wanted.get(fd, 0) | mask
    for file in xlist:
        _number(file)  # nothing here has urgent data
    ready = {}
    poller = _poller.Poller()
    try:
        for fd, mask in wanted.items():
            try:
                poller.register(fd, mask)
            except PermissionError:
                ready[fd] = mask  # a plain file always is
        for fd, mask in poller.poll(0 if ready else timeout):
            ready[fd] = ready.get(fd, 0) | mask
    finally:
        poller.close()
    return ([file for file in rlist if ready.get(_number(file), 0) & _poller.READ],
            [file for file in wlist if ready.get(_number(file), 0) & _poller.WRITE], [])


class poll:
    """What poll() gives: files and the events that are waited for."""

    def __init__(self):
        self._files = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT):
        self._files[_number(fd)] = eventmask

    def modify(self, fd, eventmask):
        if _number(fd) not in self._files:
            raise FileNotFoundError(2, "No such file or directory")
        self._files[_number(fd)] = eventmask

    def unregister(self, fd):
        del self._files[_number(fd)]

    def poll(self, timeout=None):
        if timeout is not None:
            timeout = None if timeout < 0 else timeout / 1000
        readers = [fd for fd, mask in self._files.items() if mask & (POLLIN | POLLPRI)]
        writers = [fd for fd, mask in self._files.items() if mask & POLLOUT]
        can_read, can_write, _ = select(readers, writers, [], timeout)
        found = {}
        for fd in can_read:
            found[fd] = POLLIN
        for fd in can_write:
            found[fd] = found.get(fd, 0) | POLLOUT
        return list(found.items())
