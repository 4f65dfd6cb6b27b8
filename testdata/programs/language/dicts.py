# python: 3.12
d = {"b": 1, "a": 2}
d["c"] = 3
print(d, list(d), d.get("x"), d.get("x", 0), d.pop("b"), d.pop("zz", None), "a" in d, len(d))
d.update(z=9, a=5)
print(d, d.setdefault("n", []), d.setdefault("a", 1), list(d.items()), list(d.values()))
print({**d, "q": 1} | {"r": 2}, dict([("x", 1)], y=2), dict.fromkeys("ab", 0), d == dict(d), d.popitem())
print({1: "a", 1.0: "b", True: "c"}, {k: v for k, v in sorted(d.items())}, d.keys() & {"a", "zz"}, sorted(d.keys() | {"zz"}))
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as e:
    print(e)
print(list(reversed({"a": 1, "b": 2})), {(1, 2): 3}[1, 2], {"a": {"b": [1, 2]}}["a"]["b"][1])
from collections import Counter, defaultdict, OrderedDict, ChainMap
c = Counter("mississippi")
print(c.most_common(2), c["s"], c["q"], c + Counter("ss"), sorted(c.elements())[:3], c.total())
dd = defaultdict(list)
for k, v in (("x", 1), ("y", 2), ("x", 3)):
    dd[k].append(v)
print(dict(dd), dd, OrderedDict(a=1, b=2), ChainMap({"a": 1}, {"a": 2, "b": 3})["b"])
od = OrderedDict(a=1, b=2)
od.move_to_end("a")
print(list(od), od.popitem(last=False))
