class Range:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * 10


class It:
    def __init__(self):
        self.left = 3

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        return self.left

    def __length_hint__(self):
        return self.left


print(list(Range(3)), 20 in Range(5), list(It()), max(It()), sorted(Range(4), reverse=True))
a, b, c = It()
print(a, b, c, dict(enumerate(It())), [*It(), *Range(2)], tuple(zip(It(), Range(9))))
it = It()
for x in it:
    if x == 1:
        break
print(list(it), list(it))
print(list(reversed(range(3))), next(It()), sum(Range(4)), "".join(map(str, It())))
