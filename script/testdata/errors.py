def t(f, *a, **k):
    try: print("ok", f(*a, **k))
    except BaseException as e:
        print(type(e).__name__, e)
def f(a, b, /, c, *, d, e=1): pass
t(f); t(f, 1); t(f, 1, 2, 3); t(f, 1, 2, 3, 4, 5, d=1); t(f, 1, 2, c=3, d=4, z=1); t(f, 1, 2, 3, c=4, d=1); t(f, a=1, b=2, c=3, d=4)
def g(x, y=1): pass
t(g); t(g, 1, 2, 3); t(lambda: 1, 2)
t(lambda: 1 + "a"); t(lambda: "a" + 1); t(lambda: [] + ()); t(lambda: -"a"); t(lambda: 1 < "a"); t(lambda: len(5)); t(lambda: 5())
t(lambda: [1][5]); t(lambda: {}["k"]); t(lambda: (1,)["a"]); t(lambda: "abc"[1.5]); t(lambda: None.x); t(lambda: int("x")); t(lambda: float("y"))
t(lambda: [] < [1]); t(lambda: {} < {}); t(lambda: 1 // 0); t(lambda: 1.0 / 0); t(lambda: 5 % 0); t(lambda: hash([])); t(lambda: {[]: 1})
t(lambda: next(iter([]))); t(lambda: [1, 2].index(3)); t(lambda: [].pop()); t(lambda: "a".join([1])); t(lambda: iter(5)); t(lambda: sorted([1, "a"]))
t(lambda: min([])); t(lambda: range(1, 2, 0)); t(lambda: chr(-1)); t(lambda: ord("ab")); t(lambda: "%d" % "x"); t(lambda: "{}".format()); t(lambda: f"{1:z}")
def unp():
    a, b = 1, 2, 3
t(unp)
def unp2():
    a, b, *c = [1]
t(unp2)
def unp3():
    a, b = 5
t(unp3)
def chain():
    try:
        {}["x"]
    except KeyError:
        raise ValueError("v")
try: chain()
except ValueError as e: print(repr(e.__context__), e.__cause__)
def fin():
    for i in range(3):
        try:
            if i == 1: continue
            if i == 2: return i
        finally:
            print("f", i)
print(fin())
def fin2():
    try: return 1
    finally: return 2
print(fin2())
def nested():
    try:
        try: raise ValueError(1)
        finally: print("inner")
    except ValueError as e:
        try: raise KeyError(2)
        except KeyError: pass
        raise
try: nested()
except ValueError as e: print("got", e, e.__context__)
import sys
try: 1/0
except ZeroDivisionError: print(sys.exc_info()[0], sys.exception())
print(sys.exception())
def gen():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("in gen", e)
        yield 3
    finally:
        print("gen fin")
g = gen(); next(g); print(g.throw(ValueError("t"))); print(list(g))
def g2():
    raise StopIteration
t(lambda: list(x for x in g2()))
def g3():
    yield
    raise StopIteration(1)
t(lambda: list(g3()))
t(exec, "x ="); t(eval, "1 +"); t(eval, "1 + 2"); t(exec, "return 1"); t(exec, "def f():\n  nonlocal q")
e = ValueError("n"); e.add_note("note"); print(e.__notes__)
try:
    try: raise ExceptionGroup("g", [ValueError(1), KeyError(2), ExceptionGroup("h", [ValueError(3)])])
    except* ValueError as eg: print(eg, eg.exceptions)
except ExceptionGroup as r: print("rest", r.exceptions)
eg = ExceptionGroup("x", [OSError(1, "no"), TypeError("t")])
print(eg.split(OSError), eg.subgroup(TypeError))
try:
    try: raise TypeError("a")
    except* TypeError: raise ValueError("b")
except ValueError as x: print(repr(x))
assert_ok = 1
try: assert assert_ok == 2, "msg"
except AssertionError as e: print("A", e)
x = [i for i in range(5) if (lambda k: k % 2)(i)]
print(x, [lambda: i for i in range(3)][0]())
del x
t(lambda: x)
class Ctx:
    def __enter__(self): return 1
    def __exit__(self, t, v, tb): print("exit", t and t.__name__, v); return False
def w():
    with Ctx() as a, Ctx() as b:
        return a + b
print(w())
def w2():
    with Ctx(): raise ValueError("w")
t(w2)
def w3():
    for i in range(2):
        with Ctx():
            if i == 0: continue
            break
w3()
print(next((lambda: (yield 4))()))
print([*range(3), *"ab"], {**{"a": 1}, "b": 2}, (lambda *a, **k: (a, k))(*[1], 2, **{"z": 3}, y=4))
