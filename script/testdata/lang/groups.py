import sys, traceback
def show(fn):
    try:
        r = fn()
        print(fn.__name__, "->", r)
    except BaseException as e:
        print(fn.__name__, "!", type(e).__name__, e)
eg = ExceptionGroup("eg", [ValueError(1), TypeError(2), ExceptionGroup("in", [ValueError(3), OSError(4)])])
print(repr(eg), str(eg), eg.message, eg.exceptions, eg.args)
print(eg.split(ValueError)); print(eg.subgroup(ValueError)); print(eg.subgroup(KeyError))
print(eg.split((ValueError, TypeError))); print(eg.split(lambda e: isinstance(e, OSError)))
print(eg.split(ExceptionGroup)); 
def a1(): eg.split(3)
show(a1)
def a2(): ExceptionGroup("x", [])
show(a2)
def a3(): ExceptionGroup("x", 3)
show(a3)
def a4(): ExceptionGroup("x", [3])
show(a4)
def a5(): ExceptionGroup(3, [ValueError()])
show(a5)
def a6(): ExceptionGroup("x")
show(a6)
def a7(): ExceptionGroup("x", [KeyboardInterrupt()])
show(a7)
print(type(BaseExceptionGroup("x", [ValueError()])), type(BaseExceptionGroup("x", [KeyboardInterrupt()])))
class MyEG(ExceptionGroup):
    def derive(self, excs): return MyEG(self.message, excs)
m = MyEG("m", [ValueError(1), TypeError(2)]); m.add_note("note")
y, n = m.split(ValueError); print(repr(y), repr(n), y.__notes__, n.__notes__)
class MyEG2(ExceptionGroup):
    def __new__(cls, message, excs, code):
        o = super().__new__(cls, message, excs); o.code = code; return o
    def derive(self, excs): return MyEG2(self.message, excs, self.code)
m = MyEG2("m", [ValueError(1), TypeError(2)], 42)
print(m.split(TypeError)[0].code, m.code, repr(m))
def star(exc):
    try:
        try: raise exc
        except* ValueError as e: print("VE", repr(e), e.__traceback__ is not None)
        except* (TypeError, OSError) as e: print("TE/OE", repr(e))
        else: print("else")
        finally: print("finally")
    except BaseException as e: print("left", repr(e), repr(e.__context__), repr(e.__cause__))
star(eg); star(ValueError("naked")); star(KeyError("k")); star(ExceptionGroup("z", [KeyError(1), ValueError(2)]))
def star2():
    try: raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError("new")
    except* TypeError as e: raise
show(star2)
def star3():
    try: raise ExceptionGroup("a", [ValueError(1), TypeError(2)])
    except* ValueError as e: raise
    except* TypeError as e: raise e
try: star3()
except BaseException as e: traceback.print_exception(e, file=sys.stdout)
def star4():
    try: pass
    except* ValueError: pass
    else: return "else"
show(star4)
def star5():
    try: raise ValueError
    except* ExceptionGroup: pass
show(star5)
def star6():
    try: raise ValueError
    except* 3: pass
show(star6)
def star7():
    for i in range(2):
        try: raise ExceptionGroup("q", [ValueError(i)])
        except* ValueError as e: print(e.exceptions, sys.exception() is e)
    return sys.exception()
show(star7)
def deep(n):
    e = ValueError(n)
    for i in range(n): e = ExceptionGroup(f"g{i}", [e])
    return e
def p(e): traceback.print_exception(e, file=sys.stdout)
p(deep(3)); p(deep(13))
p(ExceptionGroup("many", [ValueError(i) for i in range(20)]))
def mk():
    try: 1/0
    except Exception as e: return e
def mk2():
    try:
        try: 1/0
        except Exception as e: raise ValueError("v") from e
    except Exception as e:
        e.add_note("a note\nwith lines"); return e
try:
    raise ExceptionGroup("top", [mk(), mk2(), ExceptionGroup("sub", [mk(), KeyError("k")])])
except ExceptionGroup as e:
    e.add_note("top note")
    p(e)
    try: raise RuntimeError("after")
    except RuntimeError as e2: p(e2)
try:
    try: raise ExceptionGroup("ctx", [ValueError(1)])
    except* ValueError: 1/0
except BaseException as e: p(e)
class Sub(BaseExceptionGroup): pass
print(repr(Sub("s", [ValueError(1)]).split(ValueError)))
print(ExceptionGroup("x",[ValueError(1)]) == ExceptionGroup("x",[ValueError(1)]))
def fn():
    try: raise ExceptionGroup("x", (ValueError(1), TypeError(2)))
    except* TypeError: pass
try: fn()
except ExceptionGroup as e: p(e); print(e.args)
raise ExceptionGroup("uncaught", [mk2(), ValueError("two\nlines")])
