def averager():
    total, n, average = 0.0, 0, None
    while True:
        term = yield average
        if term is None:
            return total, n
        total += term
        n += 1
        average = total / n


def grouper(results, key):
    while True:
        results[key] = yield from averager()


results = {}
for key, values in {"x": [10, 20, 30], "y": [1.5, 2.5]}.items():
    g = grouper(results, key)
    next(g)
    for v in values:
        print(key, g.send(v))
    g.send(None)
print(results)
