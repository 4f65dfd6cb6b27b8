# Futures, tasks and loops of a program's own classes, contexts, and what is
# reported of failures nobody took.
import asyncio
import contextvars

colour = contextvars.ContextVar("colour", default="none")


class Loud(asyncio.Future):
    def __init__(self, *, loop=None):
        super().__init__(loop=loop)
        self.asked = 0

    def result(self):
        self.asked += 1
        return super().result()


class Named(asyncio.Task):
    def __init__(self, coro, **kw):
        super().__init__(coro, **kw)
        self.tag = "tag"


class Stepping(asyncio.SelectorEventLoop):
    steps = soon = 0

    def _run_once(self):
        self.steps += 1
        super()._run_once()

    def call_soon(self, callback, *args, context=None):
        self.soon += 1
        return super().call_soon(callback, *args, context=context)

    def create_task(self, coro, **kw):
        return Named(coro, loop=self, **kw)


async def paint(name):
    colour.set(name)
    await asyncio.sleep(0)
    return colour.get()


async def fail(text):
    raise ValueError(text)


async def classes():
    loop = asyncio.get_running_loop()
    f = Loud()
    loop.call_soon(f.set_result, 5)
    print(await f, f.asked, type(f).__mro__[1].__name__, f)
    t = asyncio.create_task(paint("red"), name="painter")
    print(type(t).__name__, t.tag, t.get_name(), t in asyncio.all_tasks(), asyncio.isfuture(t))
    print(await t, colour.get(), t.get_context()[colour], t.done())
    print(loop.steps > 3, loop.soon > 3)


async def reports():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, c: print(sorted(c), c["message"].split(" at ")[0], repr(c["exception"])))
    f = loop.create_future()
    f.set_exception(KeyError("dropped"))
    del f
    print("after the future")
    t = asyncio.create_task(fail("task"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del t
    print("after the task")
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


def refused(call, *args):
    try:
        print(call(*args))
    except Exception as e:
        print(type(e).__name__, e)


loop = Stepping()
loop.run_until_complete(classes())
loop.close()
print(loop)
refused(loop.run_forever)
refused(asyncio.run, 42)
refused(asyncio.get_running_loop)
asyncio.run(reports())
ctx = contextvars.copy_context()
print(ctx.run(lambda: (colour.set("blue"), colour.get())[1]), colour.get(), ctx[colour], len(ctx))
with asyncio.Runner() as runner:
    print(runner.run(paint("a")), runner.run(paint("b")))
refused(runner.run, "paint")
refused(runner.get_loop)
