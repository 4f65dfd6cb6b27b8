import pprint
from collections import *
from dataclasses import dataclass
from types import SimpleNamespace
import io


@dataclass
class Dc:
    name: str
    values: list
    other: dict


data = {"name": "a fairly long name", "list": list(range(30)), "nested": {"k%d" % i: ["v" * i, (i,)] for i in range(6)}, "t": (1,), "e": {}, "long": "word " * 30}
pprint.pprint(data); pprint.pp(data); pprint.pprint(data, compact=True, width=40); pprint.pprint(data, indent=4, width=50); pprint.pprint(data, depth=1)
for x in (1, "s", [], [1, 2], {3: 1, 1: 2}, (1, 2), None, "x" * 100, "line1\nline2 " * 10, [["a" * 30, "b" * 30, "c" * 30]], ("only one element here " * 5,), {1, 2, 3, "a" * 80}, frozenset(range(40)), Dc("n", list(range(30)), {"a" * 30: "b" * 40}), Dc("n", [], {}), SimpleNamespace(a="x" * 50, b=list(range(20))), Counter("abracadabra" * 3), OrderedDict((("k%d" % i), "v" * 20) for i in range(5)), defaultdict(list, {"a" * 20: list(range(20)), "b": []}), deque(range(40)), deque(range(40), maxlen=50), [b"bytes" * 3], 10 ** 9): print(pprint.pformat(x)); print(pprint.pformat(x, width=30))
print(pprint.pformat([10 ** 9], underscore_numbers=True), pprint.saferepr({"b": 1, "a": [2]}), pprint.isreadable([1]), pprint.isreadable([object()]), pprint.isrecursive([1]))
loop = [1]; loop.append(loop); print(pprint.isrecursive(loop), pprint.isreadable(loop), pprint.pformat(loop).split("with")[0])
buf = io.StringIO(); pprint.PrettyPrinter(stream=buf, width=20).pprint({"a": "b" * 10, "c": [1, 2, 3, 4, 5, 6]}); print(buf.getvalue())
pprint.pprint({"z": 1, "a": 2}, sort_dicts=False); pprint.pprint({1: "a", "b": 2, (1, 2): 3}, width=5)
