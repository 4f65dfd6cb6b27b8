import types
from types import *


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except Exception as e:
        print(label, "!", type(e).__name__, e)


def f(): yield
async def co(): pass
async def ag(): yield
class C:
    def m(self): pass


c = co()
for label, v in [("f", f), ("lambda", lambda: 1), ("gen", f()), ("coro", c), ("agen", ag()), ("method", C().m), ("code", f.__code__),
                 ("builtin", len), ("append", [].append), ("module", types), ("proxy", C.__dict__), ("alias", list[int]), ("union", int | str),
                 ("none", None), ("ellipsis", ...), ("ns", SimpleNamespace())]:
    hits = [n for n in ("FunctionType", "LambdaType", "GeneratorType", "CoroutineType", "AsyncGeneratorType", "MethodType", "CodeType",
                        "BuiltinFunctionType", "ModuleType", "MappingProxyType", "GenericAlias", "UnionType", "NoneType", "EllipsisType",
                        "SimpleNamespace") if isinstance(v, getattr(types, n))]
    print(label, hits)
c.close()
ns = SimpleNamespace(a=1, b="x")
ns.c = [1]
print(ns, ns.a, ns == SimpleNamespace(a=1, b="x", c=[1]), vars(ns))
del ns.b
print(ns)
attempt("ns", lambda: ns.zz)
bound = MethodType(lambda self, x: (self, x), "me")
print(bound(3), bound.__self__)
mod = ModuleType("mymod", "doc")
print(mod.__name__, mod.__doc__)
mod.x = 1
print(mod.x)
p = MappingProxyType({"a": 1})
print(p["a"], len(p), p)
attempt("proxy", lambda: p.__setitem__)
K = new_class("K", (C,), {}, lambda ns: ns.update(v=5))
print(K.v, K.__name__, K.__mro__[1].__name__)


class Meta(type):
    def __new__(m, n, b, ns, **kw):
        print("new", n, kw)
        return super().__new__(m, n, b, ns)


print(type(new_class("L", (), {"metaclass": Meta, "z": 1})).__name__)
print(prepare_class("X", (), {"metaclass": Meta, "q": 2})[0].__name__)
print(resolve_bases((int, C)) == (int, C), resolve_bases((list[int],)))
attempt("conflict", new_class, "Z", (K,), {"metaclass": type("M2", (type,), {})})
class G(list[int]): pass
print(get_original_bases(G), get_original_bases(C))


class D:
    def __init__(self): self._v = 1
    @DynamicClassAttribute
    def v(self):
        "doc"
        return self._v
    @v.setter
    def v(self, x): self._v = x


d = D(); d.v = 8
print(d.v)
attempt("class", lambda: D.v)


@coroutine
def old():
    x = yield 1
    return x


async def use():
    return await old()


u = use()
print(u.send(None))
try:
    u.send(7)
except StopIteration as e:
    print("result", e.value)
print(NoneType() is None, CellType.__name__, TracebackType.__name__, FrameType.__name__, FunctionType.__name__)
