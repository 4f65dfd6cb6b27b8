"""What the machine remembers of attributes, classes and loops must not outlive
what it was true of."""


class Point:
    def __init__(self, x, y=2):
        self.x = x
        self.y = y

    def norm(self):
        return self.x * self.x + self.y * self.y

    @property
    def double(self):
        return self.x * 2


def read(p):
    return p.x


def write(p, v):
    p.x = v


def norm(p):
    return p.norm()


def double(p):
    return p.double


def make(*args):
    return Point(*args)


def one(x):
    return Point(x)


def report(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


points = [one(i) for i in range(3)]
print([read(p) for p in points], [norm(p) for p in points], [double(p) for p in points])

# A method found on the object goes before the class's.
points[1].norm = lambda: "own"
print([norm(p) for p in points])
Point.norm = lambda self: "new"
print([norm(p) for p in points])

# A data descriptor made later goes before the objects' attributes.
Point.x = property(lambda self: "computed", lambda self, v: print("set", v))
print([read(p) for p in points])
write(points[0], 5)
print(points[0].__dict__["x"])
del Point.x
print([read(p) for p in points])
write(points[0], 5)
print(read(points[0]))

# A property that goes, and another in its place.
Point.double = property(lambda self: self.x + 100)
print([double(p) for p in points])
Point.double = 7
print([double(p) for p in points])
del Point.double
print([report(double, p) for p in points])
Point.double = property()
print([report(double, p) for p in points])
Point.double = property(lambda self: 1 / 0)
print([report(double, p) for p in points])
Point.double = property(lambda self, more: more)
print([report(double, p) for p in points])

# Deleted attributes, __dict__, other classes.
del points[2].x
print([report(read, p) for p in points])
points[2].__dict__["x"] = "from dict"
print([report(read, p) for p in points])
write(points[2], "again")
print(points[2].__dict__)


class Other:
    x = "class attribute"


points[0].__class__ = Other
print([report(read, p) for p in points], report(norm, points[0]))

# __init__ and __new__ that change.
Point.__init__ = lambda self, x: setattr(self, "only", x)
print(vars(one(1)), report(make, 1, 2))
Point.__init__ = lambda self, x: "not None"
print(report(one, 1))
del Point.__init__
print(report(one, 1), vars(Point()))
Point.__new__ = lambda cls, *args: args
print(one(1))
del Point.__new__


class Counted:
    made = 0

    def __init__(self):
        Counted.made += 1
        self.number = Counted.made


print([Counted().number for _ in range(5)], Counted.made)


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x):
        self.x = x


slotted = [Slotted(i) for i in range(3)]
print([read(s) for s in slotted])
write(slotted[0], "w")
del slotted[1].x
print([report(read, s) for s in slotted])


class Hooked:
    def __getattr__(self, name):
        return "hook " + name

    @property
    def double(self):
        raise AttributeError("inside")


print(double(Hooked()), double(Hooked()), read(Hooked()))


class Deep:
    @property
    def down(self):
        return self.down


print(report(lambda: Deep().down)[:31])

# Constants of loops, in recursions and generators.


def scale(n):
    out = []
    for i in range(n):
        out.append(i * 1.5 + 10 if i != 2 else "two")
    return out if n < 2 else scale(n - 1) + out


def steps():
    got = None
    while True:
        got = yield ("step", got, 1.25)
        if got == "stop":
            return "end"


print(scale(4))
g = steps()
print(next(g), g.send("a"), next(g))

# Parts of sequences.
text, items, row = "abcdef", [1, 2, 3, 4], (1, 2, 3, 4)
for lo, hi in [(0, 2), (None, 3), (2, None), (-3, -1), (3, 1), (-100, 100), (True, 3), (100, 200)]:
    print(text[lo:hi], items[lo:hi], row[lo:hi], "äöü€"[lo:hi], b"xyz"[lo:hi])
print(items[:] == items, items[:] is items, row[:] is row)
print(report(lambda: items["a":]), "|", report(lambda: len[1:2]))
big = 10**30
print(text[-big:big], items[1:big])

# Names that are not bound where they are read in place.


def unbound(which):
    if which == "return":
        if False:
            v = 1
        return v
    if which == "append":
        if False:
            w = 1
        return [w for _ in range(2)]
    if which == "augment":
        if False:
            u = 1
        u.x += 1


def unbound_yield():
    if False:
        v = 1
    yield v


print(report(unbound, "return"))
print(report(unbound, "append"))
print(report(unbound, "augment"))
print(report(lambda: list(unbound_yield())))

# Comparisons of numbers that have no order, and of str.
nan = float("nan")
for a, b in [(1.0, 2.0), (2.0, 1.0), (1.0, 1.0), (nan, 1.0), (nan, nan), (1, 2), (2, 1), (3, 3), ("a", "b"), ("a", "a")]:
    got = []
    if a < b:
        got.append("<")
    if a <= b:
        got.append("<=")
    if a == b:
        got.append("==")
    if a != b:
        got.append("!=")
    if a >= b:
        got.append(">=")
    if a > b:
        got.append(">")
    print(a, b, got)
print(report(lambda: 1.0 / 0.0), 7.0 / 2.0, 7 / 2, -0.0 / 5.0)

# Loops whose list changes, and what a star takes.
seen = []
numbers = [1, 2, 3]
for n in numbers:
    seen.append(n)
    if n < 3:
        numbers.append(n + 10)
    else:
        continue
print(seen)
first, *middle, last = row
print(first, middle, last)
*init, end = "xy"
print(init, end)
