import sys
def show(fn):
    try:
        r = fn()
        print(fn.__name__, "->", r)
    except BaseException as e:
        print(fn.__name__, "!", type(e).__name__, e)
def ex(src):
    try: exec(src, {"__name__": "x"}); print("ok", repr(src)[:40])
    except SyntaxError as e: print(type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset if e.end_offset else 0)
    except BaseException as e: print(type(e).__name__, e)
# exec/eval
print(eval("1+2"), eval(" 3 "), eval("x", {"x": 5}), eval("x+y", {"x": 1}, {"y": 2}))
g = {}; exec("a = 1\nb = a + 1", g); print(g["a"], g["b"], "__builtins__" in g)
l = {}; exec("c = 5", {}, l); print(l)
def f():
    x = 1; exec("x = 2"); print(x, locals()); eval("x"); return x
print(f())
c = compile("1+1", "fn", "eval"); print(eval(c), c.co_filename, c.co_name)

c = compile("q = 3", "fn", "exec"); exec(c); print(q)
def e1(): eval("1;2")
show(e1)
def e2(): eval("x = 1")
show(e2)
def e3(): exec(3)
show(e3)
def e4(): eval(3)
show(e4)
def e5(): compile("1", "f", "bad")
show(e5)
def e6(): exec("1/0")
show(e6)
def e7(): eval("undefined_zz")
show(e7)
def e8(): exec("x", 3)
show(e8)
def e9(): eval("")
show(e9)
for s in ["def f(:\n  pass", "x = ", "if 1:\npass", "  x", "1 +", "a b", "print 1", "exec 'x'", "'abc", '"""abc', "f'{'", "f'{a b}'", "f'{}'", "f'{x!z}'", "(1,", "[1", "{1:", "1 = x", "f() = 1", "x + 1 = 2", "None = 1", "True = 1", "def f(a, a): pass", "def f(a=1, b): pass", "f(a=1, 2)", "f(**k, *a)", "f(a=1, a=2)", "return", "yield 1", "await x", "break", "continue", "class A: return", "nonlocal x", "global x; x = 1", "x = 1; global x", "def f():\n  x = 1\n  global x", "def f():\n  nonlocal zz", "def f(x):\n  global x", "import a.b as", "from x import", "from . import *", "def f():\n  from x import *", "lambda: (yield)", "x = yield", "del f()", "del 1", "a := 1", "(a := 1)", "[a := 1 for a in b]", "x: int = 1; (y): int", "for 1 in x: pass", "with x as 1: pass", "try: pass", "try:\n pass\nfinally:\n pass\nexcept: pass", "except: pass", "try: pass\nexcept: pass\nexcept ValueError: pass", "try: pass\nexcept* ValueError: pass\nexcept KeyError: pass", "else: pass", "match x:\n  case a: pass\n  case b: pass", "match x:\n case a | 1: pass", "match x:\n case [a, a]: pass", "match x:\n case {**a, 'b': 1}: pass", "async def f():\n  yield 1\n  return 2", "def f():\n  await x", "async def f():\n  yield from x", "x = 0777", "x = 1_", "x = 0b2", "x = 1__0", "x = 0xg", "é = 1", "x = $", "x = ?", "x = `a`", "a <> b", "i++", "x =+ 1", "!x", "\tx\n  y", "if 1:\n\tx\n        y", "def f():\n\tx=1\n    y=2", "x = (1\ny = 2", "print('a' 'b'", ")", "x]", "(]", "assert (1, 'm')", "def f(*): pass", "def f(*, **k): pass", "def f(a, *, a): pass", "class A(x for x in y): pass", "f(x for x in y, 1)", "*a", "*a = 1", "a, *b, *c = x", "x = *a", "print(*)", "raise from x", "import", "x\nfrom __future__ import annotations", "'a' = 1", "f'{x}' = 1", "(a, b) += 1", "[a] += 1", "a.b: int", "(a, b): int = 1", "def f(x, /, /): pass", "def f(/): pass", "x if y", "x if y else", "lambda x=: 1", "@", "@x", "while 1", "class", "def", "x..y", "1.x", "1.e", "'\\N{foo}'", "'\\x1'", "b'é'", "u'a' b'b'", "'\\d'", "0_7", "00", "1if 1else 2", "[x for x in 1, 2]", "{a: 1, b}", "{**a for a in b}", "[*a for a in b]", "f(a.b=1)", "f(1=2)", "f(True=1)", "def f(None): pass", "import a as 1", "from a import (b", "for x in y", "type X = int", "type X[T] = list[T]", "def f[T](x: T): pass", "class A[T: int, *Ts, **P]: pass", "async x", "async for x in y: pass", "[x async for x in y]", "def f(): [x async for x in y]", "async def f(): [x async for x in y]", "with open(x) as f, : pass", "__debug__ = 1", "x = 1 if 2 else 3 = 4", "global", "print(f'{1:{2}}')", "f'{a[\"b\"]}'", "f'{x:{y:{z}}}'", "f'{lambda x: 1}'", "f\"{x!r:>10}\"", "if x = 1: pass", "while x = 1: pass", "f(x = 1 for x in y)", "a = b = 1 = c", "not x = 1", "x == 1 = 2", "(x, 1) = 2", "else if x: pass", "elif x: pass", "if x:\n  pass\nelse if y:\n  pass", "def f()\n  pass", "class A\n  pass", "if x\n  pass", "x = {'a': 1 'b': 2}", "[1 2]", "(a b)", "x = 'abc\ny", "def f():\n", "for x in y:\n", "class A:\n\n", "if 1:\n  x\n y"]:
    ex(s)
