# itertools: every order and every end, and what subclasses and errors do.
import itertools as it


def outcome(f):
    try:
        return f()
    except Exception as e:
        return f"{type(e).__name__}: {e}"


for pool in ("", "a", "abc", "abcd"):
    for r in range(5):
        print(pool, r, ["".join(x) for x in it.permutations(pool, r)], ["".join(x) for x in it.combinations(pool, r)])
        print(["".join(x) for x in it.combinations_with_replacement(pool, r)][:40], len(list(it.product(pool, repeat=r))))
print(list(it.product("ab", (1, 2), [True])), list(it.product()), list(it.product("ab", [])), list(it.permutations("ab")))
for args in ((3,), (None,), (2, 5), (2, None, 3), (0, 9, 2), (5, 2), (2, 20, 4), (0,), (1, 1)):
    source = iter(range(12))
    print(args, list(it.islice(source, *args)), next(source, "end"))
print([list(it.accumulate(x)) for x in ([], [1], [1, 2, 3], "abc")], list(it.accumulate([3, 1, 2], max)), list(it.accumulate([1, 2], initial=10)), list(it.accumulate([], initial=0)))
print(list(it.chain("ab", [], (1,), {2: 3})), list(it.chain.from_iterable(["ab", range(2)])), list(it.chain()))
print(list(it.islice(it.cycle("ab"), 5)), list(it.cycle([])), list(it.compress("abcdef", [1, 0, 1, 1])), list(it.pairwise("abcd")), list(it.pairwise("a")))
print(list(it.dropwhile(lambda x: x < 3, [1, 3, 2])), list(it.takewhile(lambda x: x < 3, [1, 3, 2])), list(it.filterfalse(None, [0, 1, "", 2])), list(it.filterfalse(lambda x: x % 2, range(5))))
print(list(it.starmap(pow, [(2, 3), [3, 2], "x"[:0] or (1, 1)])), list(it.zip_longest("abc", [1], fillvalue="-")), list(it.zip_longest()), list(it.zip_longest([1], [])))
print([(k, list(g)) for k, g in it.groupby("aabbbc")], [list(t) for t in it.tee("abc", 3)])
print(outcome(lambda: list(it.chain([1], 2))), outcome(lambda: list(it.starmap(pow, [1]))), outcome(lambda: it.islice([1], -1)), outcome(lambda: it.permutations("a", -1)), outcome(lambda: it.cycle(3)))
taken = it.takewhile(lambda x: x < 2, iter([1, 5, 1]))
print(next(taken), next(taken, "end"), next(taken, "end"))


def breaks():
    yield 1
    raise KeyError("k")


for make in (lambda: it.chain(breaks()), lambda: it.cycle(breaks()), lambda: it.accumulate(breaks()), lambda: it.pairwise(breaks()), lambda: it.zip_longest(breaks(), [1, 2]), lambda: it.islice(breaks(), 5), lambda: it.filterfalse(None, breaks()), lambda: it.compress(breaks(), [1, 1])):
    i = make()
    print([outcome(lambda: next(i, "end")) for _ in range(3)])


class Twice(it.chain):
    def __next__(self):
        return super().__next__() * 2


class Named(it.cycle):
    pass


t = Twice([1, 2], [3])
print(list(t), isinstance(t, it.chain), next(iter(Twice("x"))))
n = Named("ab")
n.name = "n"
print(n.name, [x for x, _ in zip(n, range(3))], iter(n) is n, type(n).__mro__[1] is it.cycle)
print([type(f).__name__ for f in (it.chain(), it.product(), it.islice([], 1), it.count())], hasattr(it.chain(), "__next__"), outcome(lambda: next(it.chain())))
c = it.count(5, 2)
print(next(c), next(c), c, it.count(1), list(zip(it.count(0.5), "ab")), list(it.repeat("x", 3)))
