from table import show

# The order of a set is free: it is shown sorted.
def s(x):
    return type(x).__name__, sorted(x)

show("""
set(), frozenset(), s(set('aab')), s(frozenset([1, 2])), s({1, 1.0, True})
set(1)
set(1, 2)
set(x=1)
frozenset(1, 2)
{[]}
s({1, 2} | {3}), s({1, 2} & {2}), s({1, 2} - {2}), s({1, 2} ^ {2, 3}), s({1} | frozenset([2])), s(frozenset([2]) | {1})
{1} | [2]
{1} & 1
{1} + {2}
s({1}.union([2], (3,))), s({1, 2}.intersection([2])), s({1, 2, 3}.difference([1], [2])), s({1}.symmetric_difference([1, 2])), s({1}.union()), s({1, 2}.intersection({1: 0}))
{1}.union(1)
{1}.symmetric_difference([1], [2])
{1}.union([[]])
{1} <= {1, 2}, {1} < {1}, {1, 2} >= {2}, {1, 2} > {2}, {1} == frozenset([1]), {1} != {2}, {1}.issubset([1, 2]), {1, 2}.issuperset([1]), {1}.isdisjoint([2]), {1} == [1]
{1} < [1]
1 in {1}, 2 not in {1}, frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])}
[] in {1}
hash(set())
hash(frozenset([1, 2])) == hash(frozenset([2, 1]))
{1}.remove(2)
{1}.remove([])
set().pop()
{1}.add()
{1}.add([])
{1}.discard(5)
{1}.nope
frozenset([1]).add(2)
len({1, 2}), bool(set()), bool({1}), repr(set()), repr(frozenset()), repr({1}), repr(frozenset({1})), str({'a'})
type(iter(set())), {1}.copy(), frozenset([1]).copy(), frozenset('a') is frozenset(frozenset('a'))
{1}[0]
{1}.__or__({2}), {1}.__or__([2]), {1}.__contains__(1), {1}.__len__(), {1}.__eq__({1}), {1}.__le__({1, 2})
{*[1, 2], *(3,)} == {1, 2, 3}
""", s=s)

a = {1, 2, 3}
a.add(4)
a.discard(9)
a.remove(1)
a |= {7}
a &= {2, 3, 7}
a -= {2}
a ^= {3, 8}
print(s(a))
a.update([1], "x")
a.difference_update("x")
a.intersection_update([1, 7, 8])
a.symmetric_difference_update([8, 9])
print(s(a))
show("a.__ior__([1])\na.__iand__({1})\na.update(5)", a=a)
print(s(a))
for bad in ("a.add(99)", "a.clear()"):
    a = {1, 2, 3}
    try:
        for x in a:
            exec(bad)
    except RuntimeError as e:
        print(bad, e)


class S(set):
    def add(self, x):
        super().add(x * 2)


t = S([1])
t.add(5)
t.name = "n"
print(s(t), repr(S([1])), t.name, type(t | {1}).__name__, type(t.copy()).__name__, t == {1, 10}, S() == set())


class F(frozenset):
    pass


print(repr(F([1])), type(F([1]) | {2}).__name__, hash(F([1])) == hash(frozenset([1])), {F([1]): 2}[frozenset([1])])
popped = set(range(5))
got = []
while popped:
    got.append(popped.pop())
print(sorted(got))
