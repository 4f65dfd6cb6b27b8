import asyncio
import io
import os.path
import re
import sys
import unittest
from unittest import mock
from unittest.mock import ANY, AsyncMock, DEFAULT, MagicMock, Mock, NonCallableMock, PropertyMock, call, create_autospec, mock_open, patch, seal, sentinel


def shown(value):
    return re.sub(r"id='\d+'", "id='N'", re.sub(r"0x[0-9a-f]+", "0x", value if isinstance(value, str) else repr(value)))


def attempt(f, *args, **kw):
    try:
        print("->", shown(f(*args, **kw)))
    except BaseException as e:
        print("!", type(e).__name__, shown(str(e)))


m = Mock()
print(shown(m), shown(m.a.b), shown(m()), shown(m.x(1).y), shown(Mock(name="n").c))
m = Mock(return_value=3)
print(m(1, a=2), m.called, m.call_count, m.call_args, m.call_args_list, m.call_args.args, m.call_args.kwargs)
attempt(m.assert_called_with, 1); attempt(m.assert_called_with, 1, a=2); attempt(m.assert_called_once)
m(ANY)
for f in m.assert_called_once, m.assert_not_called: attempt(f)
attempt(m.assert_called_once_with, 1); attempt(m.assert_any_call, 4); attempt(m.assert_any_call, 1, a=ANY)
attempt(Mock().assert_called); attempt(Mock().assert_called_with, 1); attempt(Mock(name="k").assert_called_once)
m = Mock()
m.a.b(1); m.c().d(2, x=[3]); m.a(4)
print(m.mock_calls, m.method_calls, m.a.mock_calls, m.c.mock_calls)
attempt(m.assert_has_calls, [call.a.b(1), call.c()]); attempt(m.assert_has_calls, [call.a.b(2)]); attempt(m.assert_has_calls, [call.a(4), call.a.b(1)], any_order=True)
attempt(m.assert_has_calls, [call.z()], any_order=True)
print(m.mock_calls == [call.a.b(1), call.c(), call.c().d(2, x=[3]), call.a(4)], call.a(1).b(2).call_list(), call, call.foo, call(1, b=2), call.x.y(3))
print(call(1) == call(1), call(1) == call(2), call(1, 2) == ((1, 2),), call.a(1) == ("a", (1,)), call(ANY) == call(5), call() == (), tuple(call(1, a=2)), call.a(1)[0])
for effect in ValueError("no"), KeyError, [1, ValueError("two"), 3], lambda *a: a, lambda *a: DEFAULT:
    m = Mock(side_effect=effect, return_value="rv")
    for i in range(4): attempt(m, i)
m = Mock(**{"a.return_value": 1, "b.side_effect": KeyError, "c.d.e": 5})
print(m.a(), m.c.d.e); attempt(m.b)
m.reset_mock(); print(m.mock_calls, m.a.called, m.a())
attempt(lambda: Mock().assert_foo); attempt(lambda: Mock().called_with); attempt(lambda: Mock(unsafe=True).assert_foo); attempt(lambda: Mock().__foo__)


class Thing:
    """A thing."""
    attr = 3
    def __init__(self, a, b=2): pass
    def method(self, x, *, y=1): pass
    async def coro(self, z): pass
    @staticmethod
    def static(q): pass
    @classmethod
    def klass(cls, q): pass
    @property
    def prop(self): pass


m = Mock(spec=Thing)
print(shown(m), isinstance(m, Thing), shown(m.method), type(m.coro).__name__, m.__class__)
attempt(lambda: m.gone); m.new = 1
m = Mock(spec_set=Thing); print(shown(m))
attempt(setattr, m, "new", 1); attempt(setattr, m, "attr", 4)
m = Mock(spec=["a"]); attempt(lambda: m.a); attempt(lambda: m.b)
m = Mock(wraps=Thing(1)); attempt(lambda: m.method(1)); print(m.method.mock_calls); m.method.return_value = 7; print(m.method())
m = Mock(wraps=len); print(m([1, 2]), m.mock_calls)
m = Mock(); del m.a; attempt(lambda: m.a); print(hasattr(m, "a"), hasattr(m, "b"))
parent, child = Mock(), Mock(); parent.attach_mock(child, "kid"); child(1); print(parent.mock_calls)
parent = Mock(); parent.kid = Mock(); parent.kid(2); parent.ret = Mock(name="named"); parent.ret(3); print(parent.mock_calls)

