"""Sets of numbers have an order that does not change from run to run."""

print({3, 1, 2}, {10, 5, 100, 7}, set([9, 8, 17, 1]), {i * i for i in range(12)})
print(frozenset([-1, -2, 5]), {3.5, 1.0, 2}, {True, False, 2}, {(1, 2), (0, 1)}, {2**70, -(2**61), 7})

s = set()
for i in (33, 1, 65, 97, 2, 17):
    s.add(i)
print(s)
s.discard(1)
print(s, s.pop(), list(s))

a, b = set([1, 2, 3, 40, 33]), set([3, 2, 9, 41])
print(a | b, a & b, a - b, a ^ b, a.union([70, 5], range(3)), b.difference([9]), a.intersection([40, 3]))
a |= {64, 16}
b -= {2}
print(a, b, sorted(a ^ b))
a ^= {1, 100}
print(a, set(a), a.copy(), frozenset(a), {*a, *b})

taken = []
while a:
    taken.append(a.pop())
print(taken)
print(hash(frozenset({1, 2, 3})), {frozenset({1, 2}), frozenset({3})} == {frozenset({3}), frozenset({2, 1})})
print([x for x in {50, 3, 12, 7, 31}], min({5, 3}), sum({1, 2, 3}), dict.fromkeys({8, 1}))
