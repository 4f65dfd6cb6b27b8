"""Tasks: names and numbers, the current one, all of them, dropped ones, eager ones."""
import asyncio
import contextvars
import gc
import weakref

from lib import BEFORE, on_loop, outcome, result


async def steps(n=0, value=None):
    for _ in range(n):
        await asyncio.sleep(0)
    return value


def number():
    # The number that the next task without a name gets.
    t = asyncio.get_running_loop().create_task(steps())
    return int(t.get_name().split("-")[1])


async def used(label, make):
    before = number()
    r = make()
    if r is not None:
        await r
    print("numbers used by %-28s %d" % (label, number() - before - 1))


async def numbers():
    loop = asyncio.get_running_loop()
    await used("create_task", lambda: asyncio.create_task(steps()))
    await used("create_task, named", lambda: asyncio.create_task(steps(), name="n"))
    await used("the loop's, named", lambda: loop.create_task(steps(), name="n"))
    await used("gather of two", lambda: asyncio.gather(steps(), steps()))
    await used("shield", lambda: asyncio.shield(steps()))
    await used("wait_for", lambda: asyncio.wait_for(steps(), 9))
    await used("wait_for without a timeout", lambda: asyncio.wait_for(steps(), None))
    await used("ensure_future of a future", lambda: asyncio.ensure_future(done()))


def done():
    f = asyncio.get_running_loop().create_future()
    f.set_result(None)
    return f


async def whoami():
    loop = asyncio.get_running_loop()
    log = []
    me = asyncio.current_task()
    me.set_name("me")
    loop.call_soon(lambda: log.append(asyncio.current_task()))
    t = asyncio.ensure_future(steps(1))
    t.set_name(7)
    t.add_done_callback(lambda t: log.append((asyncio.current_task(), t in asyncio.all_tasks())))
    print(sorted(x.get_name() for x in asyncio.all_tasks()), asyncio.current_task() is me, repr(t.get_name()))
    await t
    await asyncio.sleep(0)
    print(log, len(asyncio.all_tasks()), asyncio.all_tasks() is not asyncio.all_tasks())
    print(type(asyncio.all_tasks()).__name__, outcome(t.get_loop) == repr(loop))


async def stays():
    try:
        await asyncio.get_running_loop().create_future()
    finally:
        print("  stays: finally")


async def breaks():
    raise ValueError("nobody asks")


async def dropped():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, c: print("  told:", c["message"], repr(c.get("exception")), c.get("task", c.get("future"))._state if hasattr(c.get("task", c.get("future")), "_state") else ""))
    t = loop.create_task(stays())
    ref = weakref.ref(t)
    await asyncio.sleep(0)
    print("held by us", ref() is t)
    del t
    gc.collect()
    print("dropped:", ref())
    t = loop.create_task(breaks())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print("failed")
    del t
    gc.collect()
    t = loop.create_task(breaks())
    await asyncio.wait([t])
    del t
    gc.collect()
    print("after wait")
    t = loop.create_task(breaks())
    await asyncio.gather(t, return_exceptions=True)
    del t
    gc.collect()
    print("after gather")


async def outcomes():
    loop = asyncio.get_running_loop()

    async def cancels_itself(last):
        asyncio.current_task().cancel()
        if last == "awaits":
            await asyncio.sleep(0)
        elif last == "raises":
            raise KeyError("k")
        return "lost"

    for last in "awaits", "raises", "returns":
        t = loop.create_task(cancels_itself(last))
        print(last, await result(t), t.cancelled(), t.done(), t.cancel())
    var = contextvars.ContextVar("v", default=0)

    async def sets():
        var.set(var.get() + 1)
        return var.get()

    print(await loop.create_task(sets()), await loop.create_task(sets()), await sets(), var.get())
    if not BEFORE((3, 11)):
        ctx = contextvars.copy_context()
        print(await loop.create_task(sets(), context=ctx), var.get(), ctx[var])
    made = []

    def factory(loop, coro, **kwargs):
        t = asyncio.Task(coro, loop=loop, **kwargs)
        made.append(sorted(kwargs))
        return t

    loop.set_task_factory(factory)
    a, b = asyncio.create_task(steps()), asyncio.create_task(steps(), name="given")
    print(a.get_name().split("-")[0], b.get_name(), loop.get_task_factory() is factory, made)
    await asyncio.gather(a, b)
    loop.set_task_factory(None)


async def eager():
    loop = asyncio.get_running_loop()
    log = []

    async def work(n):
        t = asyncio.current_task()
        log.append(("begin", n, t in asyncio.all_tasks()))
        for _ in range(n):
            await asyncio.sleep(0)
        log.append(("end", n))
        return n

    loop.set_task_factory(asyncio.eager_task_factory)
    me = asyncio.current_task()
    a = asyncio.create_task(work(0))
    b = asyncio.create_task(work(1))
    print(log, a.done(), b.done(), a in asyncio.all_tasks(), b in asyncio.all_tasks(), asyncio.current_task() is me)
    print(await a, await b, await asyncio.gather(work(0), work(2), work(1)))
    base = loop.passes
    print(await asyncio.gather(work(0), work(0)), loop.passes - base)
    async with asyncio.TaskGroup() as g:
        print(g.create_task(work(0)).done(), repr(g))
    print(repr(asyncio.create_task(breaks(), name="e").exception()))


for main in numbers, whoami, dropped, outcomes:
    print("--", main.__name__)
    on_loop(main)
if not BEFORE((3, 12)):
    print("--", eager.__name__)
    on_loop(eager)
