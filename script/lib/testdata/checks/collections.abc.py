import collections.abc as ca
from collections.abc import *
import asyncio


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


def gen(): yield
async def coro(): pass
async def agen(): yield


c = coro()
things = {"list": [], "tuple": (), "str": "", "bytes": b"", "dict": {}, "set": set(), "frozenset": frozenset(),
          "gen": gen(), "coro": c, "agen": agen(), "range": range(3), "int": 3, "func": gen, "iter": iter([]),
          "keys": {}.keys(), "items": {}.items(), "values": {}.values(), "type": int, "None": None, "bytearray": bytearray()}
names = [n for n in sorted(ca.__all__) if n not in ("ByteString",)]
for label, thing in things.items():
    print(label, [n for n in names if isinstance(thing, getattr(ca, n))])
c.close()


class Box(MutableMapping):
    def __init__(self): self.d = {}
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)


b = Box()
b["a"] = 1
b.update({"b": 2}, c=3)
b.update([("d", 4)])
print(dict(b), list(b.items()), list(b.values()), b.get("z"), b.setdefault("e", 5), b.pop("a"), b.pop("zz", "dflt"))
print("b" in b, b == {"b": 2, "c": 3, "d": 4, "e": 5}, b.popitem(), len(b), ("c", 3) in b.items(), 3 in b.values())
print(sorted(b.keys() & {"c", "q"}), sorted(b.keys() | {"q"}), sorted(b.keys() - {"c"}), type(b.keys()).__name__)
attempt("pop", b.pop, "nope")
b.clear(); print(len(b))
attempt("popitem", b.popitem)
attempt("hash", hash, b)
attempt("reversed", reversed, b)


class Half(Mapping):
    def __len__(self): return 0


attempt("half", Half)
attempt("one", type("One", (Sized,), {}))


class L(MutableSequence):
    def __init__(self, *a): self.l = list(a)
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)


l = L(1, 2, 3)
l.append(4); l.extend([5, 2]); l += [9]
print(list(l), l.index(3), l.count(2), 9 in l, 77 in l, list(reversed(l)), l.pop(), l.pop(0))
l.reverse(); l.remove(2); print(l.l)
attempt("index", l.index, 1000)
l.clear(); print(l.l)
attempt("pop", l.pop)


class S(MutableSet):
    def __init__(self, it=()): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def add(self, x):
        if x not in self.s: self.s.append(x)
    def discard(self, x):
        if x in self.s: self.s.remove(x)


a, b = S([1, 2, 3]), S([2, 3, 4])
print(list(a | b), list(a & b), list(a - b), list(a ^ b), a <= b, a < S([1, 2, 3, 4]), a == S([3, 2, 1]), a >= S([1]), a.isdisjoint([9]), a != b)
a |= [7]; a &= S([1, 7]); print(a.s); a ^= [1, 5]; print(a.s); a -= [5]; print(a.s, a.pop())
attempt("remove", a.remove, 5)
attempt("pop", a.pop)
print({1, 2} & S([2]) if False else list(S([2]) & {1, 2}), S([1]) == {1}, {1} == S([1]), S([1])._hash() == hash(frozenset([1])))


class It(Iterator):
    n = 0
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration
        return self.n


print(list(It()), iter(It()).__class__.__name__)


class G(Generator):
    def send(self, v): return v
    def throw(self, t, v=None, tb=None): raise (t if v is None else v)


print(next(G()), G().send(4), G().close())


class BadG(G):
    def throw(self, *a): return 1


attempt("bad close", BadG().close)


class AI(AsyncIterator):
    n = 0
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n


async def main():
    print([x async for x in AI()])

asyncio.run(main())


class Duck:
    def __len__(self): return 1
    def __iter__(self): return iter(())
    def __contains__(self, x): return True
    __hash__ = None


print(isinstance(Duck(), Collection), isinstance(Duck(), Sized), isinstance(Duck(), Hashable), issubclass(Duck, Sequence))


class Mine: pass


Sequence.register(Mine)
print(isinstance(Mine(), Sequence), issubclass(Mine, Collection), isinstance(Mine(), MutableSequence))
print(Sequence[int], Mapping[str, int], Callable[[int, str], bool], Callable[..., int], Iterable[str].__args__, Callable[[int], str].__args__)
print(Sequence.__module__, Mapping.__module__, Iterable.__module__, Sequence.__name__)
attempt("callable", lambda: Callable[int])
