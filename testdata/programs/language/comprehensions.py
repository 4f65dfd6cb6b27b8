matrix = [[1, 2, 3], [4, 5, 6]]
print([x for row in matrix for x in row if x % 2], [[r[i] for r in matrix] for i in range(3)])
print({w: len(w) for w in "a bb ccc".split()}, {len(w) for w in ("a", "b", "cc")} == {1, 2})
print([(x, y) for x in range(3) for y in range(x)], sum(x * x for x in range(5)))
x = "kept"
print([x for x in range(2)], x)
print([last := n for n in (1, 2, 3)], last, [y := 1, y ** 2])
print(dict(zip("abc", range(3))), list(map(lambda p: p[0] * p[1], enumerate([5, 6]))), list(filter(None, [0, 1, "", "x"])))
print([a if a > 1 else -a for a in range(4)], all(a < 5 for a in range(5)), any(()))
