# python: 3.10
from collections import namedtuple

Point = namedtuple("Point", "x y", defaults=[0])
p = Point(3)
print(p, p.x, p[1], p._replace(y=9), p._asdict(), Point._make([1, 2]), Point._fields, Point._field_defaults)
x, y = p
print(x, y, p == (3, 0), p < Point(4), len(p), {p: "v"}[(3, 0)], isinstance(p, tuple))
try:
    p.x = 1
except AttributeError as e:
    print(e)
try:
    Point()
except TypeError as e:
    print(e)
