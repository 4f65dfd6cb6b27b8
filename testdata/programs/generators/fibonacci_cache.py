from functools import lru_cache
from itertools import islice, takewhile, count, accumulate


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(islice(fib(), 15)))
print(list(takewhile(lambda x: x < 50, fib())))


@lru_cache(maxsize=None)
def f(n):
    return n if n < 2 else f(n - 1) + f(n - 2)


print(f(80), f.cache_info())
print(list(accumulate(range(1, 8), lambda a, b: a * b)))
print(list(zip(count(10, 5), "abc")))
