import asyncio
import functools
import inspect
import types


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


def plain(a, b=2, *c, d, e=5, **f): "doc"
def pos(a, b=1, /, c=2, *, d: int = 3) -> str: pass
def gen(): yield
async def co(x=1): await asyncio.sleep(0)
async def ag(): yield
class K:
    "class doc"
    def __init__(self, x, y=1): pass
    def m(self, q): "m doc"
    @classmethod
    def cm(cls, z): pass
    @staticmethod
    def sm(w): pass
    async def am(self): pass
    def __call__(self, k, *a): pass
class Sub(K): pass
c = co(); g = gen(); a = ag()
things = dict(plain=plain, gen=gen, co=co, ag=ag, c=c, g=g, a=a, K=K, bound=K(1).m, am=K(1).am, len=len, mod=inspect, part=functools.partial(co), lam=lambda: 1, code=plain.__code__, prop=property(), int=3)
preds = [n for n in "isfunction ismethod isclass ismodule isbuiltin isroutine isgenerator isgeneratorfunction iscoroutine iscoroutinefunction isasyncgen isasyncgenfunction isawaitable isabstract iscode isdatadescriptor ismethoddescriptor".split()]
for n, v in things.items(): print(n, [p for p in preds if getattr(inspect, p)(v)])
for f in (plain, pos, gen, co, K, K(1).m, K.m, K.cm, K.sm, Sub, K(1), lambda: 0, functools.partial(plain, 1), functools.partial(pos, 5, c=9), object): attempt("sig", inspect.signature, f)
sig = inspect.signature(pos)
print([(p.name, str(p.kind), p.kind.description, p.default is inspect.Parameter.empty, p.annotation) for p in sig.parameters.values()], sig.return_annotation, repr(sig), repr(sig.parameters["d"]))
ps = inspect.signature(plain); b = ps.bind(1, 2, 3, 4, d=5, z=6); print(b, b.args, b.kwargs, b.arguments)
b = ps.bind(1, d=1); b.apply_defaults(); print(b.arguments)
attempt("bind", ps.bind); attempt("bind", ps.bind, 1); attempt("bind", ps.bind, 1, a=2, d=1); attempt("bind", inspect.signature(pos).bind, 1, 2, 3, 4); attempt("bind", inspect.signature(pos).bind, 1, zz=4); print(ps.bind_partial(b=1))
attempt("sig", inspect.signature, 3)
@functools.wraps(plain)
def wrapped(*args): pass
print(inspect.signature(wrapped), inspect.unwrap(wrapped) is plain, inspect.getdoc(plain), inspect.getdoc(Sub), inspect.getdoc(K.m), repr(inspect.cleandoc("  a\n    b\n      c\n  ")))
print(inspect.getcoroutinestate(c), inspect.getgeneratorstate(g), inspect.getcoroutinelocals(c)); next(g); print(inspect.getgeneratorstate(g)); c.close(); g.close(); print(inspect.getcoroutinestate(c), inspect.getgeneratorstate(g))
print([n for n, _ in inspect.getmembers(K, inspect.isfunction)], inspect.getmro(Sub)[1].__name__, inspect.getmodule(K).__name__)
def here(): return inspect.currentframe().f_code.co_name, inspect.stack()[0].function, inspect.stack()[1].function
print(here(), inspect.getfile(plain), inspect.get_annotations(pos))
fut = asyncio.new_event_loop().create_future(); print(inspect.isawaitable(fut), inspect.isawaitable(3))
@inspect.markcoroutinefunction
def marked(): pass
print(inspect.iscoroutinefunction(marked), sorted(inspect.getcallargs(pos, 1, d=4).items()), inspect.signature(pos) == inspect.signature(pos), inspect.signature(pos).replace(return_annotation=int))
