import operator
from operator import *


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", repr(f(*args, **kw)))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


for name in "lt le eq ne ge gt add and_ floordiv lshift mod mul or_ pow rshift sub truediv xor is_ is_not".split():
    print(name, getattr(operator, name)(7, 3))
for name in "iadd iand ifloordiv ilshift imod imul ior ipow irshift isub itruediv ixor".split():
    print(name, getattr(operator, name)(7, 3))
for name in "not_ truth abs index inv invert neg pos".split():
    print(name, getattr(operator, name)(-5))
print(concat([1], [2]), contains("abc", "b"), countOf([1, 2, 1], 1), indexOf("abc", "c"), getitem({"a": 1}, "a"), call(max, 1, 5), length_hint(iter([1, 2])), length_hint(3, 9))
l = [1, 2, 3]; setitem(l, 0, "x"); delitem(l, 1); print(l, iconcat(l, [4]), l)
attempt("indexOf", indexOf, [1], 5)
attempt("index", index, 1.5)
attempt("concat", concat, 1, 2)
import types
o = types.SimpleNamespace(a=1, b=types.SimpleNamespace(c=2))
print(attrgetter("a")(o), attrgetter("b.c")(o), attrgetter("a", "b.c")(o), itemgetter(1)("abc"), itemgetter(0, 2)("abc"), itemgetter(slice(1, 3))("abcd"), methodcaller("upper")("x"), methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(attrgetter("a", "b"), itemgetter(1, "x"), methodcaller("m", 1, k=2))
attempt("attr", attrgetter("zz"), 3)
attempt("attrt", attrgetter, 3)
attempt("item", itemgetter(9), "abc")
print(sorted(operator.__all__) == sorted(n for n in operator.__all__), len(operator.__all__), operator.__add__(1, 2), operator.__lt__(1, 2), operator.__not__(0))
rows = [{"n": "b", "v": 2}, {"n": "a", "v": 2}, {"n": "c", "v": 1}]
print(sorted(rows, key=itemgetter("v", "n")))
