# python: 3.13
"""Files that are dropped while they are open, and partials looked up as methods are."""
import functools
import io
import os
import sys
import tempfile
import warnings

folder = tempfile.mkdtemp()
path = os.path.join(folder, "x.txt")
with open(path, "w") as f:
    f.write("one\ntwo\n")


def shown(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, str(message).replace(path, "x.txt"), lineno)


def opened(mode, **how):
    f = open(path, mode, **how)
    f.read(1)


def quietly():
    io.StringIO("x")
    io.BytesIO(b"x")
    open(path).close()
    with open(path) as f:
        f.read()
    f = None


warnings.showwarning = shown
opened("r")
warnings.simplefilter("always")
opened("r")
opened("rb")
opened("r+b")
opened("rb", buffering=0)
quietly()
print(open(path).read())
for text in open(path):
    break
fd = os.open(path, os.O_RDONLY)
open(fd, closefd=False).read()
os.close(fd)
warnings.simplefilter("error")
sys.unraisablehook = lambda u: print("unraisable", type(u.object).__name__, type(u.exc_value).__name__)
try:
    opened("r")
except ResourceWarning as e:
    print("raised", e)
warnings.simplefilter("always")


class Greeter:
    greet = functools.partial(print, "hello")
    safe = staticmethod(functools.partial(print, "safe"))


Greeter().greet("you")
Greeter.greet("all")
Greeter().safe("you")
e = BlockingIOError(11, "later", 5)
print(e.args, e.characters_written, e.filename)
e = BlockingIOError(11, "later", "a.txt")
print(e.args, hasattr(e, "characters_written"), e.filename)
os.remove(path)
os.rmdir(folder)
