import random

random.seed(12345)
print(random.random(), random.randint(1, 100), random.choice("abcdef"), random.uniform(1, 2))
xs = list(range(10))
random.shuffle(xs)
print(xs, random.sample(range(100), 5), random.choices("xyz", weights=[1, 2, 3], k=6))
print(random.gauss(0, 1), random.expovariate(2), random.getrandbits(20), random.randrange(0, 100, 7), random.betavariate(1, 2))
r = random.Random("text")
print(r.random(), r.triangular(), r.normalvariate(5, 2))
state = random.getstate()
a = random.random()
random.setstate(state)
print(a == random.random())
