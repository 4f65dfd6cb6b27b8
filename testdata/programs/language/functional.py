import functools
import operator
from collections import deque

print(functools.reduce(operator.add, [1, 2, 3], 10), functools.partial(int, base=2)("101"), list(map(operator.itemgetter(1), [(1, 2), (3, 4)])))
print(sorted(["b", "a"], key=functools.cmp_to_key(lambda x, y: (x > y) - (x < y))), operator.attrgetter("real")(5), operator.methodcaller("upper")("x"))


@functools.singledispatch
def show(x):
    return f"object {x}"


@show.register
def _(x: int):
    return f"int {x}"


@show.register(list)
def _(x):
    return f"list of {len(x)}"


print(show(1), show([1]), show("s"), show(True))


class Lazy:
    @functools.cached_property
    def value(self):
        print("computing")
        return 42


lazy = Lazy()
print(lazy.value, lazy.value, "value" in vars(lazy))
d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
d.rotate(1)
print(d, d.popleft(), list(d), deque("abc").index("b"))
compose = lambda *fs: functools.reduce(lambda f, g: lambda x: g(f(x)), fs)
print(compose(lambda x: x + 1, lambda x: x * 2)(5))
