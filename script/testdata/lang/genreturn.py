# Generators that return something end like any other where nobody asks for it.
def g():
    yield 1
    return 5
print(list(g()), tuple(g()), set(g()), sum(g()), max(g()), sorted(g()), [*g()], dict(zip(g(), g())))
a, = g()
print([x for x in g()], any(g()), list(map(str, g())), list(enumerate(g())), list(filter(None, g())))
a, *b = g(); print(a, b)
def h(): yield from (1, 2); return 7
print((*map(lambda x: (x, 1), h()),), [*h()], 1 in h(), 5 in h())
try: print(max([1, "a"]))
except TypeError as e: print(e)
try: print(min([1, "a"]))
except TypeError as e: print(e)
def k(p=1):
    got = yield 3
    yield from (1, got)
    return [1]
print(list(k()), list(k(2)))
i = g(); next(i)
try: next(i)
except StopIteration as e: print("value", e.value)
i = g(); next(i)
try: i.__next__()
except StopIteration as e: print("value", e.value)
i = g(); next(i); print(next(i, "default"))
