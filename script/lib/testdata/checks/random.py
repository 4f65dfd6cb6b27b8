import random


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


for s in (0, 42, -5, 10**40, "text", b"bytes", 2.5, bytearray(b"ba")):
    random.seed(s)
    print(repr(s), random.random(), random.randint(1, 100), random.getrandbits(70))
random.seed("v1", version=1); print(random.random()); random.seed(1)
print([random.randrange(10) for _ in range(10)], random.randrange(5, 50, 5), random.randrange(10, 0, -3), random.choice("abc"), random.choices([1, 2, 3], k=5), random.choices("ab", weights=[1, 9], k=8), random.choices("ab", cum_weights=[5, 6], k=3))
l = list(range(10)); random.shuffle(l); print(l, random.sample(range(100), 5), random.sample(range(10000), 12), random.sample("abc", 3), random.sample(["r", "b"], k=4, counts=[3, 5]))
print(random.uniform(1, 5), random.triangular(), random.triangular(1, 9, 3), random.gauss(0, 1), random.gauss(5, 2), random.gauss(), random.normalvariate(1, 2), random.lognormvariate(0, 1), random.expovariate(2), random.expovariate())
print(random.vonmisesvariate(1, 4), random.vonmisesvariate(0, 0), random.gammavariate(2, 3), random.gammavariate(1, 3), random.gammavariate(0.5, 1), random.betavariate(2, 3), random.paretovariate(3), random.weibullvariate(1, 2), random.binomialvariate(10, 0.3), random.binomialvariate(1000, 0.4), random.binomialvariate(50, 0.9), random.binomialvariate(), random.randbytes(5))
r1, r2 = random.Random(7), random.Random(7); print(r1.random() == r2.random(), r1.getstate() == r2.getstate()); st = r1.getstate(); a = [r1.random() for _ in range(3)]; r1.setstate(st); print(a == [r1.random() for _ in range(3)], st[0], len(st[1]), st[2])
for args in ((0,), (5, 5), (1, 5, 0), (5, 1), (1, 2, -1), (1.5,)): attempt("randrange", random.randrange, *args)
attempt("choice", random.choice, []); attempt("sample", random.sample, [1], 2); attempt("sample", random.sample, {1, 2}, 1); attempt("choices", random.choices, "ab", [1]); attempt("choices", random.choices, "ab", [0, 0]); attempt("choices", random.choices, "ab", 2); attempt("both", random.choices, "ab", [1, 1], cum_weights=[1, 2]); attempt("seed", random.seed, [1]); attempt("binomial", random.binomialvariate, -1); attempt("randint", random.randint, 5, 1); attempt("gamma", random.gammavariate, -1, 1)
sr = random.SystemRandom(); print(0 <= sr.random() < 1, 0 <= sr.getrandbits(5) < 32, sr.choice([1])); attempt("state", sr.getstate)
class Fixed(random.Random):
    def random(self): return 0.25
    def getrandbits(self, k): return 0
f = Fixed(); print(f.uniform(0, 4), f.randint(3, 9), f.choice("xyz")); print(sorted(random.__all__))
