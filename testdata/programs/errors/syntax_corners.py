# python: 3.13
"""Mistakes in programs: what they are called and where they are."""
SOURCES = """
x = f"{*a}"
x = f"{a:{b:{c:{d}}}}"
def f[T, T](): pass
type X[T=int, U] = int
type X = (yield)
type X = (x := 1)
def f[T: (await y)](): pass
match x:\n  case [*a, *b]: pass
match x:\n  case {'k': a, 'k': b}: pass
match x:\n  case f'a': pass
def f(): global x; nonlocal x
def f():\n  x: int\n  global x
def f():\n  global x\n  x: int = 1
def f():\n  print(x)\n  x = 1\n  global x
def f():\n  x += 1\n  global x
def __debug__(): pass
x.__debug__ = 1
class A: [(x := 1) for y in z]
def f():\n  try: pass\n  except* X: return 1
def f():\n  try: pass\n  except* X:\n    return f()
async def f(): pass\ndef g():\n  [await x for x in y]
from __future__ import braces
x = (1]
x = 'abc
x = 1 + # comment
if 1: # comment
def f() # comment
f(a for a in b, c)
f(**a, *b)
def f(a=1, b): pass
x = 5 if 3
{1: 2, 3}
(a, b) += 1
f() = 1
None = 1
""".strip().splitlines()
for source in SOURCES:
    source = source.replace("\\n", "\n")
    try:
        compile(source + "\n", "<src>", "exec")
    except SyntaxError as e:
        print(f"{source!r}: {type(e).__name__}: {e.msg} at {e.lineno}:{e.offset}-{e.end_lineno}, {e.text!r}")
    else:
        print(f"{source!r}: fine")
for source in ("1 +", "a b", "(1", "  1", "", "# c", "x = 1", "1;2", "not", "'a"):
    for mode in ("eval", "single"):
        try:
            compile(source, "<src>", mode)
        except SyntaxError as e:
            print(f"{mode} {source!r}: {type(e).__name__}: {e.msg} at {e.lineno}:{e.offset}, {e.text!r}")
try:
    eval("  1 + ")
except SyntaxError as e:
    print(e, repr(e.text))
print(eval("  \t1 + 1"))
eval("(1 +\n 2 3)")
