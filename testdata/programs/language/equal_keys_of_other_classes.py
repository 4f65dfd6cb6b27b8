# python: 3.13
# Numbers that are equal find each other in dicts and sets, whatever their class.
import enum
import sys


class Way(enum.IntEnum):
    DOWN = -1
    NONE = 0
    UP = 1


class Whole(int):
    pass


class Real(float):
    pass


class Wrapped:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == (other.n if isinstance(other, Wrapped) else other)


big = sys.hash_info.modulus
names = {-1: "down", 0: "none", 1: "up", big: "modulus", -big - 1: "beyond", 2**70: "long"}
print([names[w] for w in Way], [names[Whole(k)] for k in names], [names[Real(w)] for w in Way])
print([names[complex(w)] for w in Way], [names[Wrapped(k)] for k in names], names[True], names[False])
print({Way.DOWN: "v"}[-1], {Whole(big): "m"}[big], {Wrapped(-1): "w"}[-1], {-1.0: "f"}[Whole(-1)])
print(Way.DOWN in {-1, -2}, -1 in {Whole(-2), Whole(-1)}, len({-1, -2, Whole(-1), Real(-2), Way.DOWN, Wrapped(-2)}))


# A special method that is None cannot be called; only __hash__, __iter__ and
# __contains__ have words of their own for it.
class Without:
    __eq__ = __lt__ = __add__ = __radd__ = __iadd__ = __len__ = __bool__ = __call__ = __getitem__ = None
    __iter__ = __contains__ = __reversed__ = __index__ = __next__ = __enter__ = __exit__ = None


def iadd(x):
    x += 1


def enter(x):
    with x:
        pass


for do in (hash, lambda x: x == 1, lambda x: x != 1, lambda x: x < 1, lambda x: 1 > x, lambda x: x + 1, lambda x: 1 + x, lambda x: [] + x,
           iadd, len, bool, lambda x: x(), lambda x: x[0], list, lambda x: 1 in x, reversed, range, next, enter, callable, {}.get):
    try:
        print(do(Without()))
    except TypeError as e:
        print(e)


# Attribute hooks need not be functions.
class Tell:
    def __call__(self, *args):
        return "called with", args


class Bound:
    def __get__(self, obj, cls):
        return lambda *args: ("bound to", type(obj).__name__, args)


class Hooked:
    __getattr__ = Tell()
    __setattr__ = Bound()
    __delattr__ = staticmethod(lambda name: print("deletes", name))


class Static:
    @staticmethod
    def __getattr__(name):
        return "static", name


class OfClass:
    @classmethod
    def __getattr__(cls, name):
        return cls.__name__, name


class All:
    __getattribute__ = Tell()


h = Hooked()
print(h.a, Static().b, OfClass().c, All().d, getattr(h, "e", None), hasattr(All(), "f"))
h.x = 1
del h.x
print(vars(h) if "__dict__" in dir(type(h)) else h.__dict__)
