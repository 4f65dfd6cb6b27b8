# python: 3.13
class Proxy:
    def __init__(self, target):
        object.__setattr__(self, "_target", target)
        object.__setattr__(self, "log", [])

    def __getattr__(self, name):
        self.log.append(("get", name))
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        self.log.append(("set", name))
        setattr(self._target, name, value)

    def __delattr__(self, name):
        self.log.append(("del", name))
        delattr(self._target, name)

    def __dir__(self):
        return ["a", "b"]


class T:
    def __init__(self):
        self.a = 1


p = Proxy(T())
print(p.a)
p.b = 2
del p.a
print(p.log, dir(p), vars(p._target))
try:
    p.zzz
except AttributeError as e:
    print(e)


class Slotted:
    __slots__ = ("x", "y")


s = Slotted()
s.x = 1
for attempt in (lambda: setattr(s, "z", 1), lambda: s.y, lambda: s.__dict__):
    try:
        attempt()
    except AttributeError as e:
        print(e)
