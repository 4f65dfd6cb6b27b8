# python: 3.12
from itertools import chain, combinations, cycle, groupby, permutations, product, repeat, starmap, tee, zip_longest, pairwise, batched, compress, dropwhile, filterfalse, islice

print(list(chain([1], (2, 3), "ab")), list(chain.from_iterable(["xy", "z"])))
print(list(combinations("abc", 2)), list(permutations([1, 2, 3], 2))[:4])
print(list(product("ab", repeat=2)), list(islice(cycle("ab"), 5)))
print([(k, list(g)) for k, g in groupby("aabbbc")])
print(list(starmap(pow, [(2, 3), (3, 2)])), list(repeat(7, 2)))
a, b = tee(range(3))
print(list(a), list(b), list(zip_longest("abc", [1], fillvalue="-")))
print(list(pairwise("abcd")), list(batched("abcdefg", 3)))
print(list(compress("abcd", [1, 0, 1, 0])), list(dropwhile(lambda x: x < 3, range(6))), list(filterfalse(str.isupper, "aBcD")))