m = MagicMock()
print(len(m), bool(m), int(m), float(m), list(m), 1 in m, shown(m[1]), shown(m + 1), m == m, m == 1, m != 1, complex(m), hash(m) == hash(m))
with m as entered: print(shown(entered))
print(shown(m.mock_calls), shown(str(MagicMock(name="s"))))
m.__len__.return_value = 5; m.__getitem__.side_effect = lambda k: k * 2; m.__iter__.return_value = [1, 2]; m.__enter__.return_value = "in"
print(len(m), m[4], list(m), list(m)); m.__contains__.return_value = True; print(3 in m); m.__str__.return_value = "text"; print(str(m))
m.__eq__.return_value = True; print(m == 3)
attempt(lambda: m < 3); attempt(lambda: len(Mock())); n = Mock(); n.__len__ = Mock(return_value=2); print(len(n)); n.__str__ = lambda self: "via lambda"; print(str(n))
attempt(lambda: len(MagicMock(spec=Thing))); attempt(NonCallableMock()); attempt(setattr, m, "__init__", 1)
attempt(lambda: MagicMock(spec=MagicMock()))
print(sentinel.a, sentinel.a is sentinel.a, DEFAULT, ANY, ANY == 3, [ANY] == [1])

f = create_autospec(Thing)
attempt(f); attempt(f, 1); attempt(f, 1, 2, 3); i = f(1); attempt(i.method, 1); attempt(i.method); attempt(i.method, 1, 2); attempt(lambda: i.gone); attempt(i.static, 1); attempt(i.klass); attempt(i)
print(f.mock_calls, isinstance(i, Thing), shown(i.attr)[:12])
i.method.assert_called_with(x=1); attempt(i.method.assert_called_with, 2); attempt(f.method, 1)
def func(a, b=1):
    "Does it."
f = create_autospec(func, return_value=9)
print(f(1), f.__name__, f.__doc__, f.mock_calls); attempt(f); attempt(f, 1, c=2); f.assert_called_once_with(1); attempt(f.assert_called_with, 3); f.return_value = 8; print(f(2)); attempt(f.assert_called_once)
async def afunc(a): pass
f = create_autospec(afunc); print(asyncio.iscoroutinefunction(f)); attempt(lambda: asyncio.run(f())); attempt(lambda: asyncio.run(f(1))); f.assert_awaited_once_with(1)
i = create_autospec(Thing(1)); attempt(i.method); attempt(i); i = create_autospec(Thing, instance=True); attempt(i.method, 1); attempt(i)

with patch("os.path.exists", return_value=True) as e: print(os.path.exists("/nowhere"), e.mock_calls)
print(os.path.exists("/nowhere"))
@patch("os.path.isdir")
@patch.object(Thing, "method", return_value=4)
def decorated(self, method, isdir, k=0):
    "Doc."
    print(method is Thing.method, os.path.isdir is isdir, Thing(1).method(5), method.mock_calls, k)
decorated(1, k=2); print(decorated.__name__, decorated.__doc__)
with patch.object(Thing, "method", autospec=True) as me:
    t = Thing(1); t.method(1); me.assert_called_once_with(t, 1); attempt(t.method)
with patch.object(Thing, "attr", 5): print(Thing.attr)
with patch.object(Thing, "attr", new_callable=PropertyMock) as p:
    p.return_value = 6; t = Thing(1); print(t.attr); t.attr = 3; print(p.mock_calls)
print(Thing.attr)
attempt(lambda: patch.object(Thing, "gone").start()); attempt(patch, "nodots"); attempt(lambda: patch.object(Thing, "x", 1, create=True).start()); print(Thing.x); patch.stopall(); print(hasattr(Thing, "x"))
attempt(lambda: patch("os.gone.x").start()); attempt(patch.object, "os", "x"); attempt(patch.object, Thing, "attr", 1, new_callable=Mock); attempt(lambda: patch("os.path.isdir", 1, foo=2).start()); attempt(patch.multiple, Thing)
d = {"a": 1, "b": 2}
with patch.dict(d, {"a": 3}, c=4): print(d)
print(d)
with patch.dict(d, clear=True): print(d)
@patch.dict(d, z=1)
def f(): print(d)
f(); print(d)
with patch.multiple(Thing, attr=DEFAULT, method=1) as values: print(shown(values), Thing.method)
@patch.multiple(Thing, attr=DEFAULT)
def g(attr): print(shown(attr), attr is Thing.attr)
g()
with patch("sys.stdout", new_callable=io.StringIO) as out: print("hidden")
print(repr(out.getvalue()))
with patch.object(Thing, "coro") as c: print(type(c).__name__)
with patch(f"{__name__}.Thing") as T: T.return_value.method.return_value = 11; print(Thing(1).method(), shown(Thing))
with patch(f"{__name__}.Thing", spec=True) as T: print(shown(T), shown(T())); attempt(lambda: T().gone)


