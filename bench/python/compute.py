"""Plain computing, which the interpreter and CPython both run.

Each function is one operation of the benchmark that bears its name. They
import nothing, so that only the language and the builtin types are measured.
"""


def fib(n=20):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def nested_loops():
    total = 0
    for i in range(150):
        for j in range(150):
            total = (total + i * j) % 1000003
    return total


class Body:
    def __init__(self, x, y, vx, vy, mass):
        self.x = x
        self.y = y
        self.vx = vx
        self.vy = vy
        self.mass = mass


def n_body():
    bodies = [Body(i * 1.0, i * 0.5, 0.01 * i, -0.02 * i, 1.0 + i) for i in range(4)]
    for _ in range(60):
        for i, a in enumerate(bodies):
            for b in bodies[i + 1 :]:
                dx = a.x - b.x
                dy = a.y - b.y
                push = 0.001 / ((dx * dx + dy * dy + 0.01) ** 1.5)
                a.vx -= dx * b.mass * push
                a.vy -= dy * b.mass * push
                b.vx += dx * a.mass * push
                b.vy += dy * a.mass * push
        for a in bodies:
            a.x += 0.001 * a.vx
            a.y += 0.001 * a.vy
    return bodies[0].x


TEXT = "the quick brown fox jumps over the lazy dog and runs away from the old grey cat " * 20


def word_count():
    counts = {}
    for word in TEXT.split():
        counts[word] = counts.get(word, 0) + 1
    longest = {}
    for word in TEXT.split():
        if word not in longest:
            longest[word] = len(word)
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def join_split():
    parts = []
    for i in range(300):
        parts.append(str(i) + "," + str(i * i))
    text = ";".join(parts)
    total = 0
    for part in text.split(";"):
        a, b = part.split(",")
        total += int(a) + int(b)
    return total


def f_strings():
    out = []
    for i in range(300):
        out.append(f"item {i}: {i * 2:>8} {i / 3:.2f} {'yes' if i % 2 else 'no'}")
    return len("\n".join(out))


def str_methods():
    n = 0
    for i in range(100):
        s = "  Hello, World  "
        s = s.strip().lower().replace("world", "there")
        if s.startswith("hello") and s.endswith("there") and "lo" in s:
            n += s.find("there") + len(s.upper())
        n += s.count("e") + len(s.title()) + s.isalpha()
    return n


def str_index():
    s = "abcdefghijklmnopqrstuvwxyz" * 8
    n = 0
    for i in range(len(s)):
        if s[i] == "c":
            n += 1
    for c in s:
        if c == "d":
            n += 1
    for i in range(0, len(s) - 4, 3):
        if s[i : i + 3] == "abc":
            n += 1
    return n + len(s[::-1])


def str_concat():
    s = ""
    for i in range(2000):
        s += "x"
    return len(s)


def list_work():
    squares = [i * i for i in range(500)]
    evens = [v for v in squares if v % 2 == 0]
    total = sum(evens) + len(squares) + max(squares) + min(evens)
    stack = []
    for v in squares:
        stack.append(v)
    while stack:
        total += stack.pop()
    pairs = list(zip(squares, reversed(squares)))
    for a, b in pairs:
        total += a * b
    for i, v in enumerate(evens):
        total += i * v
    return total


def list_index():
    grid = [[0] * 20 for _ in range(20)]
    for y in range(20):
        for x in range(20):
            grid[y][x] = x * y
    total = 0
    for y in range(1, 19):
        for x in range(1, 19):
            total += grid[y - 1][x] + grid[y + 1][x] + grid[y][x - 1] + grid[y][x + 1]
    return total


def sorting():
    values = [(i * 7919) % 1009 for i in range(500)]
    names = ["n%d" % v for v in values]
    a = sorted(values)
    b = sorted(names)
    c = sorted(values, key=lambda v: -v)
    values.sort(reverse=True)
    return a[0] + len(b[0]) + c[0] + values[0]


def dict_work():
    squares = {i: i * i for i in range(300)}
    total = 0
    for k, v in squares.items():
        total += k + v
    for k in squares:
        total += squares[k]
    for v in squares.values():
        total += v
    for i in range(0, 600, 3):
        if i in squares:
            total += squares[i]
        squares[i] = total
    for i in range(0, 300, 2):
        squares.pop(i, None)
    names = {"alpha": 1, "beta": 2, "gamma": 3}
    for i in range(300):
        names["alpha"] = names["beta"] + names["gamma"]
        names["beta"] += 1
    return total + len(squares)


def set_work():
    a = set(range(300))
    b = {i * 2 for i in range(300)}
    total = len(a & b) + len(a | b) + len(a - b) + len(a ^ b)
    seen = set()
    for i in range(600):
        v = i * 31 % 257
        if v not in seen:
            seen.add(v)
    return total + len(seen)


class Counter:
    def __init__(self, start):
        self.value = start

    def add(self, n):
        self.value += n
        return self

    @property
    def double(self):
        return self.value * 2


def method_calls():
    total = 0
    for i in range(200):
        c = Counter(i)
        c.add(1).add(2)
        total += c.double + c.value
    return total


def generators():
    def numbers(n):
        for i in range(n):
            yield i

    return sum(v * 2 for v in numbers(500)) + sum(map(abs, filter(None, numbers(300)))) + any(v > 400 for v in numbers(500))


def exceptions():
    n = 0
    for i in range(200):
        try:
            if i % 2:
                raise ValueError(i)
            n += {}["x"]
        except ValueError as e:
            n += e.args[0]
        except KeyError:
            n += 1
    return n


def tuple_unpack():
    total = 0
    points = [(i, i + 1, i + 2) for i in range(300)]
    for x, y, z in points:
        total += x * y - z
    a, b = 0, 1
    for _ in range(500):
        a, b = b, (a + b) % 1000007
    first, *rest = points
    return total + a + len(rest) + first[0]


def prime_sieve():
    n = 2000
    sieve = [True] * (n + 1)
    sieve[0] = sieve[1] = False
    i = 2
    while i * i <= n:
        if sieve[i]:
            for j in range(i * i, n + 1, i):
                sieve[j] = False
        i += 1
    return sum(1 for p in sieve if p)
