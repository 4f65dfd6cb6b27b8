# deque and Counter: all methods, their errors, subclasses, and a long game
# against a list.
from collections import deque, Counter
import copy, weakref, gc

def outcome(f):
    try:
        return f()
    except BaseException as e:
        return f'{type(e).__name__}: {e}'
d = deque([1, 2, 3])
for src in "d.remove(9)\nd.index(9)\nd[9]\nd['a']\nd[1], d[-1]\nd.insert(0)\nd + [1]\nd + deque([4])\nhash(d)\nd.rotate('a')\ndeque(1,2,3)\ndeque(1)\ndeque([],-1)\ndeque([],'a')\nd.pop(1)\nd.foo\ntype(iter(d)), type(reversed(d))\nd.append()\nd.extend(5)\niter(d).__reduce__()[1]\nd < [1]\nd < deque([1,2,4]), d == deque([1,2,3]), d != deque([1]), d == [1,2,3]\ndeque([],None,x=1)\ndeque(iterable=[1,2], maxlen=1)\nd.count(), \nd.count(2), d.index(2), d.index(3, 1), d.index(3, -1)\nd.index(1, 1)\nd.index(2,'a')\nd.insert('a',1)\nd.maxlen, deque(maxlen=3).maxlen\nd.append, type(d).append\ntype(d).maxlen\nd.__reduce__()[:3], deque([1], 4).__reduce__()[:3]\nrepr(deque('ab', 5)), str(deque())\nd * 2, 2 * d, deque('abc', 4) * 2, d * 0\nd * 'a'\nd + 3\ncopy.copy(d), copy.deepcopy(deque([[1],[2]], 7)), d.copy() is d\nlist(reversed(d)), 2 in d, 9 in d, len(d), bool(d), bool(deque())\nd.x\nisinstance(d, deque), type(d), deque.__name__, deque.__module__, deque.__qualname__\ndeque[int]\niter(d).__length_hint__()\nnext(iter(deque()))\ndel_(d)\nsetattr(d, 'maxlen', 3)\ndeque.append(5, 1)\nd.__class__.__mro__\n[].__add__(d)\n[*d, *d], (lambda *a: a)(*d)\nmax(d), sum(d), sorted(d, reverse=True)\ndir(d) == sorted(set(dir(d))), [n for n in dir(d) if not n.startswith('_')]\nd.__init__([7, 8], 1) or d\nd.__sizeof__() > 0\nd.__contains__(8), d.__len__()\ndeque.fromkeys".split('\n'):
    print(src, '->', str(outcome(lambda: eval(src))).split(' at 0x')[0])


class Q(deque):

    def __init__(self, *a, tag=None):
        super().__init__(*a)
        self.tag = tag

    def __del__(self):
        print('gone', self.tag)
q = Q([1, 2], tag='t')
q.append(3)
q.y = 5
print(q, q.tag, q.y, copy.copy(q), q.copy(), q + deque([9]), type(q * 2).__name__, outcome(lambda: Q([1], 5).maxlen))
print(q.__reduce__()[:3], q.__dict__)
r = weakref.ref(q)
print(r() is q)
del q
gc.collect()
print(r())
w = weakref.ref(d)
print(w() is d)
d = deque(range(10))
it = iter(d)
next(it)
d.append(1)
print(outcome(lambda: next(it)), outcome(lambda: next(it)))
d = deque([1])
d.append(d)
print(d)
d = deque(maxlen=3)
for i in range(10):
    d.append(i)
    d.appendleft(-i)
print(d)
d.extend(range(5))
print(d)
d.extendleft(range(5))
print(d, outcome(lambda: d.insert(1, 1)))
d = deque(range(6))
d.insert(2, 'x')
d.insert(-1, 'y')
d.insert(100, 'z')
d.insert(-100, 'a')
print(d)
del d[0]
del d[-1]
del d[2]
print(d)
d[0] = 'zero'
d[-1] = 'last'
print(d)
d.remove('last')
d.reverse()
print(d)
d += 'xy'
d *= 2
print(d)
for n in (1, -1, 3, 100, -7, 0):
    d.rotate(n)
    print(list(d))
d.extend(d)
print(len(d))
d.extendleft(d)
print(len(d))
d.clear()
print(d, outcome(d.pop), outcome(d.popleft))
import random
random.seed(1)
m = []
d = deque()
for i in range(3000):
    k = random.randrange(9)
    if k < 2:
        m.append(i)
        d.append(i)
    elif k < 4:
        m.insert(0, i)
        d.appendleft(i)
    elif k == 4 and m:
        assert m.pop() == d.pop()
    elif k == 5 and m:
        assert m.pop(0) == d.popleft()
    elif k == 6 and m:
        j = random.randrange(len(m))
        del m[j]
        del d[j]
    elif k == 7:
        j = random.randrange(-3, len(m) + 3)
        m.insert(j, i)
        d.insert(j, i)
    elif k == 8 and m:
        r = random.randrange(-5, 6)
        d.rotate(r)
        r %= len(m)
        m = m[-r:] + m[:-r] if r else m
    assert list(d) == m, i
print(len(d), d == deque(m))


class Bad:

    def __eq__(self, x):
        d.clear()
        return False
d = deque([1, Bad(), 2])
print(outcome(lambda: d.remove(5)))
d = deque([1, Bad(), 2])
print(outcome(lambda: d.count(5)), outcome(lambda: 5 in d))
d = deque([1, Bad(), 2])
print(outcome(lambda: d.index(5)))
match deque([1, 2]):
    case [a, b]:
        print('matched', a, b)
c = Counter('abracadabra')
c.update('aab')
print(c, Counter([1, True, 1.0]), outcome(lambda: Counter([[]])))


class Loud(Counter):

    def __setitem__(self, k, v):
        print('set', k, v)
        super().__setitem__(k, v)
print(Loud('aab'))
