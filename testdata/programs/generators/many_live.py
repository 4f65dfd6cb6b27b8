def counter(name):
    n = 0
    while True:
        yield f"{name}{n}"
        n += 1


gens = {c: counter(c) for c in "abc"}
out = []
for i in range(7):
    for c in "abc"[: i % 3 + 1]:
        out.append(next(gens[c]))
print(" ".join(out))