@patch("os.path.isfile", return_value="patched")
class Tests(unittest.TestCase):
    def setUp(self): p = patch.object(Thing, "attr", 50); p.start(); self.addCleanup(p.stop)
    def test_one(self, isfile): print(os.path.isfile("x"), isfile.call_count, Thing.attr)
    def other(self): return os.path.isfile("/nowhere")
    def test_two(self, isfile): self.assertEqual(Mock(name="me")(1), ANY); print(self.other())
result = unittest.TestResult(); unittest.defaultTestLoader.loadTestsFromTestCase(Tests).run(result); print(result.testsRun, result.errors, result.failures, Thing.attr)


async def main():
    a = AsyncMock(return_value=3)
    print(shown(a), asyncio.iscoroutinefunction(a), await a(1), a.await_count, a.await_args, a.await_args_list, a.mock_calls)
    a.assert_awaited(); a.assert_awaited_once(); a.assert_awaited_once_with(1); a.assert_awaited_with(1); a.assert_any_await(1); a.assert_has_awaits([call(1)])
    await a(2)
    for check in a.assert_awaited_once, a.assert_not_awaited: attempt(check)
    attempt(a.assert_awaited_with, 5); attempt(a.assert_awaited_once_with, 1); attempt(a.assert_any_await, 7); attempt(a.assert_has_awaits, [call(9)]); attempt(a.assert_has_awaits, [call(9)], any_order=True)
    b = AsyncMock(); attempt(b.assert_awaited); attempt(b.assert_awaited_once); attempt(b.assert_awaited_with, 1)
    c = b(4); print(b.call_count, b.await_count); await c; print(b.await_count); print(shown(await b.x()), type(b.x).__name__)
    for effect in ValueError("bad"), [1, KeyError("k")], lambda x: x + 1:
        s = AsyncMock(side_effect=effect)
        for i in range(3):
            try: print(await s(i))
            except Exception as e: print(type(e).__name__, e)
    async def double(x): return x * 2
    print(await AsyncMock(side_effect=double)(4), await AsyncMock(wraps=double)(5))
    m = MagicMock()
    async with m as v: print(type(v).__name__)
    m.__aiter__.return_value = [1, 2]
    print([x async for x in m], [x async for x in AsyncMock()])
    t = Mock(spec=Thing); print(type(t.coro).__name__, type(t.method).__name__); await t.coro(1); t.coro.assert_awaited_once_with(1)
    t = AsyncMock(Thing); print(type(t.coro).__name__, type(t.method).__name__)
    f = MagicMock(spec=double); print(type(f).__name__, asyncio.iscoroutinefunction(f))
    b.reset_mock(); print(b.await_count, b.mock_calls)
    @patch("os.path.isdir")
    async def deco(isdir): print(os.path.isdir is isdir)
    await deco()
asyncio.run(main())

o = mock_open(read_data="a\nb\nc")
with patch("builtins.open", o):
    with open("f") as f: print(f.read(), repr(f.read()))
    with open("f") as f: print(f.readline(), list(f))
    with open("f", "w") as f: f.write("x")
    for line in open("g"): print(repr(line))
    print(open("g").readlines())
print(o.mock_calls[:4]); o.assert_called_with("g"); o().write.assert_called_once_with("x")
m = Mock(); m.a.b = 1; seal(m); attempt(lambda: m.c); attempt(lambda: m.a.z); attempt(m); attempt(setattr, m, "q", 1)
print(sorted(n for n in dir(Mock(spec=["foo"])) if "assert" not in n))
th = mock.ThreadingMock(); th(1); th.wait_until_called(timeout=1); th.wait_until_any_call_with(1); attempt(mock.ThreadingMock(timeout=0.01).wait_until_called)
class Sub(MagicMock):
    def extra(self): return 1
s = Sub(); print(s.extra(), shown(s), shown(s.child), type(s.child).__name__)
