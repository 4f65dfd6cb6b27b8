from table import show

show("""
dict(), dict(a=1), dict([(1, 2)]), dict({1: 2}, a=3), dict([['a', 1]], b=2), dict(zip('ab', [1, 2]))
dict(1)
dict([1])
dict([(1, 2, 3)])
dict(['ab', 'c'])
dict(1, 2)
{1: 2}.get(1), {1: 2}.get(3), {1: 2}.get(3, 4), {1: 2}.setdefault(1, 5), {}.setdefault(1), {1: 2}.pop(1), {}.pop(1, 5), {1: 2, 3: 4}.popitem()
{}.get()
{}.get(1, 2, 3)
{}.get(key=1)
{}.get([])
{}.pop(1)
{}.popitem()
{}[1]
{}['a']
{}[[]]
{[]: 1}
{1: 2}[1.0], {1: 2}[True], {1: 'a', True: 'b', 1.0: 'c'}
{1: 2} | {3: 4}, {1: 2} | {1: 3}
{} | 1
{} | [(1, 2)]
{1: 2} == {1: 2}, {1: 2} != {1: 3}, {1: 2, 3: 4} == {3: 4, 1: 2}
{} < {}
1 in {1: 2}, 2 not in {1: 2}
[] in {}
len({1: 2}), list({1: 2, 3: 4}), list({1: 2}.values()), list({1: 2}.items()), {1: 2}.keys(), {1: 2}.values(), {1: 2}.items(), {}.keys()
dict.fromkeys('ab'), dict.fromkeys('ab', 0), dict.fromkeys([])
dict.fromkeys()
dict.fromkeys(1)
list(reversed({1: 2, 3: 4})), list(reversed({1: 2, 3: 4}.items())), list(reversed({1: 2, 3: 4}.values()))
{1: 2}.keys() & {1, 5}, {1: 2}.keys() | {5}, {1: 2}.keys() - {1}, {1: 2}.keys() ^ {2}, {1: 2}.items() & {(1, 2)}, {1: 2}.keys() == {1}, {1: 2}.keys() <= {1, 2}, {1: 2}.keys().isdisjoint([2]), {1: 2}.items() >= {(1, 2)}
{1: 2}.keys() & [1, 2], {1: 2}.keys() - [1]
[1] - {1: 2}.keys()
{1: 2}.keys() & 1
{1: 2}.values() & {2}
(1, 2) in {1: 2}.items(), (1, 3) in {1: 2}.items(), 2 in {1: 2}.values(), 1 in {1: 2}.keys(), 5 in {1: 2}.items()
{1: 2}.keys()[0]
hash({})
hash({}.keys())
{1: 2}.keys().mapping, {1: 2}.items().mapping
type(iter({})), type(iter({}.values())), type(iter({}.items())), type(reversed({})), type(reversed({}.items())), type({}.keys())
{1: 2}.copy(), {1: 2}.__contains__(1), {1: 2}.__getitem__(1), {1: 2}.__len__(), {1: 2}.__eq__({1: 2}), {1: 2}.__or__({2: 3}), {1: 2}.__or__(1)
{}.update(1)
{}.update([1])
{}.update([(1, 2, 3)])
{}.clear(1)
{}.nope
{}.keys(1)
dict.get({})
dict.get(1, 2)
repr({1: 'a', 'b': [1]}), str({}), repr({'a': {}})
{**{'a': 1}, 'b': 2}, {'a': 1, **{'a': 2}}
{**1}
dict(**{'a': 1}), dict(**{1: 2})
""")

d = {"a": 1, "b": 2}
d |= {"c": 3}
d |= [("d", 4)]
d.update(e=5)
d.update([("f", 6)], g=7)
del d["a"]
d["a"] = 8
print(d, d.pop("b"), list(d))
view = d.keys()
d["z"] = 0
print(view, len(view))
for bad in ("d['new'] = 1", "d.pop('c')", "d.clear()"):
    d = {"c": 3, "x": 4}
    try:
        for k in d:
            exec(bad)
    except RuntimeError as e:
        print(bad, e)
d = {i: i for i in range(5)}
try:
    for k, v in d.items():
        d[k] = v + 1
    print(d)
    for k in list(d):
        del d[k]
    print(d)
except RuntimeError as e:
    print(e)
show("d.__ior__(1)\nd.__delitem__(1)", d=d)


class D(dict):
    def __missing__(self, key):
        return f"missing {key}"


m = D(a=1)
print(m["a"], m["zz"], m.get("zz"), "zz" in m, m, type(m.copy()), D.fromkeys("ab"), m | {"b": 2}, type(m | {}))


class Upper(dict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)

    def __getitem__(self, k):
        return super().__getitem__(k.upper())

    def __contains__(self, k):
        return super().__contains__(k.upper())


u = Upper()
u["a"] = 1
u.update(b=2)
u.extra = "attr"
print(u, u["A"], "a" in u, u.extra, u.__dict__, len(u), isinstance(u, dict), u == {"A": 1, "b": 2})
print({**u}, dict(u), list(u.items()))


class K:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1

    def __eq__(self, o):
        return self.n == o.n

    def __repr__(self):
        return f"K{self.n}"


d = {K(1): "a", K(2): "b", K(1): "c"}
print(d, d[K(2)], K(3) in d, len({K(1), K(1), K(2)}))
big = {i: str(i) for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
for i in range(1000, 1200):
    big[i] = i
print(len(big), list(big)[:3], list(big)[-2:], big[999], 0 in big, sum(1 for _ in big))
while len(big) > 695:
    print(big.popitem(), end=" ")
print()
