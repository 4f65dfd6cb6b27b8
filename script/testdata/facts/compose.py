"""gather, wait, wait_for, shield, as_completed, timeout, TaskGroup: results and errors."""
import asyncio

from lib import BEFORE, chain, on_loop


async def value(v, n=0):
    for _ in range(n):
        await asyncio.sleep(0)
    return v


async def fails(e, n=0):
    await value(None, n)
    raise e


async def stubborn(then):
    try:
        await asyncio.sleep(99)
    except asyncio.CancelledError:
        if isinstance(then, BaseException):
            raise then
        return then


async def show(label, aw):
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)
    try:
        text = repr(await aw)
    except BaseException as e:
        text = chain(e)
        if type(e).__name__ == "ExceptionGroup":
            text += " of " + repr(e.exceptions)
    print("%-28s %s" % (label, text))


async def gathers():
    f = asyncio.ensure_future(value("twice"))
    await show("same one twice", asyncio.gather(f, value(1), f))
    await show("fails", asyncio.gather(value(1), fails(KeyError(1)), fails(ValueError(2))))
    await show("returned", asyncio.gather(value(1), fails(KeyError(1)), return_exceptions=True))
    t = asyncio.ensure_future(value(0, 9))
    asyncio.get_running_loop().call_soon(t.cancel)
    await show("cancelled child", asyncio.gather(t, value(1)))
    t = asyncio.ensure_future(value(0, 9))
    asyncio.get_running_loop().call_soon(t.cancel)
    await show("cancelled child, returned", asyncio.gather(t, value(1), return_exceptions=True))
    await show("none", asyncio.gather())


async def waits():
    for when in "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED":
        tasks = [asyncio.ensure_future(c) for c in (value(1, 3), fails(KeyError(1), 2), value(2, 1), asyncio.sleep(5))]
        done, pending = await asyncio.wait(tasks, timeout=9, return_when=when)
        print(when, [t in done for t in tasks], len(pending))
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    t = asyncio.ensure_future(asyncio.sleep(9))
    print([len(s) for s in await asyncio.wait([t], timeout=0.5)], t.done())
    t.cancel()


async def waitings():
    await show("result", asyncio.wait_for(value(3), 9))
    await show("over", asyncio.wait_for(asyncio.sleep(9), 0.5))
    await show("swallows", asyncio.wait_for(stubborn("kept"), 0.5))
    await show("turns it", asyncio.wait_for(stubborn(LookupError("turned")), 0.5))
    await show("fails itself", asyncio.wait_for(fails(KeyError("k")), 0.5))
    await show("zero", asyncio.wait_for(value(1), 0))
    await show("negative, done", asyncio.wait_for(done("d"), -1))
    t = asyncio.ensure_future(asyncio.wait_for(stubborn("in spite"), 9))
    await asyncio.sleep(0.5)
    t.cancel()
    await show("cancelled from outside", t)
    f = asyncio.get_running_loop().create_future()
    t = asyncio.ensure_future(asyncio.wait_for(f, 9))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    f.set_result("ready")
    t.cancel()
    await show("both at once", t)


def done(v):
    f = asyncio.get_running_loop().create_future()
    f.set_result(v)
    return f


async def rest():
    f = done(1)
    print(asyncio.shield(f) is f)
    got = []
    for next_one in asyncio.as_completed([value("slow", 5), value("fast"), fails(KeyError("k"), 2)]):
        try:
            got.append(await next_one)
        except KeyError as e:
            got.append(repr(e))
    print(got)
    got = []
    slow = asyncio.ensure_future(asyncio.sleep(9))
    for next_one in asyncio.as_completed([slow, value("in time")], timeout=0.5):
        try:
            got.append(await next_one)
        except asyncio.TimeoutError as e:
            got.append(repr(e))
    print(got, slow.cancel())
    if not BEFORE((3, 9)):
        print(await asyncio.to_thread(len, "four"))
    if not BEFORE((3, 13)):
        async for t in asyncio.as_completed([value("a", 1), value("b")]):
            print(await t, type(t).__name__)


async def timeouts():
    async def limited(seconds, aw, take=False):
        async with asyncio.timeout(seconds) as t:
            try:
                return await aw
            except asyncio.CancelledError:
                if not take:
                    raise
        return "taken", t.expired()

    await show("in time", limited(9, value(1)))
    await show("over", limited(0.5, asyncio.sleep(9)))
    await show("at once", limited(-1, asyncio.sleep(9)))
    await show("swallowed", limited(0.5, asyncio.sleep(9), take=True))
    await show("another error", limited(0.5, stubborn(LookupError("l"))))
    async with asyncio.timeout(None) as t:
        print(repr(t), t.when(), t.expired())
        t.reschedule(None)
    print(repr(t))
    try:
        async with asyncio.timeout(0.5) as out:
            async with asyncio.timeout(0.7) as t:
                await asyncio.sleep(9)
    except TimeoutError:
        print("outer", out.expired(), t.expired(), asyncio.current_task().cancelling())


async def groups():
    async def group(*coros, body=None):
        async with asyncio.TaskGroup() as g:
            tasks = [g.create_task(c) for c in coros]
            if body:
                await body
        return [t.result() for t in tasks]

    await show("all well", group(value(1, 2), value(2)))
    await show("one fails", group(value(1, 9), fails(KeyError(1), 1)))
    await show("two fail", group(fails(KeyError(1)), fails(ValueError(2)), stubborn(LookupError(3))))
    await show("the body fails", group(value(1), body=fails(OSError("body"))))
    await show("both fail", group(fails(KeyError(1), 2), body=stubborn(OSError("body"))))
    print("cancelling afterwards", asyncio.current_task().cancelling())
    t = asyncio.ensure_future(group(asyncio.sleep(9)))
    await asyncio.sleep(0.5)
    t.cancel("out")
    await show("cancelled from outside", t)
    await show("a child cancels itself", group(value(1, 2), fails(asyncio.CancelledError())))


for part in gathers, waits, waitings, rest:
    print("--", part.__name__)
    on_loop(part)
if not BEFORE((3, 11)):
    for part in timeouts, groups:
        print("--", part.__name__)
        on_loop(part)
