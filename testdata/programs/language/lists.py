a = [3, 1, 2]
a.append(5)
a.extend([4, 4])
a.insert(0, 9)
print(a, a.index(4), a.count(4), len(a))
a.remove(4)
print(a.pop(), a.pop(0), a, sorted(a, reverse=True))
a.sort(key=lambda x: -x)
a.reverse()
b = a[:]
b[1:2] = [7, 8, 9]
del b[0], b[-1]
b[::2] = ["x"] * len(b[::2])
print(a, b, a + [1], [0] * 3, a == [1, 2, 3], a < [1, 3], [] or "empty")
print(a.copy() is a, list("ab"), [1, [2, [3]]], 2 in a, [i for i in reversed(a)])
m = [[0] * 2 for _ in range(2)]
m[0][1] = 5
print(m, max(a), sum(a), any(a), [*a, *a][2:4])
words = ["banana", "Apple", "cherry", "apple"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=lambda w: (len(w), w)))
a.clear()
print(a, [1, 2, 3][-2:], [1, 2, 3, 4, 5][1:-1:2], list(range(10, 0, -3)))
