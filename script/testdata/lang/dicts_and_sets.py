# Dicts and sets through their sizes: few keys, many, deleted and made again.


class Model:
    """A dict in the plainest way: a list of pairs."""

    def __init__(self):
        self.pairs = []

    def set(self, key, value):
        for pair in self.pairs:
            if pair[0] == key:
                pair[1] = value
                return
        self.pairs.append([key, value])

    def pop(self, key):
        for i, pair in enumerate(self.pairs):
            if pair[0] == key:
                del self.pairs[i]
                return pair[1]
        return None


seed = 7


def number(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return (seed >> 8) % n


def play(key, span, rounds):
    model, d = Model(), {}
    for step in range(rounds):
        k = key(number(span))
        what = number(6)
        if what < 3:
            model.set(k, step)
            d[k] = step
        elif what < 5:
            assert model.pop(k) == d.pop(k, None)
        elif d:
            k, v = d.popitem()
            assert [k, v] == model.pairs.pop()
        assert len(d) == len(model.pairs)
        if step % 50 == 0:
            assert [list(p) for p in d.items()] == model.pairs, (step, d, model.pairs)
            assert list(reversed(d)) == [p[0] for p in reversed(model.pairs)]
            c = d.copy()
            assert c == d and list(c) == list(d) and list(c.values()) == list(d.values())
            e = {}
            e.update(d)
            e[key(span)] = 0
            assert (key(span) in d) is False and len(e) == len(d) + 1
    return sorted(map(str, d))


print(play(lambda n: n, 6, 1000))
print(play(lambda n: n, 40, 3000)[:5])
print(play(str, 12, 1000)[:5])
print(play(lambda n: (n, str(n)), 30, 1000)[:5])
print(play(lambda n: [n, str(n), float(n) + 0.5, n % 2 == 0, None, 2**70 + n][n % 6], 24, 1000)[:5])

d = {}
for i in range(1000):  # a stack of one
    d[i] = i
    d.popitem()
print(d)
for i in range(1000):  # a queue of three
    d[i] = i
    if len(d) > 3:
        del d[next(iter(d))]
print(d)
s = set()
for i in range(1000):
    s.add(i)
    if len(s) > 3:
        s.discard(i - 3)
print(sorted(s))


class Same(str):
    """Equal to a plain str with the same text, but with a hash of its own."""

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        calls.append(other)
        return str(self) == str(other)


calls = []
d = {Same("a"): 1, "b": 2}
print(d["a"], d["b"], "c" in d, len(calls) > 0)
d["a"] = 3
print(len(d), d[Same("a")])


def sets(n, m):
    return set(range(n)), {i * 2 for i in range(m)}


for n, m in ((0, 0), (0, 3), (3, 0), (5, 5), (9, 20), (100, 70)):
    a, b = sets(n, m)
    print(n, m, *(sum(x) + 1000 * len(x) for x in (a | b, a & b, a - b, b - a, a ^ b)), a <= b, a & b <= a, a.isdisjoint(b))
    c = a.copy()
    c |= b
    c -= a
    c ^= {1, 2, 3}
    c &= set(range(50))
    print(sorted(c), sorted(frozenset(a).union(b, [1.0, "x"][:1])))
    assert {1: "a", 2: "b"}.keys() & a == a & {1, 2}
print(sorted({"a": 1, "b": 2}.items() | {("c", 3)}), {1, True, 1.0}, set([3, 3.0]), {2**70} & {2**70, 1})


class Shrinks:
    """A key whose comparison changes the dict it is looked for in."""

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if target and self.n == 2:
            target.clear()
        return self.n == other.n


target = {}
keys = [Shrinks(1), Shrinks(3)]
for k in keys:
    target[k] = k.n
print(target.get(Shrinks(2)), len(target))
try:
    for k in (d := {1: 1, 2: 2}):
        d[k + 10] = 0
except RuntimeError as e:
    print(e)
try:
    for k in (d := {i: 0 for i in range(20)}):
        del d[k]
        d[k + 100] = 0
except RuntimeError as e:
    print(e)
print({}.keys() == set(), {1: 2} == {1: 2.0}, {1: 2} == {1: 3}, {1: 2, 3: 4} == {3: 4, 1: 2})
