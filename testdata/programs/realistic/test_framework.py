"""Mini test framework and event bus built by hand: decorators registering tests, async fixtures, parametrization, timeouts, reporting; 3.8."""
import asyncio
import collections
import contextlib
import fnmatch
import functools
import inspect
import io
import itertools
import sys
import time
import traceback
import types


class Skip(Exception):
    pass


class Suite:
    def __init__(self, name):
        self.name = name
        self.tests = []
        self.fixtures = {}

    def fixture(self, fn=None, *, scope="test"):
        if fn is None:
            return functools.partial(self.fixture, scope=scope)
        self.fixtures[fn.__name__] = (fn, scope)
        return fn

    def test(self, *params, timeout=1.0, raises=None):
        if len(params) == 1 and callable(params[0]):
            return self.test()(params[0])

        def deco(fn):
            for p in params or [()]:
                p = p if isinstance(p, tuple) else (p,)
                self.tests.append(types.SimpleNamespace(fn=fn, params=p, timeout=timeout, raises=raises, id=fn.__name__ + ("[%s]" % "-".join(map(str, p)) if p else "")))
            return fn
        return deco

    async def _fixture(self, name, stack, cache):
        fn, scope = self.fixtures[name]
        if scope == "suite" and name in cache:
            return cache[name]
        deps = {p: await self._fixture(p, stack, cache) for p in inspect.signature(fn).parameters}
        if inspect.isasyncgenfunction(fn):
            v = await stack.enter_async_context(contextlib.asynccontextmanager(fn)(**deps))
        elif inspect.isgeneratorfunction(fn):
            v = stack.enter_context(contextlib.contextmanager(fn)(**deps))
        elif inspect.iscoroutinefunction(fn):
            v = await fn(**deps)
        else:
            v = fn(**deps)
        if scope == "suite":
            cache[name] = v
        return v

    async def run(self, pattern="*", out=sys.stdout):
        results = collections.Counter()
        cache = {}
        async with contextlib.AsyncExitStack() as suite_stack:
            for n, (fn, scope) in self.fixtures.items():
                if scope == "suite":
                    await self._fixture(n, suite_stack, cache)
            for t in self.tests:
                if not fnmatch.fnmatch(t.id, pattern):
                    results["deselected"] += 1
                    continue
                detail = ""
                buf = io.StringIO()
                try:
                    async with contextlib.AsyncExitStack() as stack:
                        with contextlib.redirect_stdout(buf):
                            names = list(inspect.signature(t.fn).parameters)[len(t.params):]
                            kw = {}
                            for n in names:
                                kw[n] = await self._fixture(n, stack, cache)
                            r = t.fn(*t.params, **kw)
                            if inspect.isawaitable(r):
                                await asyncio.wait_for(r, t.timeout)
                    if t.raises:
                        raise AssertionError("did not raise " + t.raises.__name__)
                    status = "passed"
                except Skip as e:
                    status, detail = "skipped", str(e)
                except asyncio.TimeoutError:
                    status = "timeout"
                except Exception as e:
                    if t.raises and isinstance(e, t.raises):
                        status = "passed"
                    else:
                        status = "failed" if isinstance(e, AssertionError) else "error"
                        tb = traceback.extract_tb(e.__traceback__)[-1]
                        detail = "%s: %s (%s in %s: %s)" % (type(e).__name__, e, tb.lineno > 0, tb.name, tb.line)
                results[status] += 1
                print("%-28s %-8s %s" % (t.id, status, detail), file=out)
                if status not in ("passed", "skipped") and buf.getvalue():
                    print("    captured: %r" % buf.getvalue(), file=out)
        print(self.name, dict(sorted(results.items())), file=out)
        return results["failed"] + results["error"] + results["timeout"]


s = Suite("bus")


class Bus:
    def __init__(self):
        self.subs = collections.defaultdict(list)
        self.tasks = set()

    def on(self, pattern, prio=0):
        def deco(fn):
            self.subs[pattern].append((-prio, next(self._n), fn))
            self.subs[pattern].sort()
            return fn
        return deco
    _n = itertools.count()

    async def emit(self, topic, *a):
        out = []
        for pattern, subs in list(self.subs.items()):
            if fnmatch.fnmatchcase(topic, pattern):
                for _, _, fn in subs:
                    r = fn(topic, *a)
                    out.append(await r if inspect.isawaitable(r) else r)
        return out

    def emit_soon(self, topic, *a):
        t = asyncio.ensure_future(self.emit(topic, *a))
        self.tasks.add(t)
        t.add_done_callback(self.tasks.discard)
        return t

    async def drain(self):
        while self.tasks:
            await asyncio.wait(self.tasks)


@s.fixture(scope="suite")
def log():
    l = []
    yield l
    print("suite log:", l)


@s.fixture
async def bus(log):
    b = Bus()
    log.append("bus up")
    yield b
    await b.drain()
    log.append("bus down")


@s.fixture
async def loaded(bus):
    @bus.on("user.*", 1)
    async def first(topic, *a):
        await asyncio.sleep(0.001)
        return ("first", topic) + a

    @bus.on("user.created")
    def second(topic, *a):
        return "second"

    @bus.on("*", prio=5)
    def audit(topic, *a):
        print("audit", topic)
    return bus


@s.test
async def emits(loaded):
    assert await loaded.emit("user.created", 1) == [("first", "user.created", 1), "second", None]


@s.test("user.x", "order.y", "nothing")
async def topics(topic, loaded):
    r = await loaded.emit(topic)
    assert len(r) == 2, r


@s.test((1, 2, 3), (2, 2, 4), (1, 1, 3))
def adds(a, b, c):
    assert a + b == c, "%d + %d != %d" % (a, b, c)


@s.test(timeout=0.01)
async def hangs(bus):
    print("about to hang")
    await asyncio.Event().wait()


@s.test(raises=ZeroDivisionError)
async def fails_as_planned(bus):
    @bus.on("div")
    def div(topic, n):
        return 1 / n
    await bus.emit("div", 0)


@s.test(raises=KeyError)
def should_raise():
    pass


@s.test
def skips():
    raise Skip("not on mars")


@s.test
async def errors(loaded):
    t = loaded.emit_soon("user.deleted")
    await t
    raise RuntimeError("broken %s" % (t.result()[0][0],))


@s.test
async def background(bus, log):
    got = []

    @bus.on("bg")
    async def bg(topic, n):
        await asyncio.sleep(0.01 * n)
        got.append(n)
    for n in (3, 1, 2):
        bus.emit_soon("bg", n)
    await bus.drain()
    assert got == [1, 2, 3]
    log.append("bg ok")


@s.test
def needs_unknown(nope):
    pass


print(asyncio.run(s.run()))
print(asyncio.run(s.run("add*")))
