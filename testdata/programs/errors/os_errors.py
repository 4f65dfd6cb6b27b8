import errno
import os

try:
    open("/nonexistent/dir/file.txt")
except FileNotFoundError as e:
    print(e.errno == errno.ENOENT, e.strerror, e.filename, e)
e = OSError(errno.EACCES, "denied", "f.txt")
print(type(e).__name__, e)
print(type(OSError(errno.ECONNREFUSED, "x")).__name__, type(OSError("plain")).__name__, OSError("plain"))
print(issubclass(TimeoutError, OSError), ConnectionResetError.__mro__[1].__name__)
