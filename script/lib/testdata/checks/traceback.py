import io
import sys
import traceback


def strip(text):
    # The caret lines and the source text are no subject here.
    return "\n".join(l for l in text.split("\n") if l.strip("~^ |") or not l.strip())


def f(n):
    if n == 0:
        raise ValueError("deep")
    f(n - 1)


def show(label, text): print("==", label); print(strip(text), end="")


try: f(2)
except ValueError as e:
    exc = e
    show("format_exc", traceback.format_exc())
    show("limit", traceback.format_exc(limit=1)); show("limit-1", traceback.format_exc(limit=-1))
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    tb = traceback.extract_tb(e.__traceback__)
    print([(s.filename, s.name, s.lineno) for s in tb], tb[0], len(tb), tuple(tb[-1])[:3])
    print([(fr.f_code.co_name, no) for fr, no in traceback.walk_tb(e.__traceback__)])
    print(len(traceback.format_tb(e.__traceback__)))
    out = io.StringIO(); traceback.print_exc(file=out); show("print_exc", out.getvalue())
try:
    try: f(0)
    except ValueError as e: raise KeyError("k") from e
except KeyError as e: show("cause", "".join(traceback.format_exception(e))); show("nochain", "".join(traceback.format_exception(e, chain=False)))
try:
    try: f(0)
    except ValueError: raise TypeError("during")
except TypeError as e: show("context", "".join(traceback.format_exception(type(e), e, e.__traceback__)))
try:
    try: f(0)
    except ValueError: raise TypeError("suppressed") from None
except TypeError as e: show("from None", traceback.format_exc())
e = ValueError("noted"); e.add_note("note 1"); e.add_note("two\nlines"); print(traceback.format_exception_only(e))
def rec(n):
    if n: rec(n - 1)
    else: raise OSError(2, "no such", "file")
try: rec(10)
except OSError: show("repeat", traceback.format_exc())
class Custom(Exception):
    class Inner(Exception): pass
    def __str__(self): raise RuntimeError("bad str")
print(traceback.format_exception_only(Custom()), traceback.format_exception_only(Custom.Inner("x")), traceback.format_exception_only(Exception()), traceback.format_exception_only(ValueError("")), traceback.format_exception_only(ValueError("a\nb")))
import asyncio
print(traceback.format_exception_only(asyncio.InvalidStateError("st")))
try: raise ExceptionGroup("eg", [ValueError(1), TypeError("t"), ExceptionGroup("in", [OSError("o")])])
except ExceptionGroup as e: show("group", traceback.format_exc())
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise ExceptionGroup("caused", [KeyError("a")]) from z
except ExceptionGroup as e: show("caused group", traceback.format_exc())
show("bare group", "".join(traceback.format_exception(ExceptionGroup("big", [ValueError(i) for i in range(18)]))))
inner = ValueError("in"); inner.add_note("n"); show("group note", "".join(traceback.format_exception(ExceptionGroup("g", [inner, KeyError(1)]))))
te = traceback.TracebackException.from_exception(exc); print(te, te.exc_type_str, len(te.stack), te.stack[-1].name, te == traceback.TracebackException.from_exception(exc))
show("te", "".join(te.format()))
print(traceback.format_list([("f.py", 3, "fn", "x = 1"), ("g.py", 4, "gn", None)]))
print(traceback.FrameSummary("f", 1, "n", line=" code "), traceback.FrameSummary("f", 1, "n", line=" code ").line)
def stack(): return traceback.extract_stack()
print([s.name for s in stack()][-2:], traceback.extract_stack(limit=1)[0].name)
show("stack", "".join(traceback.format_stack(limit=1)))
print(traceback.format_exception(None), repr(traceback.format_exc()))
try: compile("x = (", "sy.py", "exec")
except SyntaxError as e: print(traceback.format_exception_only(e))
try: compile("a b", "sy.py", "exec")
except SyntaxError as e: print(traceback.format_exception_only(e))
cycle = ValueError("c"); cycle.__context__ = KeyError("k"); show("ctx", "".join(traceback.format_exception(cycle)))
