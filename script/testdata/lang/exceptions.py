import sys, traceback
def show(fn):
    try:
        r = fn()
        print(fn.__name__, "->", r)
    except BaseException as e:
        print(fn.__name__, "!", type(e).__name__, e)
# BaseException
for args in [(), (1,), (1, 2), ("a",)]:
    for c in [Exception, ValueError, KeyError, OSError, StopIteration, SystemExit, ImportError, AttributeError, NameError, SyntaxError, UnicodeError, KeyboardInterrupt]:
        try:
            e = c(*args)
            print(c.__name__, args, repr(e), str(e), e.args)
        except Exception as x:
            print(c.__name__, args, "!", type(x).__name__, x)
e = OSError(2, "No such", "f"); print(type(e), e, e.errno, e.strerror, e.filename, e.filename2, e.args)
e = OSError(2, "No such", "f", None, "g"); print(e, e.filename2)
e = OSError(99, "x"); print(type(e), repr(e), e)
class MyOS(OSError): pass
e = MyOS(2, "m"); print(type(e), e.errno, e)
e = ImportError("m", name="n", path="p"); print(repr(e), e.name, e.path, e.msg, e.__dict__)
e = AttributeError("m", name="n", obj=3); print(repr(e), e.name, e.obj, vars(e))
e = NameError("m", name="n"); print(repr(e), e.name)
def f1(): ImportError("m", foo=1)
show(f1)
def f2(): ValueError("m", foo=1)
show(f2)
def f3(): NameError("m", foo=1)
show(f3)
e = StopIteration(1, 2); print(e.value, e.args)
e = SystemExit(1, 2); print(e.code)
e = SystemExit(); print(e.code)
e = SyntaxError("m", ("f.py", 3, 5, "abc def\n")); print(e, e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.print_file_and_line)
e = SyntaxError("m", ("f.py", 3, 5, "abc def\n", 3, 8)); print(repr(e), e.end_offset)
traceback.print_exception(e, file=sys.stdout)
e = UnicodeDecodeError("utf-8", b"ab\xff", 2, 3, "bad"); print(e, repr(e), e.object, e.start, e.end, e.reason, e.encoding)
e = UnicodeEncodeError("ascii", "ab\xff", 2, 3, "bad"); print(e)
e = UnicodeEncodeError("ascii", "ab\xff\xfe", 2, 4, "bad"); print(e)
e = UnicodeEncodeError("ascii", "ab\u20ac", 2, 3, "bad"); print(e)
e = UnicodeTranslateError("ab\u20ac", 2, 3, "bad"); print(e)
# notes
e = ValueError("x")
e.add_note("n1"); e.add_note("n2\nn3"); print(e.__notes__, e.__dict__)
traceback.print_exception(e, file=sys.stdout)
def f4(): e.add_note(3)
show(f4)
e.__notes__ = "str"; traceback.print_exception(e, file=sys.stdout)
e.__notes__ = [1, ValueError("z")]; traceback.print_exception(e, file=sys.stdout)
# cause
def f5():
    try: 1/0
    except Exception as e: raise ValueError("v") from e
try: f5()
except Exception as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def f6():
    try: 1/0
    except Exception as e: raise ValueError("v") from None
try: f6()
except Exception as e: print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
def f7(): raise ValueError("v") from 3
show(f7)
def f8(): raise 3
show(f8)
def f9(): raise int
show(f9)
def f10(): raise ValueError from KeyError
try: f10()
except Exception as e: print(repr(e), repr(e.__cause__))
def f11(): raise
show(f11)
class Bad(Exception):
    def __new__(cls): return 3
def f12(): raise Bad
show(f12)
def f13():
    e = ValueError(); e.__cause__ = 3
show(f13)
def f14():
    e = ValueError(); e.__traceback__ = 3
show(f14)
def f15():
    e = ValueError(); e.__context__ = 3
show(f15)
def f16():
    e = ValueError(); e.args = 3
show(f16)
def f17():
    e = ValueError(); e.args = [1,2]; return e.args, e
show(f17)
def f18():
    try: raise ValueError
    except 3: pass
show(f18)
def f19():
    try: raise ValueError
    except (TypeError, 3): pass
show(f19)
def f20():
    e = ValueError(1); del e.args
show(f20)
def f21():
    e = ValueError(1); e.__dict__["a"] = 1; return e.a, e.__reduce__()
show(f21)
class E2(Exception):
    def __init__(self, a, b): self.a = a
def f22(): return repr(E2(1, 2)), E2(1, b=2).args
show(f22)
class E3(Exception):
    def __str__(self): return "E3 str"
print(E3(1), repr(E3(1)))
class E4(ValueError):
    x = 1
    def __init__(self, msg): super().__init__(msg); self.msg = msg
e = E4("q"); print(e, repr(e), e.args, e.__dict__)
# context chains
def ctx():
    try:
        try: raise ValueError(1)
        except ValueError: raise KeyError(2)
    except KeyError:
        try: raise TypeError(3)
        finally:
            try: raise IndexError(4)
            except IndexError as e: print(repr(e.__context__), repr(e.__context__.__context__), repr(e.__context__.__context__.__context__))
show(ctx)
def reraise_same():
    try:
        raise ValueError(1)
    except ValueError as e:
        raise e
show(reraise_same)
def gen():
    try: yield 1
    except KeyError as e:
        print("gen ctx", repr(e.__context__)); yield 2
def gctx():
    g = gen(); next(g)
    try: raise ValueError("outer")
    except ValueError: print(g.throw(KeyError("in")))
gctx()
def g2():
    print("exc in gen:", sys.exception())
    yield 1
    print("exc in gen:", sys.exception())
    try: raise KeyError("inner")
    except KeyError:
        yield 2
        print("exc in gen:", repr(sys.exception()))
    print("exc in gen:", repr(sys.exception()))
def runner():
    g = g2()
    next(g)
    try: raise ValueError("outer")
    except ValueError:
        next(g); print("outer now", repr(sys.exception()))
    print("outer after", sys.exception())
    for _ in g: pass
runner()
print(sys.exc_info())
try: raise ValueError("x")
except ValueError:
    a, b, c = sys.exc_info(); print(a, b, c is b.__traceback__)
try:
    e
except NameError: print("e gone")
except ValueError: pass
# del in except
try: raise ValueError
except ValueError as q:
    del q
try: print(q)
except NameError as x: print(x)
# finally semantics
def fin1():
    for i in range(3):
        try: continue
        finally: print("f", i)
    return "done"
show(fin1)
def fin2():
    try: return 1
    finally: return 2
show(fin2)
def fin3():
    while True:
        try: raise ValueError
        finally: break
    return "swallowed"
show(fin3)
def fin4():
    try: raise ValueError(1)
    except ValueError: return "r"
    else: print("else")
    finally: print("fin")
show(fin4)
def fin5():
    try: pass
    except: pass
    else: raise KeyError("k")
    finally: print("fin5")
show(fin5)
e = ValueError("a"); e2 = e.with_traceback(None); print(e2 is e)
print(issubclass(TimeoutError, OSError), IOError is OSError, EnvironmentError is OSError)
