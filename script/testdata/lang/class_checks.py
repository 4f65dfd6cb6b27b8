# What classes and instances let be seen, claimed and taken away.
import weakref


def slots():
    class X:
        __slots__ = ("a", "__weakref__")

    x = X()
    print(weakref.ref(x)() is x, hasattr(x, "__dict__"), X.__weakref__)
    try:
        class Twice(X):
            __slots__ = ("__weakref__",)
    except TypeError as e:
        print(e)

    class Plain:
        """A class."""

        def __init__(self):
            self.q = self.r = 1
            self.q += 1

    print(sorted(Plain.__static_attributes__), Plain.__firstlineno__)
    p = Plain()
    del p.__dict__
    print(p.__dict__)
    p.__dict__ = {"w": 5}
    print(p.w)


slots()


class Bare:
    n: int = 1

    def f(self):
        pass


print(list(vars(Bare)))
print(Bare.__annotations__, "__annotations__" in globals())


class Shown(type):
    def __new__(mcs, name, bases, ns):
        print(name, list(ns))
        return super().__new__(mcs, name, bases, ns)


class S(metaclass=Shown):
    x: int
    y = 2


class Folded(str):
    def __eq__(self, other):
        return self.lower() == other.lower()

    def __hash__(self):
        return hash(self.lower())


d = {Folded("One"): 1, Folded("TWO"): 2}
print(d[Folded("one")], d["one"], "two" in d, Folded("ONE") in {"one"})


class Proxy:
    def __init__(self, of):
        self._of = of

    def __getattribute__(self, name):
        if name == "_of":
            return object.__getattribute__(self, name)
        return getattr(object.__getattribute__(self, "_of"), name)


print(isinstance(Proxy(3), int), isinstance(Proxy(Bare()), Bare), isinstance(Proxy(3), str))


class Abstract:
    def __init__(self, *bases):
        self.bases = bases

    def __getattr__(self, name):
        if name == "__bases__":
            return self.bases
        raise AttributeError(name)


top = Abstract()
sub = Abstract(Abstract(top))
print(issubclass(sub, top), issubclass(top, sub))
for check in (lambda: issubclass(3, int), lambda: issubclass(int, 3), lambda: isinstance(3, 4)):
    try:
        check()
    except TypeError as e:
        print(e)


async def numbers():
    yield 1


def forgotten():
    g = numbers()
    g.asend(None)
    g.athrow(ValueError)
    g.aclose()
    try:
        g.asend(None).send("early")
    except TypeError as e:
        print(e)
    g.aclose().close()


forgotten()
ns = {}
exec("x = 7\ndef f():\n global x\n return x\nr = f()", {}, ns)
print(sorted(ns))
