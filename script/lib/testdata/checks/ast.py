import ast

FORMS = [
    'f\'{x!r:>{w}} {{}} {"a"}\'',
    "f'{x=}'",
    '\'a\\n"b\\\'\'',
    'f\'\'\'{a[\'x\']}\n{"b"}\'\'\'',
    'x = yield',
    '(yield)',
    'print((yield x))',
    'a if b else c if d else e',
    '(a if b else c) if d else e',
    'lambda x, /, y=1, *a, z, k=2, **kw: (x, y)',
    'lambda: (yield)',
    '-(-x)**-y',
    '(-x)**y',
    'not (a and b) or c',
    'a < b < c',
    '(a < b) < c',
    'x[1:2, ::3]',
    'x[(1,2)]',
    'x[*a]',
    'x[()]',
    "{**a, 'b': 1}",
    '{*a}',
    'set()',
    '(1).real',
    '1.0.real',
    '1e400',
    '-1e400',
    '1e400j',
    'f(x for x in y)',
    'f((x for x in y), 1)',
    'f(*a, **k)',
    '[x async for x in y if a if b]',
    '(a := 1)',
    'f(a:=1)',
    'await x',
    '(await x)()',
    'await (x())',
    'a.b.c(d)[e]',
    '(a, b)',
    '()',
    '(a,)',
    'for a, b in c: pass',
    'return_ = 1',
    'x: int = 3',
    '(x): int',
    'def f[T: int = str, *Ts, **P](a: int, *, b=1) -> (yield): ...',
    'class A[T](B, metaclass=C): pass',
    "@d\nclass A: 'doc'",
    "def f():\n  '''doc\n  x\\n \\t'''\n  return 1",
    'try:\n a\nexcept* (A, B) as e:\n b\nelse:\n c\nfinally:\n d',
    "match x:\n case {'a': 1, **r}: pass\n case A(b, c=d) | [1, *_]: pass\n case (None | -1 | 1+2j) as z if z: pass\n case _: pass\n case (a, b): pass",
    'with (a as b, c): pass',
    'async def f():\n async with a: pass\n async for x in y: pass',
    'if a:\n b\nelif c:\n d\nelse:\n e\n  \nif q: pass\nelse:\n if a: pass\n b',
    'global a, b',
    'del a, (b, c)',
    'import a.b as c, d',
    'from ..x import (y as z)',
    'raise A from B',
    'assert a, b',
    'x += yield y',
    'type X[T] = int',
    'a = b = c',
    '*a, b = c',
    'a = *b, c',
    'return',
    'return a, b',
    'yield a + b',
    'yield a, b',
    'x = lambda: 1',
    "b'a\\x00'",
    "u'x'",
    "'\\ud800'",
    "'é\\u200b'",
    "f'{a!s}' 'b'",
    "f'\\n{a}'",
    "f'{a:\\n}'",
    "f'{a:{b:{c}}}'",
    "f'{ {1} }'",
    "f'{(lambda: 1)}'",
    'f\'{f"{x}"}\'',
    'f\'\'\'{f"""{f\'{x}\'}"""}\'\'\'',
    'a or b and not c | d ^ e & f << g + h * i ** j',
    'a or b or c and d',
    '(a or b) and c',
    'a - (b - c)',
    '(a - b) - c',
    'a ** b ** c',
    '(a ** b) ** c',
    '-a ** b',
    '(await a) ** b',
    'a[b:c]',
    'a[b,]',
    '~a',
    'not a',
    'not not a',
    'x = (yield from y)',
    'if (a := 1): pass',
    '[a for a in (b, c)]',
    '[a for a in (b if c else d)]',
    '(a, *b)',
    'print(*(yield))',
    "x = '''a\nb'''",
    'while a:\n b\nelse:\n c',
    '1_000',
    '0xff',
    '10**100',
    '1j',
    '1+2j',
    '...',
    'None',
    "f'{x!a}{y}'",
    'f\'"{a}\\\'\'',
    'def f(): return',
    'x = not a',
    '(x for x in y)',
    '{x: y for x in z}',
    'a @ b // c % d',
    'a is not b not in c',
    'def f(a, /): 1',
    'def f(*, a): 1',
    '(lambda: 1)()',
    '(a if b else c).d',
    "'a'.b",
    "f'a'.b",
    '[1, 2].c',
    '{1}.c',
    '5 .c',
    '(-5).c',
    'a[(yield)]',
    'f(**(yield))',
    '@(yield)\ndef f(): 1',
    'match (a, b):\n case 1: 1',
    "match *a, b:\n case [*a]: 1\n case 'x' | b'x': 1\n case a.b: 1\n case A(): 1\n case {}: 1\n case []: 1\n case (a as b): 1\n case [(a | b) as c, (d as e)]: 1",
    'x = 1\ndef f(): pass\n@a\n@b\nclass C:\n  x = 1\n  def f(): pass\n  async def g(): pass\ny=2',
    'for x in (yield): 1',
    'with (yield): 1',
    'while (yield): 1',
    'x = f\'{a:\\\'"}\'',
]
for text in FORMS:
    tree = ast.parse(text)
    print(ast.unparse(tree))
    print(ast.dump(tree, False, True))
    assert ast.dump(ast.parse(ast.unparse(tree))) == ast.dump(tree), text
    print([ast.get_source_segment(text, node) for node in ast.walk(tree)][:8])
