from table import show


class Idx:
    def __index__(self):
        return 7


class Bad:
    def __len__(self):
        return -1

    def __bool__(self):
        return 3

    def __index__(self):
        return "x"

    def __repr__(self):
        return 5

    def __str__(self):
        return 6

    def __hash__(self):
        return "h"

    def __iter__(self):
        return 5

    def __format__(self, spec):
        return 9

    def __contains__(self, x):
        return x


class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10

    def __len__(self):
        return 3


class Hint:
    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        return 10


show("""
len([1]), len('é'), len({}), len(range(5)), len(Seq())
len(1)
len(Bad())
len()
len([], [])
len(x=1)
bool(Bad())
repr(Bad())
str(Bad())
hash(Bad())
list(Bad())
format(Bad())
1 in Bad(), 0 in Bad()
[1, 2][Bad()]
hex(Idx()), [0] * 8 == [0, 0, 0, 0, 0, 0, 0, 0], list(range(10))[Idx()], range(Idx()), 'abcdefgh'[Idx()], 'a' * Idx(), chr(Idx())
list(Seq()), list(reversed(Seq())), 20 in Seq(), iter(Seq()).__next__(), type(iter(Seq())), list(Hint()), [*Seq()]
sum([1, 2, 3]), sum([1.5, 2]), sum([[1], [2]], []), sum((), 5), sum([0.1] * 10), sum([1, 2], start=10), sum([True, 1.5, 2]), sum(range(10))
sum(['a'])
sum(['a'], '')
sum([b'a'], b'')
sum(5)
sum()
min(3, 1, 2), max(3, 1, 2), min([3, 1]), max('abc'), min([], default=5), max([1, -5], key=abs), min('b', 'a'), max([1], default=0), max(1, 1.0), min(1, True)
min()
min([])
max(1)
max(1, 2, default=3)
max([1], foo=1)
max([1, 'a'])
any([0, 1]), any([]), all([1, 0]), all([]), any(x > 2 for x in [1, 3])
any(1)
all()
abs(-5), abs(-5.5), abs(True), abs(3+4j)
abs('a')
divmod(7, 3), divmod(-7.5, 2)
divmod('a', 1)
sorted([3, 1, 2]), sorted('cab', reverse=True), sorted([1, 2], key=lambda x: -x)
sorted()
sorted(1)
sorted([1], [2])
sorted([1, 'a'])
sorted([1], foo=2)
list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate('ab', start=1)), list(enumerate(iterable='a'))
enumerate()
enumerate(1)
enumerate([], 'a')
list(zip()), list(zip([1], 'ab')), list(zip('ab', 'cd', 'ef')), list(zip('ab', 'cd', strict=True))
list(zip('ab', 'c', strict=True))
list(zip('a', 'cd', strict=True))
list(zip('a', 'b', 'cd', strict=True))
zip(1)
zip([], foo=1)
list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(map(None.__class__, []))
map(str)
map(str, 1)
list(map(1, [1]))
list(filter(None, [0, 1, 2])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(bool, [0, 3]))
filter(None)
filter(None, 1)
list(reversed([1, 2])), list(reversed('ab')), list(reversed(range(3)))
reversed(1)
reversed({1})
reversed()
type(enumerate([])), type(zip()), type(map(str, [])), type(filter(None, [])), type(reversed('a'))
iter(1)
iter(1, 2)
list(iter([1, 2, 3].pop, 1))
next(iter([5])), next(iter([]), 'd')
next([])
next(iter([]))
next()
callable(len), callable(int), callable(5), callable(lambda: 0)
isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, int | str), isinstance('a', str), isinstance(None, type(None)), isinstance(1, (str, (int,)))
isinstance(1, 5)
isinstance(1, (str, 5))
issubclass(bool, int), issubclass(int, (str, object)), issubclass(int, int | str)
issubclass(1, int)
issubclass(int, 1)
getattr(1, 'real'), getattr(1, 'x', 5), hasattr(1, 'real'), hasattr(1, 'x')
getattr(1, 'x')
getattr(1, 5)
hasattr(1, 5)
getattr(1)
setattr(1, 'x', 2)
setattr([], 'append', 2)
delattr(1, 'x')
object().x
vars(1)
id(1) == id(1), id([]) != 0
chr(97), ord('a'), ascii('é€'), repr('é'), bin(10), hex(255), oct(8)
chr(-1)
chr(1.5)
ord(1)
ord('')
ord(b'ab')
ord(b'a')
compile('1+', 'f', 'eval')
compile('1', 'f', 'bad')
compile(1, 'f', 'eval')
eval('1 + 2'), eval('x', {'x': 5}), eval('x', {'x': 5}, {'x': 6}), eval(compile('3', 'f', 'eval')), eval(b'7'), eval(' 8')
eval(1)
eval('1', 5)
eval('1', {}, 5)
exec('y = 1'), exec('')
exec(1)
exec('', 5)
type(1), type('a'), type(None), type(int), type(...), type(NotImplemented), type(len), type([].append), type(lambda: 0), type(print)
type()
type(1, 2)
type('X', (), {}).__name__, type('X', (int,), {'a': 1}).a, type('Y', (), {})().__class__.__name__
type('X', (1,), {})
type('X', (bool,), {})
type(1, (), {})
object(), 5
object(1)
repr(None), repr(...), repr(NotImplemented), str(None), None.__class__, bool(...)
bool(NotImplemented)
None()
None.x
None + 1
[] + None
len.__name__, len.__qualname__, [].append.__name__, [].append.__qualname__, list.append.__qualname__, str.join.__name__, int.from_bytes.__qualname__
repr(len), repr(list.append), repr(int), repr(type(iter([])))
int.__name__, int.__mro__, bool.__bases__, int.__module__, [].__class__, (1).__class__.__class__
int.x = 5
staticmethod(len)(''), classmethod(len).__func__ is len, property().fget, property(len).fget is len
super()
super(1)
super(int, 'a')
print(1, sep=2)
print(1, foo=2)
print(1, end=3)
round(2.5), round(-0.5), round(1.005, 2), round(12345, -2), round(5, 2), round(5.0), round(1e20), round(2.5, 0)
pow(2, 3), pow(2, -1), pow(2, 3, 5), pow(2.0, 3), pow(-2, 0.5)
pow('a', 1)
input.__name__, open.__name__
int | None, list[int], dict[str, int] | None, tuple[int, ...], list[int].__origin__, list[int].__args__, (int | str).__args__, type[int]
list[int]([1])
int[str]
""".replace("object(), 5", "type(object()), 5").replace("int.x = 5", "setattr(int, 'x', 5)").replace("repr(len), repr(list.append)", "repr(len), repr(list.append)"),
    Idx=Idx, Bad=Bad, Seq=Seq, Hint=Hint)
print(1, "a", None, sep="-", end="!\n")
print(sep="x")
print("a", "b", sep=None, end=None)
print(*[1, 2], sep="")
print([1.0, "x", b"y", None, True, ...], {1: (2,)}, {"a"})

# In place, a container is not taken for a number of times.
for left in {}, set(), {}.keys(), 1.5, None, range(3), type("C", (), {})(), [], "a", object():
    for times in (lambda a, b: a * b, lambda a, b: b * a):
        try:
            times(left, (1,))
        except TypeError as e:
            print(e)
    try:
        left *= (1,)
    except TypeError as e:
        print(e)
