import itertools
from itertools import *
import operator
from fractions import Fraction


def attempt(label, f, *args, **kw):
    try:
        r = f(*args, **kw)
        print(label, "->", list(r) if hasattr(r, "__next__") else r)
    except Exception as e:
        print(label, "!", type(e).__name__, e)


def logged(label, items):
    for i in items:
        print(label, "gives", i)
        yield i


print(list(accumulate([1, 2, 3])), list(accumulate([3, 1, 4], max)), list(accumulate([1, 2], initial=10)), list(accumulate([])), list(accumulate([], initial=1)))
print(list(batched("ABCDEFG", 3)), list(batched([], 2)))
attempt("batched", batched, "abc", 0)
attempt("batched strict", batched, "abc", 2, strict=True)
print(list(chain([1], (2,), "a")), list(chain()), list(chain.from_iterable([[1, 2], [3]])))
attempt("chain", chain, 1)
print(list(combinations("ABCD", 2)), list(combinations([1, 2], 3)), list(combinations([1, 2], 0)))
attempt("comb", combinations, "ab", -1)
print(list(combinations_with_replacement("AB", 3)), list(combinations_with_replacement("", 1)), list(combinations_with_replacement("", 0)))
print(list(permutations("ABC", 2)), list(permutations([1, 2, 3])), list(permutations([1], 2)), list(permutations([], 0)))
print(list(product("ab", [1, 2])), list(product([0, 1], repeat=3)), list(product()), list(product([], [1])))
attempt("product", product, [1], repeat=-1)
print(list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])), list(dropwhile(lambda x: x < 5, [1, 4, 6, 3, 8])), list(takewhile(lambda x: x < 5, [1, 4, 6, 3])), list(filterfalse(None, [0, 1, "", "a"])), list(filterfalse(lambda x: x % 2, range(5))))
c = count(10, 2); print(next(c), next(c), c, count(), count(1.5), count(0, 0.5), list(islice(count(2.5, 0.5), 3)), list(islice(count(Fraction(1, 2)), 2)))
attempt("count", count, "a")
cy = cycle("ab"); print([next(cy) for _ in range(5)], list(cycle([])))
print(list(repeat(1, 3)), repeat("x"), repeat("x", 2), list(repeat(1, -1)), list(map(pow, range(4), repeat(2))))
for key, group in groupby("AAABBBCCAA"):
    print(key, list(group), end="; ")
print()
print([(k, len(list(g))) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
g = groupby("AABB"); k1, g1 = next(g); k2, g2 = next(g); print(k1, k2, list(g1), list(g2))
print([k for k, _ in groupby("aabbcc")])
print(list(islice("ABCDEFG", 2)), list(islice("ABCDEFG", 2, 4)), list(islice("ABCDEFG", 2, None)), list(islice("ABCDEFG", 0, None, 2)), list(islice("abc", 5, 9)))
it = iter(range(10)); list(islice(it, 3)); print(next(it)); list(islice(it, 1, 4, 2)); print(next(it))
attempt("islice", islice, "abc", -1)
attempt("islice", islice, "abc", 0, -1)
attempt("islice", islice, "abc", 0, 1, 0)
attempt("islice", islice, "abc")
print(list(pairwise("ABCD")), list(pairwise([1])), list(starmap(pow, [(2, 5), (3, 2)])), list(zip_longest("AB", "xyz", fillvalue="-")), list(zip_longest()), list(zip_longest([], [1])))
a, b, c3 = tee([1, 2, 3], 3); print(next(a), next(a), list(b), list(a), list(c3), tee([], 0))
import copy
t1, = tee("abc", 1); next(t1); t2 = copy.copy(t1); print(list(t2), list(t1))
attempt("tee", tee, 3)
attempt("tee", tee, [], -1)
print(list(islice(logged("l", range(5)), 2)))
print(list(takewhile(lambda x: x < 1, logged("t", range(5)))))
print(next(chain(logged("c1", [1]), logged("c2", [2]))))
print(list(zip_longest(logged("z1", [1]), logged("z2", [1, 2]))))
print(next(pairwise(logged("p", [1, 2, 3]))), next(batched(logged("b", [1, 2, 3]), 2)))
print([type(x).__name__ for x in (chain(), count(), cycle([]), repeat(1), accumulate([]), groupby([]), islice([], 1), product(), tee([])[0])])
it = chain([1], [2]); print(iter(it) is it)
attempt("next", lambda: next(chain()))
print(list(itertools.chain(*[[i] * i for i in range(4)])), sum(1 for _ in permutations(range(6))), sum(1 for _ in combinations(range(10), 5)))
def primes():
    sieve = count(2)
    while True:
        p = next(sieve); yield p
        sieve = filter(lambda n, p=p: n % p, sieve)
print(list(islice(primes(), 10)))
print(list(itertools.chain(itertools.chain([1], [2]), itertools.chain([3]), map(str, itertools.chain([4])))), [(k, list(g)) for k, g in itertools.groupby("aabbbc")], list(itertools.zip_longest(itertools.chain("ab"), itertools.chain("c"), fillvalue=itertools.count(5))).__len__())
for attempt in (lambda: itertools.count("a"), lambda: itertools.cycle(), lambda: itertools.takewhile(1), lambda: itertools.islice([1]), lambda: itertools.islice([1], 1, 2, 3, 4), lambda: itertools.islice([], -1), lambda: itertools.accumulate(), lambda: itertools.combinations([1]), lambda: itertools.batched("ab", 0), lambda: list(itertools.batched("abc", 2, strict=True)), lambda: itertools.product(repeat=-1), lambda: itertools.dropwhile(x=1), lambda: itertools.starmap(1, 2), lambda: itertools.repeat(), lambda: itertools.groupby(5), lambda: itertools.zip_longest(1), lambda: itertools.chain(1).__next__(), lambda: itertools.chain.from_iterable(1), lambda: itertools.permutations([1], "a"), lambda: itertools.compress([1])):
    try: print(attempt())
    except Exception as e: print(type(e).__name__, e)


class Seen(itertools.count):
    def __init__(self, *args): self.args = args
    def __next__(self): return super().__next__() * 10


seen = Seen(3, 2); print(next(seen), next(seen), seen.args, list(itertools.islice(seen, 2)))


import copy, gc, weakref
import itertools
x, = tee('abc', 1); next(x); y = copy.copy(x); z, w = tee(x); print(list(y), list(x), list(z), list(w))
def g():
    yield next(T[0])
T = tee(g())
try: print(next(T[0]))
except Exception as e: print(type(e).__name__, e)
class D:
    def __del__(s): print('del')
a, b = tee([D()] for _ in range(1)); next(a); print('read'); del a; next(b); print('both'); del b; gc.collect(); print('end')
r = weakref.ref(tee([])[0]); print(r())
try: type(tee([])[0])(5)
except TypeError as e: print(e)
print(itertools.tee.__name__, list(type(tee([1])[0])([1, 2])))
class C:
    def __iter__(s): return s
    def __next__(s): return 1
    def __copy__(s): print('copied'); return C()
print([type(x).__name__ for x in tee(C(), 3)])
a, b = tee(range(200)); print(sum(a), sum(b), next(a, 'end'), sum(tee([1.5] * 100)[1]))
