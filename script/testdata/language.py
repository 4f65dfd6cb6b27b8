print("hi", 1+2, 2**100, 7//2, -7 % 3, 1/3)
def fib(n):
    return n if n < 2 else fib(n-1) + fib(n-2)
print(fib(15))
class A:
    x = 1
    def __init__(self, a, b=2, *args, k=3, **kw):
        self.a = a; self.b = b
        print(args, k, kw)
    def __repr__(self): return f"A({self.a!r}, {self.b:>5})"
    @property
    def p(self): return self.a * 10
    @classmethod
    def make(cls): return cls(9)
    @staticmethod
    def st(x): return x + 1
class B(A):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.c = __class__.__name__
b = B(1, 2, 3, 4, k=5, z=6)
print(b, b.p, b.c, B.make(), A.st(4), isinstance(b, A))
def gen():
    try:
        x = yield 1
        print("got", x)
        yield 2
    finally:
        print("closed")
g = gen()
print(next(g), g.send("v"))
g.close()
try:
    try:
        1/0
    except ZeroDivisionError as e:
        raise ValueError("bad") from e
except Exception as e:
    print(repr(e), repr(e.__cause__), repr(e.__context__))
finally:
    print("fin")
print([x*y for x in range(3) for y in range(3) if x != y], {k: v for k, v in zip("abc", range(3))}, {1,2,3})
print(sorted([3,1,2], reverse=True), max(1,5,3), sum(range(10)), list(map(str, [1,2])))
a, *rest, c = range(5)
print(a, rest, c)
match {"a": [1, 2, 3], "b": 5}:
    case {"a": [x, *y], **r}: print(x, y, r)
for i in range(3):
    if i == 5: break
else:
    print("else")
def deco(f):
    def w(*a, **k):
        print("call", f.__name__)
        return f(*a, **k)
    return w
@deco
def foo(x, /, y, *, z=1): return x + y + z
print(foo(1, 2, z=3))
try: foo(1)
except TypeError as e: print(e)
class CM:
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit", a[0]); return True
with CM() as c1, CM():
    raise KeyError("x")
def outer():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    return inc
f = outer(); f(); print(f())
try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
except* ValueError as eg: print("VE", eg.exceptions)
except* TypeError as eg: print("TE", eg.exceptions)
async def co(x):
    return x + 1
async def main():
    async def ag():
        for i in range(3):
            yield i
    print([i async for i in ag()])
    return await co(4)
m = main()
try: m.send(None)
except StopIteration as e: print("co", e.value)
print("%5.2f|%s|%r" % (3.14159, "a", "b"), "{:>10}|{x}".format("r", x=1))
print("a,b,c".split(","), " x ".strip(), "abc"[::-1], "abc".upper())
def yf():
    r = yield from gen()
    return r
print(list(yf()))
try:
    undefined
except NameError as e: print(e)
x = 5
x += 1
print(x, not x, x is None, 1 < x < 10)
lam = lambda a, b=3: a + b
print(lam(1), (y := 5), y)
print(type(b).__mro__, B.__name__)
del x
def g2():
    print(loc)
    loc = 1
try: g2()
except UnboundLocalError as e: print(e)
import math, sys
print(math.sqrt(2), sys.version_info[:2])
def deep(n): return deep(n+1)
try: deep(0)
except RecursionError as e: print("RE", e)
assert x if False else True
