import asyncio
import contextlib
import io
import os
import sys
from contextlib import *
from contextlib import AsyncContextDecorator


def show(label, *values):
    print(label, *values)


def attempt(label, f, *args, **kw):
    try:
        print(label, "->", f(*args, **kw))
    except BaseException as e:
        print(label, "!", type(e).__name__, e, "| cause", repr(e.__cause__), "| ctx", repr(e.__context__))


print(sorted(contextlib.__all__))


@contextmanager
def room(name):
    "A room."
    print("in", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("handled", e)
    finally:
        print("out", name)


with room("a") as x:
    show("got", x)
with room("b"):
    raise ValueError("v")
print("after b")


def lets_through():
    with room("c"):
        raise KeyError("k")


attempt("c", lets_through)
print(room.__name__, room.__doc__, type(room("z")).__name__, room("z").__doc__)


@room("deco")
def work(a, b=2):
    "does work"
    return a + b


print(work(1), work(5, b=6), work.__name__, work.__doc__)


@contextmanager
def never():
    if False:
        yield


attempt("never", never().__enter__)


@contextmanager
def twice():
    yield 1
    yield 2


cm = twice()
cm.__enter__()
attempt("twice", cm.__exit__, None, None, None)


@contextmanager
def swallow_and_yield():
    try:
        yield 1
    except Exception:
        yield 2


cm = swallow_and_yield()
cm.__enter__()
e = OSError("x")
attempt("throw yields", cm.__exit__, OSError, e, None)


@contextmanager
def plain():
    yield


for exc in (StopIteration("s"), RuntimeError("r"), KeyboardInterrupt("ki")):
    def run(exc=exc):
        with plain():
            raise exc
    attempt("plain", run)


@contextmanager
def translating():
    try:
        yield
    except KeyError as e:
        raise LookupError("translated") from e


def run():
    with translating():
        raise KeyError("orig")


attempt("translating", run)


class Thing:
    def close(self):
        print("closed")

    async def aclose(self):
        print("aclosed")


with closing(Thing()) as t:
    print(type(t).__name__)


async def ac():
    async with aclosing(Thing()) as t:
        print("inside", type(t).__name__)
    async with nullcontext(5) as v:
        print("null", v)

asyncio.run(ac())
with nullcontext() as v:
    print("null", v)

buf = io.StringIO()
with redirect_stdout(buf) as target:
    print("hidden")
    print(target is buf)
print(repr(buf.getvalue()))
err = io.StringIO()
with redirect_stderr(err):
    print("oops", file=sys.stderr)
print(repr(err.getvalue()))
r = redirect_stdout(buf)
with r:
    with r:
        print("deep")
    print("less")
print(repr(buf.getvalue()))

with suppress(KeyError, ValueError):
    raise ValueError
print("suppressed")
attempt("not suppressed", lambda: suppress(KeyError).__exit__(OSError, OSError("o"), None))


def group():
    with suppress(ValueError):
        raise ExceptionGroup("g", [ValueError(1), KeyError(2)])


attempt("group", group)
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1), ValueError(2)])
print("whole group gone")
with suppress():
    print("empty suppress")

here = os.getcwd()
with chdir("/"):
    print(os.getcwd())
print(os.getcwd() == here)


# ExitStack
def note(*a, **k):
    print("note", a, k)


with ExitStack() as stack:
    print(stack.enter_context(room("s1")))
    stack.callback(note, 1, x=2)
    stack.push(lambda *d: print("pushed", d[0]))
    print("body")


class Eater:
    def __enter__(self):
        return "eater"

    def __exit__(self, t, v, tb):
        print("eats", t.__name__ if t else None, v)
        return True


def eat():
    with ExitStack() as stack:
        stack.push(lambda *d: print("outer sees", d[0]))
        stack.enter_context(Eater())
        raise OSError("food")
    return "eaten"


attempt("eat", eat)


def replace():
    def bad(*d):
        raise ValueError("from callback")
    with ExitStack() as stack:
        stack.push(bad)
        raise KeyError("body")


attempt("replace", replace)


def chain():
    def fail(exc):
        raise exc
    try:
        raise OSError("outside")
    except OSError:
        with ExitStack() as stack:
            stack.callback(fail, IndexError("first"))
            stack.callback(fail, TypeError("second"))
            stack.callback(fail, ValueError("third"))
            1 / 0


try:
    chain()
except Exception as e:
    while e:
        print("chain", repr(e))
        e = e.__context__

attempt("no cm", lambda: ExitStack().enter_context(3))
attempt("no cm2", lambda: ExitStack().enter_context(Thing()))
stack = ExitStack()
stack.callback(print, "moved")
other = stack.pop_all()
stack.close()
print("closing other")
other.close()


@stack.callback
def decorated():
    print("decorated runs")


print(decorated.__name__)
stack.close()


@asynccontextmanager
async def aroom(name):
    print("ain", name)
    await asyncio.sleep(0)
    try:
        yield name * 2
    except ValueError as e:
        print("ahandled", e)
    finally:
        await asyncio.sleep(0)
        print("aout", name)


@asynccontextmanager
async def anever():
    if False:
        yield


@asynccontextmanager
async def atwice():
    yield 1
    yield 2


async def aattempt(label, coro):
    try:
        print(label, "->", await coro)
    except BaseException as e:
        print(label, "!", type(e).__name__, e)


async def main():
    async with aroom("r") as v:
        print(v)
    async with aroom("q"):
        raise ValueError("inside")

    async def through():
        async with aroom("t"):
            raise KeyError("gone")
    await aattempt("through", through())
    await aattempt("anever", anever().__aenter__())
    cm = atwice()
    await cm.__aenter__()
    await aattempt("atwice", cm.__aexit__(None, None, None))

    @aroom("adeco")
    async def fn(x):
        return x + 1
    print(await fn(41), fn.__name__)

    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(aroom("one")))
        stack.enter_context(room("sync"))
        stack.push_async_callback(asyncio.sleep, 0)

        async def aexit(t, v, tb):
            print("aexit", t)
            return True
        stack.push_async_exit(aexit)
        stack.callback(print, "plain callback")
        raise RuntimeError("all swallowed")
    print("after stack")
    s = AsyncExitStack()
    await s.__aenter__()
    await aattempt("bad", s.enter_async_context(room("n")))
    s.callback(print, "aclose runs me")
    await s.aclose()

    async def cancelled():
        async with aroom("cancel"):
            await asyncio.sleep(10)
    t = asyncio.create_task(cancelled())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    await aattempt("task", t)

    async def stop():
        async with aroom("stop"):
            raise StopAsyncIteration("sai")
    await aattempt("stop", stop())

asyncio.run(main())


class Marker(ContextDecorator):
    def __enter__(self):
        print("mark")
        return self

    def __exit__(self, *e):
        print("unmark", e[0])


@Marker()
def marked():
    return "m"


print(marked(), marked())


class AMarker(AsyncContextDecorator):
    async def __aenter__(self):
        print("amark")

    async def __aexit__(self, *e):
        print("aunmark")


@AMarker()
async def amarked():
    return "am"


print(asyncio.run(amarked()))
print(isinstance(Eater(), AbstractContextManager), isinstance(3, AbstractContextManager),
      isinstance(nullcontext(), AbstractAsyncContextManager))
attempt("abstract", type("Half", (AbstractContextManager,), {}))
