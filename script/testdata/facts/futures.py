"""Callbacks of futures, the protocol of await, and futures of other makes."""
import asyncio
import concurrent.futures
import contextvars

from lib import BEFORE, chain, on_loop, outcome, result

var = contextvars.ContextVar("var", default="none")


class Bare:
    """Just what asyncio asks of a future."""
    _asyncio_future_blocking = False

    def __init__(self, loop):
        self._loop = loop
        self.callbacks = []

    def get_loop(self):
        return self._loop

    def add_done_callback(self, fn, *, context=None):
        self.callbacks.append((fn, context))

    def result(self):
        return "bare"

    def exception(self):
        return None

    def cancelled(self):
        return False

    def done(self):
        return False

    def __await__(self):
        self._asyncio_future_blocking = True
        yield self
        return self.result()


async def main():
    loop = asyncio.get_running_loop()
    log = []
    f = loop.create_future()
    for n in range(3):
        f.add_done_callback(lambda f, n=n: log.append(n))

    def breaks(f):
        raise ValueError("in a callback")

    f.add_done_callback(breaks)
    f.add_done_callback(lambda f: log.append("last"))
    same = log.append
    f.add_done_callback(same)
    f.add_done_callback(same)
    print("removed", f.remove_done_callback(same), f.remove_done_callback(same))
    loop.set_exception_handler(lambda loop, c: log.append(c["message"].split("(")[0] + " " + repr(c["exception"])))
    base = loop.passes
    f.set_result("r")
    f.add_done_callback(lambda f: log.append("late"))
    print("at once", log, f.remove_done_callback(breaks))
    await asyncio.sleep(0)
    print("a pass later", log, loop.passes - base)
    loop.set_exception_handler(None)

    del log[:]
    f = loop.create_future()
    var.set("at add")
    f.add_done_callback(lambda f: log.append(var.get()))
    context = contextvars.copy_context()
    context.run(var.set, "given")
    f.add_done_callback(lambda f: log.append(var.get()), context=context)
    var.set("at set")
    f.set_result(None)
    await asyncio.sleep(0)
    print("contexts", log)

    f = loop.create_future()
    it = f.__await__()
    print("yields itself", next(it) is f, f._asyncio_future_blocking, outcome(next, it))
    f = loop.create_future()
    f.set_result("value")
    try:
        next(f.__await__())
    except StopIteration as e:
        print("done:", e.value)

    bare = Bare(loop)
    print("isfuture", asyncio.isfuture(bare), asyncio.isfuture(Bare), asyncio.isfuture(object()), asyncio.isfuture(f))
    t = loop.create_task(wait_for_it(bare))
    await asyncio.sleep(0)
    (wake, context), = bare.callbacks
    print("one callback, in the task's context:", context is not None)
    loop.call_soon(wake, bare)
    print(await t)

    class Own:
        def __await__(self):
            value = yield from asyncio.sleep(0, "own").__await__()
            return value + "!"

    print(await Own(), await asyncio.ensure_future(Own()), await asyncio.gather(Own(), Own()))

    for e in ValueError("e"), KeyboardInterrupt(), asyncio.CancelledError("c"):
        f = loop.create_future()
        print(type(e).__name__, outcome(f.set_exception, e), f.cancelled(), outcome(f.exception), await result(f))
    f = loop.create_future()
    f.set_exception(LookupError)
    print(repr(f.exception()))
    if not BEFORE((3, 13)):
        f = loop.create_future()
        f.set_exception(StopIteration("s"))
        print(chain(f.exception()))
    f = loop.create_future()
    g = asyncio.wrap_future(f)
    print("wrap_future of one of ours", g is f)
    outside = concurrent.futures.Future()
    print(asyncio.wrap_future(outside), [c.__qualname__ for c in outside._done_callbacks])
    print("loops", f.get_loop() is loop, loop.create_future().get_loop() is loop)
    f.cancel()
    if not BEFORE((3, 9)):
        f = loop.create_future()
        f.cancel("why")
        print(await result(f), outcome(f.result), outcome(f.exception))


async def wait_for_it(f):
    return "got " + await f


on_loop(main)
