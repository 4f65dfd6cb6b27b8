# python: 3.11
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("named", owner.__name__, name)

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(obj, self.name, value)

    def __delete__(self, obj):
        print("delete", self.name)
        delattr(obj, self.name)


class Point:
    x = Typed(int)
    label = Typed(str)

    def __init__(self, x, label):
        self.x, self.label = x, label

    @property
    def double(self):
        """Twice x."""
        return self.x * 2

    @double.setter
    def double(self, v):
        self.x = v // 2


p = Point(3, "p")
print(p.x, p.label, p.double, Point.double.__doc__)
p.double = 11
print(p.x)
for bad in (lambda: setattr(p, "x", "no"), lambda: Point("a", "b")):
    try:
        bad()
    except TypeError as e:
        print(e)
del p.label
print(hasattr(p, "label"), type(Point.x).__name__)
try:
    del p.double
except AttributeError as e:
    print(e)
