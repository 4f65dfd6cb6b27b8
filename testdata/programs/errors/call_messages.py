# python: 3.13
def f(a, b, /, c, *, d, e=5):
    return a, b, c, d, e


def g(*args, **kw):
    return args, kw


calls = [
    lambda: f(), lambda: f(1), lambda: f(1, 2), lambda: f(1, 2, 3), lambda: f(1, 2, 3, 4), lambda: f(1, 2, c=3, d=4),
    lambda: f(1, b=2, c=3, d=4), lambda: f(1, 2, 3, d=4, x=5), lambda: f(1, 2, 3, c=3, d=1), lambda: g(1, *[2, 3], x=1, **{"y": 2}),
    lambda: g(**{1: 2}), lambda: g(*5), lambda: g(x=1, **{"x": 2}), lambda: (lambda: 0)(1), lambda: print(nope=1), lambda: len(),
    lambda: len(1, 2), lambda: [].append(), lambda: "".join(1), lambda: int(1, 2, 3), lambda: dict(1), lambda: {}.get(),
]
for c in calls:
    try:
        print(c())
    except Exception as e:
        print(type(e).__name__, "|", e)
