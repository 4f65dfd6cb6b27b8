class Box:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        print("len", self.n)
        return self.n

    def __lt__(self, other):
        print("lt", self.n, other.n)
        return self.n < other.n


print(bool(Box(0)), bool(Box(2)), Box(0) or "fallback", Box(1) and "both")
print(Box(1) < Box(2) < Box(3), Box(5) < Box(2) < Box(3))
print(not [], not 0 == 1, 1 if [] else 2, None or 0 or "x", 1 and 2 and 3, "" or [])
print(1 is 1, None is None, [] is [], "a" in {"a": 1}, 3 not in [1, 2], (1, 2) == (1, 2.0), "10" < "9")
