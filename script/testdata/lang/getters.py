# operator.itemgetter and attrgetter: calls, errors, copies.
import copy
import operator
from operator import attrgetter, itemgetter


def outcome(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


class P:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __getitem__(self, i):
        return ("item", i)

    @property
    def broken(self):
        raise ValueError("no")


p = P(1, P("in", 2))
first = itemgetter(0)
print(first, itemgetter(0, "k", slice(1, 3)), attrgetter("x"), attrgetter("x", "y.x"))
print(first("abc"), first([5]), itemgetter("a")({"a": 7}), itemgetter(1, -1)("abc"), itemgetter(slice(1, 3))("abcd"), first(p), itemgetter(0, 1)(p))
print(attrgetter("x")(p), attrgetter("y.x")(p), attrgetter("x", "y.y")(p), attrgetter("__class__.__name__")(p))
for f in (
    lambda: itemgetter(),
    lambda: itemgetter(0, x=1),
    lambda: first(),
    lambda: first(1, 2),
    lambda: first(obj=1),
    lambda: first([]),
    lambda: first(5),
    lambda: itemgetter("k")({}),
    lambda: attrgetter(),
    lambda: attrgetter(3),
    lambda: attrgetter("x", 3),
    lambda: attrgetter("x")(),
    lambda: attrgetter("x")(1, 2),
    lambda: attrgetter("x")(obj=p),
    lambda: attrgetter("q")(p),
    lambda: attrgetter("x.q")(p),
    lambda: attrgetter("broken")(p),
):
    print(outcome(f))
for g in (first, itemgetter(0, 1), attrgetter("x"), attrgetter("x", "y.x")):
    print(g.__reduce__()[0].__name__, g.__reduce__()[1], copy.copy(g), copy.deepcopy(g), callable(g), type(g), type(g).__module__, type(g).__name__)
rows = [(i * 7 % 5, -i) for i in range(6)]
print(sorted(rows, key=itemgetter(0)), sorted(rows, key=itemgetter(0, 1)), max(rows, key=itemgetter(1)), list(map(itemgetter(1), rows)))
print(isinstance(first, operator.itemgetter), first.__class__ is itemgetter)
