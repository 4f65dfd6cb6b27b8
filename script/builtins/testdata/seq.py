from table import show

show("""
list(), list('abc'), list((1, 2)), list({1: 2}), list(range(3))
list(1)
list(1, 2)
list(x=1)
[1, 2] + [3], [1] * 3, 2 * [1], [1, 2] == [1, 2], [1] < [2], [1, 2] < [1, 2, 3], [1] != [2], [1, 'a'] == [1, 'a'], [[1]] < [[2]]
[1] + (2,)
[1] * 'a'
[1] < 'a'
[1, 2] < ['a']
[1, 2, 3][1], [1, 2, 3][-1], [1, 2, 3][1:], [1, 2, 3][::-1], [1, 2, 3][5:], [1, 2, 3][True]
[1][1]
[1]['a']
[1][1.0]
[1]['a':]
[1][::0]
[1, 2, 1].index(1), [1, 2, 1].index(1, 1), [1, 2, 1].count(1), [1, 2].index(2, -1), [1, 2].copy()
[1].index(2)
[1].index()
[].pop()
[1].pop(5)
[1].pop('a')
[1].pop(1, 2)
[1].remove(2)
[1].append()
[1].append(1, 2)
[1].append(x=1)
[1].insert(1)
[1].insert('a', 1)
[1].extend(1)
[1].clear(1)
[3, 1, 2].sort(1)
[3, 1, 2].sort(foo=1)
[3, 'a'].sort()
[1].sort(key=1)
hash([])
[1].nope
2 in [1, 2], 'a' not in [1]
repr([1, 'a', [2]]), str([1.0, None, True]), [1].__len__(), [1].__contains__(1), [3].__getitem__(0), [1].__add__([2]), [1].__mul__(2), [1].__eq__((1,)), [1].__iter__().__length_hint__()
type(iter([])), type(reversed([])), list(reversed([1, 2, 3])), type(iter(())), type(reversed(()))
tuple(), tuple('ab'), tuple([1, 2]), (1, 2) + (3,), (1,) * 3, (1, 2) == (1, 2), (1, 2) < (1, 3), (1, 2, 3)[1:], (1, 2, 3)[-1], hash((1, 2)) == hash((1, 2)), (1, 2).index(2), (1, 1).count(1)
tuple(1)
tuple(1, 2)
(1,) + [2]
(1,)[1]
(1,)['a']
(1,).index(2)
hash(([],))
(1,).append(2)
repr(()), repr((1,)), repr((1, 2))
range(5), range(1, 5), range(1, 10, 2), list(range(5, 0, -2)), len(range(10)), range(10)[2], range(10)[-1], range(10)[2:5], range(10)[::-1], range(10)[::2][1:]
range()
range(1, 2, 3, 4)
range('a')
range(1.5)
range(1, 2, 0)
range(1)[1]
range(1)['a']
range(x=1)
3 in range(5), 5 in range(5), 4 in range(0, 10, 2), 'a' in range(3), 2.0 in range(3), -1 in range(3)
range(3) == range(0, 3, 1), range(0) == range(2, 1), range(0, 5, 2) == range(0, 6, 2), hash(range(3)) == hash(range(0, 3)), range(3) != range(4)
range(5).index(3), range(5).count(3), range(5).start, range(5).stop, range(5).step, list(reversed(range(5))), list(reversed(range(0, 10, 3)))
range(5).index(7)
range(5).index('a')
range(10**20)[5], len(range(10**20, 10**20 + 5)), list(range(10**20, 10**20 + 2)), 10**19 in range(10**20), range(10**20), range(0, 10**30, 10**29)[3], range(10**20)[-1], list(reversed(range(10**20, 10**20 + 2)))
len(range(10**20))
range(3) < range(4)
type(iter(range(3))), type(iter(range(10**20))), bool(range(0)), bool(range(1))
slice(1), slice(1, 2), slice(1, 2, 3), slice(1).stop, slice(None), slice(1, 10, 2).indices(5), slice(None, None, -1).indices(3), slice('a', 'b')
slice()
slice(1, 2, 3, 4)
slice(1).indices(-1)
slice(1).indices('a')
slice('a').indices(3)
slice(1) == slice(1), slice(1) < slice(2), hash(slice(1, 2)) == hash(slice(1, 2))
slice(1).start is None, slice(5).__eq__(slice(5))
""")

x = [1, 2, 3, 4, 5]
x[1:3] = [20, 30, 40]
print(x)
x[::2] = [0, 0, 0]
print(x)
del x[::2]
print(x)
x[len(x):] = (7, 8)
x[:0] = "ab"
print(x)
x.insert(-1, "i")
x.insert(100, "e")
x.insert(-100, "s")
print(x, x.pop(), x.pop(0), x.pop(-2))
x.extend(c for c in "xy")
x.remove("x")
x.reverse()
print(x)
x += (1,)
x *= 2
print(x, len(x))
show("""
x.__setitem__(99, 1)
x.__setitem__('a', 1)
x.__setitem__(slice(0, 2), 5)
x.__setitem__(slice(0, 4, 2), [1])
x.__delitem__(99)
x.__delitem__('a')
x.__iadd__(5)
""", x=x)
r = [1]
r.append(r)
print(r, [r])
t = ([],)
t[0].append(t)
print(t)
d = {}
d["d"] = d
print(d, [d])

words = ["bb", "a", "ccc", "dd"]
print(sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, reverse=True))
words.sort(key=lambda w: -len(w))
print(words)
print(sorted([3, 1.5, True, 2]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted("banana"), sorted({"b": 1, "a": 2}))
print(sorted([5, 3, 1], key=None), sorted(range(20), key=lambda n: n % 3), sorted(range(20), key=lambda n: n % 3, reverse=True))


class Weird:
    def __init__(self, l):
        self.l = l

    def __lt__(self, other):
        self.l.append(1)
        return False


l = []
l.extend(Weird(l) for _ in range(3))
try:
    l.sort()
except ValueError as e:
    print(e, len(l))
l = [3, 1, 2]
try:
    l.sort(key=lambda v: 1 / 0)
except ZeroDivisionError as e:
    print(e, l)
seen = []
l = [1, 2, 3]
l.sort(key=lambda v: seen.append(len(l)) or v)
print(seen, l)
l = [1, 2, 3, 4, 5, 6]
for v in l:
    if v % 2:
        l.remove(v)
print(l)
it = iter(l)
print(next(it), it.__length_hint__(), list(it), next(it, "end"))
l.append(9)
print(list(it))
