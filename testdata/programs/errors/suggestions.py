# python: 3.10
import math

for code in ("math.sqr(4)", "lenn([])", "[].appendd(1)", "''.joinn([])", "pritn('x')"):
    try:
        eval(code)
    except (AttributeError, NameError) as e:
        print(type(e).__name__, e)
try:
    from math import sqrtt
except ImportError as e:
    print(str(e).split(" (")[0])
try:
    import no_such_module
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    exec("x = = 1")
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.text)
try:
    exec("if True:\nprint(1)")
except IndentationError as e:
    print(e.msg, e.lineno)
