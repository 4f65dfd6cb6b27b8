a, b = {1, 2, 3}, {2, 3, 4}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a <= {1, 2, 3, 4}, a.isdisjoint({9}), {1} < a)
a.add(5)
a.discard(99)
a.update([6], (7,))
a -= {1}
print(sorted(a), len(a), 5 in a, frozenset([1, 2]) == {1, 2}, hash(frozenset([1])) == hash(frozenset([1])), set(), repr(frozenset()))
try:
    a.remove(99)
except KeyError as e:
    print("KeyError", e)
try:
    {[1]}
except TypeError as e:
    print(e)
print(sorted(set("hello")), {frozenset({1}): "x"}[frozenset({1})], sorted({1, 2}.union([3])), {1, 2}.issuperset({1}))
