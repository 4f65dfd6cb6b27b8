a, b = 1, 2
a, b = b, a
first, *middle, last = range(6)
print(a, b, first, middle, last)
(x, (y, z)), w = (1, (2, 3)), 4
print(x, y, z, w, [*range(3), *"ab"], {**{"a": 1}, "b": 2, **{"a": 3}}, (*[1], 2))
for i, (k, v) in enumerate({"p": 1, "q": 2}.items()):
    print(i, k, v)
*init, = "xyz"
print(init)
for bad in ("a, b = 1, 2, 3", "a, b = 1,", "a, *b, c = 1,", "a, b = 5"):
    try:
        exec(bad)
    except (ValueError, TypeError) as e:
        print(e)


def f(*args, sep="-", **kw):
    return sep.join(map(str, args)) + str(sorted(kw.items()))


print(f(*[1, 2], *(3,), sep="+", **{"k": 1}), f())