for text in FORMS[::9]:
    tree = ast.parse(text)
    print(ast.dump(tree, indent=2))
    print(ast.dump(tree, annotate_fields=False, indent=1, show_empty=True))
OLD = "Num Str Bytes NameConstant Ellipsis slice Index ExtSlice Suite AugLoad AugStore Param".split()
for name, c in sorted(vars(ast).items()):
    if isinstance(c, type) and issubclass(c, ast.AST) and c.__name__ not in OLD:
        doc = c.__doc__ if c is not ast.AST else ""
        print(name, c.__bases__, c._fields, c._attributes, c.__match_args__, getattr(c, "_field_types", None), doc)
        print([(f, getattr(c, f, "none")) for f in c._fields])


import warnings

warnings.simplefilter("ignore")
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
t(lambda: ast.Name(1,2,3)); t(lambda: ast.Name('a',id=3)); t(lambda: ast.Name(foo=3).foo)
t(lambda: ast.Name.ctx); t(lambda: ast.FunctionDef.returns); t(lambda: ast.Name('a').lineno)
t(lambda: ast.Name('a').end_lineno)
def C(x,m='eval'):
    try: compile(x,'f',m); print('ok')
    except BaseException as e: print(type(e).__name__, e)
C(ast.Expression(ast.Name('a')))
C(ast.Module([],[]),'eval')
C(ast.Module([],[]),'exec')
n=ast.fix_missing_locations
C(n(ast.Expression(5)))
C(n(ast.Expression(None)))
C(n(ast.Expression(ast.Name(5))))
C(n(ast.Expression(ast.Name('None'))))
C(n(ast.Expression(ast.Name('a',ast.Store()))))
C(n(ast.Expression(ast.Constant([1]))))
C(n(ast.Expression(ast.Constant((1,(2,'a'))))))
C(n(ast.Module([ast.FunctionDef('f',ast.arguments())],[])),'exec')
C(n(ast.Module(5,[])),'exec')
C(n(ast.Module([5],[])),'exec')
C(n(ast.Module([None],[])),'exec')
C(n(ast.Module([ast.Assign([],ast.Constant(1))],[])),'exec')
C(n(ast.Module([ast.Assign([ast.Constant(1)],ast.Constant(1))],[])),'exec')
C(n(ast.Expression(ast.Compare(ast.Name('a'),[],[]))))
C(n(ast.Expression(ast.BinOp(ast.Name('a'),5,ast.Name('b')))))
C(n(ast.Expression(ast.List([None]))))
C(n(ast.Expression(ast.BinOp(ast.Name('a'),None,ast.Name('b')))))
C(n(ast.Expression(ast.BinOp(None,ast.Add(),ast.Name('b')))))
b=ast.BinOp(ast.Name('a'),ast.Add(),ast.Name('b')); del b.left
C(n(ast.Expression(b)))
x=n(ast.Expression(ast.Name('a'))); x.body.lineno='s'; C(x)
x=n(ast.Expression(ast.Name('a'))); x.body.end_lineno=0; C(x)
x=n(ast.Expression(ast.Name('a'))); x.body.col_offset=5; C(x)
x=n(ast.Module([ast.ImportFrom('a',[ast.alias('x')],None)],[]));  C(x,'exec')
C(ast.expr())
C(n(ast.Module([ast.Return()],[])),'exec')
C(n(ast.Module([ast.Break()],[])),'exec')
C(n(ast.Expression(ast.Starred(ast.Name('a')))))
C(n(ast.Expression(ast.Slice())))
C(n(ast.Expression(ast.FormattedValue(ast.Constant(1),-1))))
C(n(ast.Expression(ast.BoolOp(ast.And(),[ast.Name('a')]))))
C(n(ast.Expression(ast.Dict([ast.Constant(1)],[]))))
C(n(ast.Expression(ast.ListComp(ast.Constant(1),[]))))
C(n(ast.Module([ast.Try([ast.Pass()])],[])),'exec')
C(n(ast.Module([ast.Raise(None,ast.Name('a'))],[])),'exec')
C(n(ast.Module([ast.Match(ast.Name('a'),[ast.match_case(ast.MatchAs(),None,[ast.Pass()])])],[])),'exec')
C(n(ast.Module([ast.Match(ast.Name('a'),[])],[])),'exec')
C(5); C(ast.parse('1'),'exec'); C(ast.parse('1',mode='single'),'single')
a=n(ast.Expression(ast.List([]))); a.body.elts.append(a.body); C(a)
class V(ast.NodeTransformer):
    def visit_Name(self, node): return ast.copy_location(ast.Constant(42), node)
    def visit_Pass(self, node): return None
