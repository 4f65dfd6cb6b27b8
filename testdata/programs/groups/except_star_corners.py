# python: 3.11
import asyncio, sys, traceback
def tree(e, d=0):
    print("  " * d + type(e).__name__, e.args[0] if e.args else "", "cause" if e.__cause__ else "", "ctx" if e.__context__ else "", getattr(e, "__notes__", ""))
    if isinstance(e, BaseExceptionGroup):
        for x in e.exceptions: tree(x, d + 1)
def mk():
    def r(e):
        try: raise e
        except BaseException as x: return x
    return ExceptionGroup("top", [r(ValueError("v1")), ExceptionGroup("mid", [r(TypeError("t1")), r(ValueError("v2")), ExceptionGroup("leafg", [r(OSError(1, "os"))])]), r(KeyError("k"))])
def run(f):
    print("##", f.__name__)
    try: f()
    except BaseException as e: tree(e); print(*traceback.format_exception_only(type(e), e), sep='', end='')
def a():
    try: raise mk()
    except* ValueError as e: print("VE", e.exceptions, e.message); tree(e)
    except* (TypeError, KeyError) as e: print("TK", len(e.exceptions))
def b():
    try: raise mk()
    except* ValueError: raise
    except* TypeError as e: raise RuntimeError("from te") from e
    except* KeyError: 1/0
def c():
    try: raise ValueError("naked")
    except* ValueError as e: print(type(e), e.exceptions, repr(e.message)); raise
def d():
    try: raise ValueError("naked")
    except* TypeError: print("no")
    else: print("else no")
    finally: print("finally")
def e():
    try: pass
    except* ValueError: print("no")
    else: print("else")
    finally: print("fin")
def f():
    for i in range(3):
        try:
            try: raise ExceptionGroup("g%d" % i, [ValueError(i)])
            except* ValueError as eg:
                if i == 1: raise eg.exceptions[0]
        except ValueError as ve: print("ve", ve, type(ve.__context__))
        except ExceptionGroup as g: print("eg", g)
def g():
    try: raise ExceptionGroup("x", [ExceptionGroup("y", [])])
    except* ValueError: pass
def h():
    try: raise mk()
    except* ExceptionGroup: pass
def i():
    try: raise mk()
    except* 5: pass
def j():
    try: raise BaseExceptionGroup("b", [KeyboardInterrupt(), SystemExit(3), ValueError(1)])
    except* (KeyboardInterrupt, ValueError) as e: print(type(e), e)
def k():
    x = mk()
    m, r = x.split(ValueError); tree(m); tree(r)
    print(x.subgroup(lambda e: isinstance(e, OSError)), x.subgroup(BufferError), x.split(ExceptionGroup)[1])
    class MyG(ExceptionGroup):
        def __new__(cls, m, ex, code): s = super().__new__(cls, m, ex); s.code = code; return s
        def derive(self, ex): return MyG(self.message, ex, self.code)
    y = MyG("my", [ValueError(1), TypeError(2)], 7); y.add_note("noted"); s = y.subgroup(ValueError); print(type(s), s.code, s.__notes__, s.__context__)
    for args in [(), ("a",), ("a", []), ("a", [1]), (1, [ValueError()]), ("a", ValueError()), ("a", [KeyboardInterrupt()])]:
        try: print(ExceptionGroup(*args))
        except Exception as ex: print(type(ex), ex)
    print(type(BaseExceptionGroup("m", [ValueError()])), repr(x), str(x))
    try: BaseExceptionGroup.derive(x, 5)
    except Exception as ex: print(type(ex), ex)
def l():
    try:
        try: raise ExceptionGroup("in", [ValueError("a")])
        except* ValueError as e:
            e.add_note("note on part"); raise e
    except* ValueError as e2: print(getattr(e2, "__notes__", None)); raise TypeError("new")
def m():
    async def fail(n, d): 
        try: await asyncio.sleep(d)
        finally:
            if n == "fin": raise RuntimeError("in finally")
        raise ValueError(n)
    async def inner():
        async with asyncio.TaskGroup() as tg: tg.create_task(fail("a", 1)); tg.create_task(fail("b", 1))
    async def main():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(inner()); tg.create_task(fail("fin", 5)); tg.create_task(fail("c", 1))
            await asyncio.sleep(0.5)
            raise LookupError("body")
    asyncio.run(main())
def n():
    e = ExceptionGroup("many", [ValueError(i) for i in range(20)]); e.__cause__ = ExceptionGroup("causing", [KeyError("x\ny")]); e.add_note("multi\nline note"); raise e
def o():
    x = ExceptionGroup("deep", [ValueError("bottom")])
    for i in range(14): x = ExceptionGroup(f"l{i}", [x])
    raise x
def p():
    try:
        raise ExceptionGroup("x", [ValueError(1), TypeError(2)])
    except* ValueError as e:
        raise ExceptionGroup("new", [OSError("o")]) from None
def q():
    def gen():
        try: yield 1
        except* ValueError as e: print("gen", e); yield 2
    z = gen(); next(z); print(z.throw(ValueError("q")))
    print(z.throw(TypeError("fin")))
for fn in [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q]: run(fn)
