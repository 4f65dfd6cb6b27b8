"""Writes cases.txt.gz: what CPython 3.13's random module draws.

Run it as: python3.13 record.py | gzip -n9 > cases.txt.gz
A line is the seed, the name of the method, its arguments and the answers of
several calls in a row, with tabs between.
"""
import random


def show(x):
    if isinstance(x, float):
        return x.hex()
    if isinstance(x, (list, tuple)):
        return ",".join(map(show, x))
    if isinstance(x, bytes):
        return x.hex() or "-"
    return str(x)


def put(seed, times, name, *args, call=None):
    r = random.Random(seed)
    out = []
    try:
        for _ in range(times):
            out.append(show(call(r) if call else getattr(r, name)(*args)))
    except Exception as e:
        out.append("!" + type(e).__name__ + ": " + str(e))
    kind = type(seed).__name__
    text = seed.hex() if isinstance(seed, (float, bytes)) else seed.encode().hex() if isinstance(seed, str) else str(seed)
    print(kind + ":" + text, name, " ".join(map(show, args)), " ".join(o.replace(" ", "_") for o in out), sep="\t")


SEEDS = [0, 1, 42, -1, 2**32, 2**64 + 3, 10**40, "", "hello", "\u20ac", b"", b"\xff\x00", 1.5, 0.0, -2.75, 2.0]
SEEDS += list(range(100, 130))
for seed in SEEDS:
    put(seed, 30, "random")
    put(seed, 8, "getrandbits", 32)
    for k in 0, 1, 7, 33, 63, 64, 65, 100, 200:
        put(seed, 6, "getrandbits", k)
    put(seed, 5, "randbytes", 7)
    for n in 1, 2, 3, 7, 100, 2**32, 2**32 + 1, 2**63, 2**64, 10**30:
        put(seed, 6, "randrange", n)
    for args in (5, 10, 1), (0, 100, 7), (10, 0, -3), (-10**30, 10**30, 1), (0, 10**20, 3):
        put(seed, 6, "randrange", *args)
    put(seed, 10, "randint", 1, 6)
    for n in 1, 2, 10, 1000:
        put(seed, 10, "choice", n, call=lambda r: r.choice(range(n)))
        put(seed, 2, "shuffle", n if n < 1000 else 60, call=lambda r: (lambda xs: r.shuffle(xs) or xs)(list(range(n if n < 1000 else 60))))
    put(seed, 2, "choices", 7, 9, call=lambda r: r.choices(range(7), k=9))
    put(seed, 2, "choices_weighted", 1.0, 0.5, 3.25, 0.0, 2.0, call=lambda r: r.choices(range(5), [1.0, 0.5, 3.25, 0.0, 2.0], k=9))
    for n, k in (5, 5), (21, 5), (22, 5), (30, 6), (85, 6), (86, 6), (1000, 3), (1000, 40), (277, 64), (5, 0), (300, 21), (400, 86), (277, 22):
        put(seed, 2, "sample", n, k, call=lambda r: r.sample(range(n), k))
    put(seed, 2, "sample_counts", 3, 0, 5, 2, 4, call=lambda r: r.sample(range(4), counts=[3, 0, 5, 2], k=4))
    put(seed, 5, "uniform", -2.5, 7.25)
    put(seed, 5, "triangular", 1.0, 4.0, 2.0)
    put(seed, 5, "triangular", 0.0, 1.0)
    put(seed, 5, "triangular", 1.0, 1.0, 1.0)
    put(seed, 9, "gauss", 1.0, 2.5)
    put(seed, 9, "normalvariate", 1.0, 2.5)
    put(seed, 5, "lognormvariate", 0.5, 0.75)
    put(seed, 5, "expovariate", 2.5)
    for args in (0.0, 4.0), (1.0, 0.0), (3.0, 0.5):
        put(seed, 5, "vonmisesvariate", *args)
    for args in (0.5, 2.0), (1.0, 3.0), (9.0, 0.5), (1.5, 1.0):
        put(seed, 5, "gammavariate", *args)
    for args in (0.5, 0.5), (2.0, 3.0), (1.0, 1.0):
        put(seed, 5, "betavariate", *args)
    put(seed, 5, "paretovariate", 3.0)
    put(seed, 5, "weibullvariate", 1.0, 1.5)
    for args in (1, 0.5), (10, 0.25), (100, 0.5), (1000, 0.3), (50, 0.9), (10, 0.0), (10, 1.0), (100000, 0.45), (0, 0.5):
        put(seed, 6, "binomialvariate", *args)
for name, args in [("getrandbits", (-1,)), ("randrange", (0,)), ("randrange", (5, 5, 1)), ("randrange", (5, 1, 1)), ("randrange", (1, 5, 0)),
                   ("randrange", (5, 1, 2)), ("randint", (6, 1)), ("expovariate", (0.0,)), ("gammavariate", (0.0, 1.0)), ("paretovariate", (0.0,)),
                   ("weibullvariate", (1.0, 0.0)), ("binomialvariate", (-1, 0.5)), ("binomialvariate", (5, 1.5)), ("binomialvariate", (5, -0.5)),
                   ("betavariate", (-1.0, 1.0)), ("lognormvariate", (1000.0, 1.0))]:
    put(1, 1, name, *args)
put(1, 1, "choice", 0, call=lambda r: r.choice([]))
put(1, 1, "choices", 0, 1, call=lambda r: r.choices([], k=1))
put(1, 1, "sample", 3, 4, call=lambda r: r.sample(range(3), 4))
put(1, 1, "sample", 3, -1, call=lambda r: r.sample(range(3), -1))
for w in [0.0, 0.0], [-1.0, 0.5], [float("inf"), 1.0], [float("nan"), 1.0]:
    put(1, 1, "choices_weighted", *w, call=lambda r: r.choices(range(2), w, k=2))
put(1, 1, "sample_counts", 1, -1, 1, call=lambda r: r.sample(range(2), counts=[1, -1], k=1))