tree=n(V().visit(ast.parse('y = [x, x]\nif 1:\n  pass\n  def f(): "doc"; return z', filename='q')))
try:
    print(ast.unparse(tree))
    exec(compile(tree,'<t>','exec'))
except Exception as e: print(type(e), e)
t=ast.parse('def f(a, *b, c=1, **d):\n "doc"\n return [i*a for i in b], c, d\nprint(f(2, 3, 4, x=1), f.__doc__)\nimport os.path as p\nfrom os import path\nprint(p is path)\nlambda: 1\nmatch (1,2):\n case (x, y): print(x, y)\ntry: 1/0\nexcept ZeroDivisionError as e: print(e)\nasync def g():\n async with a as b: pass\n return [x async for x in y]\nclass A[T]: x: int = 1\nprint(f"{1+1!r:>5}", A.x, A.__annotations__)\nfor i in range(3):\n if i: continue\nelse: print("else")\nglobal zz\nzz=1\nprint(zz)\na = b = c = 3\ndel a\nx=[1,2,3]; print(x[1:], x[::-1])\nx[0] += 1;print(x, *x, sep="-")\nprint({**{1:2}, 3:4}, {1,2}, (yy:=5), not yy, -yy, 1<2<3, 1 if 0 else 2, 1 and 2 or 3)')
exec(compile(t,'<t>','exec'), {})
print(eval(compile(ast.parse('1+2', mode='eval'),'','eval')), ast.literal_eval("{'a': [1, -2.5, (3,), {4}], None: True, b'x': 1+2j, 'y': set(), 'z': ...}"), ast.literal_eval(' 1'), ast.literal_eval("-1"), ast.literal_eval('+1'))
for s in ["a","f()","1+1","--1","'a'+'b'","[a]","{**a}","1 if 2 else 3", "1+2j+3j","f'a'", "- 'a'", "{a:1}", "(1)\n(2)", "1j+1", "x.y", "not 1", "\n1", "10**1000"]:
    try: print(s, ast.literal_eval(s))
    except BaseException as e: print(s, type(e).__name__, str(e).split(' at 0x')[0])
import copy
m=ast.parse('x=1'); k=copy.deepcopy(m); print(ast.dump(k)==ast.dump(m), k is not m, copy.copy(m.body[0]).targets is m.body[0].targets)
print(ast.parse('a;b').body[0].value.ctx is ast.parse('c').body[0].value.ctx, isinstance(ast.Load(), ast.expr_context))
print(isinstance(ast.Constant(1), ast.Num), isinstance(ast.Constant(True), ast.Num), isinstance(ast.Constant('a'), ast.Str), ast.Constant(5).n, ast.dump(ast.Num(3)), ast.dump(ast.Str(s='q')))
try: ast.parse('x = = 1', 'file.py')
except SyntaxError as e: print(e.filename, e.lineno, e.offset, e.text, e)
print(ast.get_docstring(ast.parse('"""a\n   b\n     c"""')))
class Vis(ast.NodeVisitor):
    def visit_Num(self, n): print('num', n.value)
    def visit_FunctionDef(self, n): print('fn', n.name); self.generic_visit(n)
    def visit_Call(self,n): print('call', ast.unparse(n.func))
Vis().visit(ast.parse('def f(): g(1); return 5'))
match ast.parse('f(x)').body[0]:
    case ast.Expr(ast.Call(ast.Name(id), [ast.Name(arg)])): print(id, arg)
print(type(compile('1', 'f', 'exec', ast.PyCF_ONLY_AST)), compile(m,'f','exec',ast.PyCF_ONLY_AST) is m)
print(ast.dump(compile('f\nf', 'f', 'exec', 0x400), include_attributes=True, indent=' '))
try: compile('1','','exec', 1<<29)
except ValueError as e: print(e)
import asyncio
async def mm():
    c=compile('await __import__("asyncio").sleep(0)\nx=5','f','exec',ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    import inspect
    d={}
    r=eval(c,d); print(inspect.iscoroutine(r), bool(c.co_flags & inspect.CO_COROUTINE)); await r; print(d['x'])
    r=eval(compile('(await __import__("asyncio").sleep(0,7))','f','eval',0x2000)); print(await r)
asyncio.run(mm())
