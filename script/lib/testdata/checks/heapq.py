import heapq
from heapq import *


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


data = [(i * 7919) % 101 for i in range(40)]
h = []
for x in data:
    heappush(h, x)
print(h)
print([heappop(h) for _ in range(40)])
h = data[:]
heapify(h)
print(h)
print(heapreplace(h, 50), heappushpop(h, 0), heappushpop(h, 60), h)
attempt("pop", heappop, [])
attempt("replace", heapreplace, [], 1)
print(heappushpop([], 3))


class T:
    def __init__(self, p, n): self.p, self.n = p, n
    def __lt__(self, o): return self.p < o.p
    def __repr__(self): return "%s%s" % (self.p, self.n)


h = []
for i, p in enumerate([2, 1, 2, 1, 3, 1, 2, 2, 1]):
    heappush(h, T(p, "abcdefghi"[i]))
print(h)
print([heappop(h) for _ in range(9)])
h = [T(p, n) for p, n in zip([2, 1, 2, 1, 3, 1, 2, 2, 1], "abcdefghi")]
heapify(h); print(h)
print(list(merge([1, 4, 7], [2, 4, 9], [], [3])), list(merge([9, 3], [8, 4], reverse=True)))
print(list(merge(["a", "ccc"], ["bb", "dddd"], key=len)), list(merge()), list(merge([1])))
print(nlargest(3, data), nsmallest(3, data), nlargest(1, data), nsmallest(1, data), nlargest(0, data), nsmallest(-1, data), nlargest(100, [1, 2]))
words = ["pear", "fig", "banana", "kiwi", "apple"]
print(nlargest(2, words, key=len), nsmallest(2, words, key=len), nsmallest(1, words, key=len), nlargest(1, words, key=len), nsmallest(1, []))
attempt("types", heappush, [1], "a")
import itertools
counter = itertools.count()
jobs = []
for pr, name in [(3, "low"), (1, "high"), (2, "mid"), (1, "high2")]:
    heappush(jobs, (pr, next(counter), name))
while jobs:
    print(heappop(jobs))
