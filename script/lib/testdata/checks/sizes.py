import sys
from collections import deque
class P: pass
class Q:
    __slots__ = ("a", "b")
class R(Q): pass
class L(list): pass
class Own:
    def __sizeof__(self): return 100
def show(*values): print([sys.getsizeof(v) for v in values])
show(0, 1, -1, 2**30, 2**100, 1.5, 1j, True, None)
show("", "abc", "é", "éa", "日本", "😀", b"", b"abc", bytearray(), bytearray(b"ab"))
show([], [1], [1, 2], [1, 2, 3], [1, 2, 3, 4, 5], ["a", None, (1, 2)], [P, P, P], list("ab"), list(range(9)), list(range(10)), list(x for x in "abc"), list(x for x in range(20)), sorted("cab"), [1] * 7, [1, 2] + [3], [0, 1, 2, 3][1:], list(map(str, range(3))), [*(1, 2, 3)])
grown = []
sizes = []
for i in range(40):
    grown.append(i)
    sizes.append(sys.getsizeof(grown))
print(sizes)
show([i for i in range(1000)], [i for i in range(100000)], tuple(range(5)), ())
show({}, {1: 2}, {"a": 1}, {i: i for i in range(6)}, {str(i): i for i in range(11)}, {i: i for i in range(100)}, dict(a=1, b=2))
show(set(), {1}, {1, 2, 3, 4, 5}, set(range(19)), set(range(100)), frozenset([1]))
show(P(), Q(), R(), L(), L([1, 2]), Own(), ValueError(), deque(), deque([1]), object(), range(3), iter([]), enumerate([]), zip(), slice(1), lambda: 0, P().__init__)
show((i for i in range(3)), P, int, sys)
print([].__sizeof__(), "ab".__sizeof__(), P().__sizeof__(), {}.__sizeof__(), sys.getsizeof([], 5))
class Bad:
    def __sizeof__(self): return -1
try: sys.getsizeof(Bad())
except ValueError as e: print(e)
