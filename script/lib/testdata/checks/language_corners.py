import asyncio, collections, gc, sys, traceback, warnings


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


def slots_twice():
    class W: __slots__ = ("__dict__", "__dict__")
def no_name(): del Plain.__name__
class Plain: pass
attempt("slots", slots_twice); attempt("name", no_name)
attempt("bool code", format, True, "s"); attempt("bool spec", format, False, "xx")
for layout, value in ((b"%c", b"ab"), (b"%c", "a"), (b"%f", "x"), (b"%f", None)): attempt(layout, lambda: layout % value)
attempt("hex", b"a".hex, 1); attempt("group", setattr, ExceptionGroup("g", [ValueError()]), "message", 1); attempt("oserror", repr, OSError(1, 2, 3, 4, 5, 6)); print(property.fget)
print(repr(memoryview(b"ab"))[:12])
v = memoryview(b"ab"); v.release(); print(repr(v)[:20])


# An except clause looks at all its types before any counts.
def handler(x):
    try:
        raise ValueError
    except x:
        print("caught")
        return 1
def star(x):
    try: raise ValueError
    except* x: pass
for types in ((ValueError, 5), ((KeyError, ValueError),), 5, (KeyError, ValueError)):
    try: handler(types)
    except TypeError: print(traceback.format_exc())
try: star(5)
except TypeError: print(traceback.format_exc())

# What says that it is deprecated.
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    yes = True
    print(~yes, ~True, not NotImplemented)
    if NotImplemented: print("true")
    print([str(w.message)[:40] for w in said])


# A generator is closed once, whatever it makes of that.
def stubborn():
    while True:
        try: yield 1
        except GeneratorExit: print("not yet")
sys.unraisablehook = lambda u: print("unraisable", u.exc_value)
g = stubborn(); next(g); del g; gc.collect()
print("dropped")
g = stubborn(); next(g)
attempt("close", g.close); del g; gc.collect()


async def steps():
    async def slow():
        await asyncio.sleep(0); yield 1
    async def stubborn():
        try: yield 1
        except GeneratorExit: yield 2
    a = slow(); step = asyncio.ensure_future(anext(a)); await asyncio.sleep(0)
    for other in anext, lambda a: a.aclose():
        try: await other(a)
        except RuntimeError as e: print(e, a.ag_running)
    print(await step, a.ag_running)
    b = stubborn(); await anext(b)
    try: await b.aclose()
    except RuntimeError as e: print(e)
    del b; gc.collect(); await asyncio.sleep(0)

    async def fails():
        raise ValueError("failed")
    t = asyncio.create_task(fails())
    try: await t
    except ValueError: pass
    lines = []
    t.print_stack(file=type("Out", (), {"write": staticmethod(lines.append)}))  # main's line is this one
    print("".join(lines).partition("\n")[2])
asyncio.run(steps())


import weakref
p = Plain(); print(hash(weakref.ref(p)) == hash(p), {weakref.ref(p): 1}[weakref.ref(p)], gc.get_threshold())
import math, struct
a, b = float("nan"), float("nan")
print(a is a, a is b, a in [b], [a] == [b], (a,) == (a,), {a, b}, {a: 1, b: 2}, [a, b].index(b), a is math.nan, float(a) is a, struct.pack(">d", a), struct.pack(">f", float("-nan")), memoryview(bytearray(8)).cast("d").tolist(), a.hex(), a + 1, a != a)
ns = {}
exec('"""doc"""\ndef f(): pass\nclass A: pass\nclass E(Exception): pass', ns)
print(ns["f"].__module__, ns["A"], ns["E"].__module__, ns["__doc__"], traceback.format_exception_only(ns["E"]("m")))
held = {}; exec('"second"\nx = 1', {"__name__": "named"}, held); print(held)

# The builtin exceptions, in the order in which classes know of those below them.
def below(cls):
    return {c.__name__: below(c) for c in cls.__subclasses__() if c.__module__ == "builtins"}


print(below(BaseException))


# The margin of docstrings is taken away when they are compiled.
class Described:
    """   The class.
    A row,
        one further in

    and a last one.
    """

    def tabs(self):
        """
    	tabbed
	less
        """

    async def joined(self):
        "one \
          row"

    @property
    def value(self):
        """é
          ü
        ñ"""


for described in Described, Described.tabs, Described.joined, Described.value, lambda: 0:
    print(repr(described.__doc__))
