"""The operators as functions."""

from _operator import attrgetter, itemgetter
from builtins import abs as _abs


def lt(a, b):
    """a < b"""
    return a < b


def le(a, b):
    """a <= b"""
    return a <= b


def eq(a, b):
    """a == b"""
    return a == b


def ne(a, b):
    """a != b"""
    return a != b


def ge(a, b):
    """a >= b"""
    return a >= b


def gt(a, b):
    """a > b"""
    return a > b


def not_(a):
    """not a"""
    return not a


def truth(a):
    """Whether a counts as true."""
    return True if a else False


def is_(a, b):
    """a is b"""
    return a is b


def is_not(a, b):
    """a is not b"""
    return a is not b


def abs(a):
    """The absolute value."""
    return _abs(a)


def add(a, b):
    """a + b"""
    return a + b


def and_(a, b):
    """a & b"""
    return a & b


def floordiv(a, b):
    """a // b"""
    return a // b


def index(a):
    """a as an integer, losing nothing."""
    try:
        method = type(a).__index__
    except AttributeError:
        raise TypeError("'%s' object cannot be interpreted as an integer"
                        % type(a).__name__) from None
    return method(a)


def inv(a):
    """~a"""
    return ~a


def lshift(a, b):
    """a << b"""
    return a << b


def mod(a, b):
    """a % b"""
    return a % b


def mul(a, b):
    """a * b"""
    return a * b


def matmul(a, b):
    """a @ b"""
    return a @ b


def neg(a):
    """-a"""
    return -a


def or_(a, b):
    """a | b"""
    return a | b


def pos(a):
    """+a"""
    return +a


def pow(a, b):
    """a ** b"""
    return a ** b


def rshift(a, b):
    """a >> b"""
    return a >> b


def sub(a, b):
    """a - b"""
    return a - b


def truediv(a, b):
    """a / b"""
    return a / b


def xor(a, b):
    """a ^ b"""
    return a ^ b


def concat(a, b):
    """a + b of sequences"""
    if not hasattr(a, "__getitem__"):
        raise TypeError("'%s' object can't be concatenated" % type(a).__name__)
    return a + b


def contains(a, b):
    """b in a"""
    return b in a


def countOf(a, b):
    """How many items of a equal b."""
    n = 0
    for item in a:
        if item is b or item == b:
            n += 1
    return n


def indexOf(a, b):
    """Where b first is in a."""
    for i, item in enumerate(a):
        if item is b or item == b:
            return i
    raise ValueError("sequence.index(x): x not in sequence")


def delitem(a, b):
    """del a[b]"""
    del a[b]


def getitem(a, b):
    """a[b]"""
    return a[b]


def setitem(a, b, c):
    """a[b] = c"""
    a[b] = c


def length_hint(obj, default=0):
    """The length, a guess of it, or default."""
    if not isinstance(default, int):
        raise TypeError("'%s' object cannot be interpreted as an integer"
                        % type(default).__name__)
    try:
        return len(obj)
    except TypeError:
        pass
    try:
        method = type(obj).__length_hint__
    except AttributeError:
        return default
    try:
        guess = method(obj)
    except TypeError:
        return default
    if guess is NotImplemented:
        return default
    if not isinstance(guess, int):
        raise TypeError("__length_hint__ must be an integer, not %s" % type(guess).__name__)
    if guess < 0:
        raise ValueError("__length_hint__() should return >= 0")
    return guess


def call(obj, /, *args, **kwargs):
    """obj(*args, **kwargs)"""
    return obj(*args, **kwargs)


class methodcaller:
    """Calls a method with fixed arguments."""

    __slots__ = ("_name", "_args", "_kwargs")

    def __init__(self, name, /, *args, **kwargs):
        if not isinstance(name, str):
            raise TypeError("method name must be a string")
        self._name, self._args, self._kwargs = name, args, kwargs

    def __call__(self, obj, /):
        return getattr(obj, self._name)(*self._args, **self._kwargs)

    def __repr__(self):
        parts = [repr(self._name)]
        parts.extend(map(repr, self._args))
        parts.extend("%s=%r" % item for item in self._kwargs.items())
        return "operator.methodcaller(%s)" % ", ".join(parts)


def iadd(a, b):
    """a += b"""
    a += b
    return a


def iand(a, b):
    """a &= b"""
    a &= b
    return a


def iconcat(a, b):
    """a += b of sequences"""
    if not hasattr(a, "__getitem__"):
        raise TypeError("'%s' object can't be concatenated" % type(a).__name__)
    a += b
    return a


def ifloordiv(a, b):
    """a //= b"""
    a //= b
    return a


def ilshift(a, b):
    """a <<= b"""
    a <<= b
    return a


def imod(a, b):
    """a %= b"""
    a %= b
    return a


def imul(a, b):
    """a *= b"""
    a *= b
    return a


def imatmul(a, b):
    """a @= b"""
    a @= b
    return a


def ior(a, b):
    """a |= b"""
    a |= b
    return a


def ipow(a, b):
    """a **= b"""
    a **= b
    return a


def irshift(a, b):
    """a >>= b"""
    a >>= b
    return a


def isub(a, b):
    """a -= b"""
    a -= b
    return a


def itruediv(a, b):
    """a /= b"""
    a /= b
    return a


def ixor(a, b):
    """a ^= b"""
    a ^= b
    return a


invert = inv

__all__ = sorted(_n for _n in list(globals()) if not _n.startswith("_"))

for _n in ("lt le eq ne ge gt abs add floordiv index inv invert lshift mod mul matmul neg pos "
           "pow rshift sub truediv xor concat contains delitem getitem setitem call iadd iand "
           "iconcat ifloordiv ilshift imod imul imatmul ior ipow irshift isub itruediv "
           "ixor").split():
    globals()["__" + _n + "__"] = globals()[_n]
__not__, __and__, __or__ = not_, and_, or_
