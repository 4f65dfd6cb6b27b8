import functools
import time


def repeat(times):
    def wrap(f):
        @functools.wraps(f)
        def inner(*args, **kw):
            return [f(*args, **kw) for _ in range(times)]
        inner.times = times
        return inner
    return wrap


def logged(f):
    @functools.wraps(f)
    def inner(*a, **k):
        print("call", f.__name__, a, k)
        r = f(*a, **k)
        print("->", r)
        return r
    return inner


@repeat(2)
@logged
def add(a, b=10):
    """Adds."""
    return a + b


print(add(1), add.__name__, add.__doc__, add.times, add.__wrapped__.__wrapped__(5))


class Memo:
    def __init__(self, f):
        self.f, self.cache = f, {}
        functools.update_wrapper(self, f)

    def __call__(self, *a):
        if a not in self.cache:
            self.cache[a] = self.f(*a)
        return self.cache[a]


@Memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(50), len(fib.cache), fib.__name__)
