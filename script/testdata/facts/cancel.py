"""What a cancel does to tasks, and what comes out of them."""
import asyncio

from lib import BEFORE, chain, on_loop, result


async def forever():
    await asyncio.get_running_loop().create_future()


async def outcome_of(t):
    try:
        return repr(await t)
    except BaseException as e:
        return chain(e)


async def main():
    loop = asyncio.get_running_loop()
    with_text = () if BEFORE((3, 9)) else ("why",)

    async def started(coro):
        t = loop.create_task(coro)
        await asyncio.sleep(0)
        return t

    t = await started(forever())
    print("cancel() twice", t.cancel(*with_text), t.cancel(), await outcome_of(t), await outcome_of(t), t.cancelled())

    async def outer(depth):
        if depth:
            await loop.create_task(outer(depth - 1))
        await forever()

    t = await started(outer(2))
    for _ in range(3):
        await asyncio.sleep(0)
    t.cancel(*with_text)
    print("through tasks", await outcome_of(t))

    async def swallows(then):
        try:
            await forever()
        except asyncio.CancelledError as e:
            if then == "return":
                return repr(e)
            if then == "raise":
                raise ValueError("instead")
            if then == "again":
                raise
            await asyncio.sleep(0)
            return "awaited"

    for then in "return", "raise", "again", "await":
        t = await started(swallows(then))
        t.cancel(*with_text)
        print(then, await outcome_of(t), t.cancelled())

    async def parent(child):
        got = await child
        return "parent goes on with " + got

    child = loop.create_task(swallows("return"))
    t = await started(parent(child))
    await asyncio.sleep(0)
    t.cancel()
    print(await result(t))

    f = loop.create_future()
    t = await started(wrap(f))
    f.set_result("value")
    print("woken already:", t.cancel(), await outcome_of(t))
    t = loop.create_task(forever())
    t.cancel()
    print("never started:", await outcome_of(t))

    g = asyncio.gather(loop.create_task(forever()), loop.create_task(swallows("return")))
    await asyncio.sleep(0)
    print("gather", g.cancel(), g.done(), await outcome_of(g), g.cancelled())
    g = asyncio.gather(loop.create_task(forever()), return_exceptions=True)
    await asyncio.sleep(0)
    g.cancel()
    print("gather that returns", await outcome_of(g))
    inner = loop.create_task(forever())
    s = asyncio.shield(inner)
    await asyncio.sleep(0)
    print("shield", s.cancel(), inner.cancelled(), await outcome_of(s))
    s = asyncio.shield(inner)
    inner.cancel(*with_text)
    print("shielded", await outcome_of(s))
    bad = await started(raises_cancel())
    print("by hand", await outcome_of(bad), bad.cancelled())
    if not BEFORE((3, 11)):
        await counts(loop, started)


async def counts(loop, started):
    async def counting():
        me, seen = asyncio.current_task(), []
        for _ in range(2):
            try:
                await forever()
            except asyncio.CancelledError as e:
                seen.append((str(e), me.cancelling()))
        seen.append((me.uncancel(), me.uncancel(), me.uncancel(), me.cancelling()))
        return seen

    t = await started(counting())
    t.cancel("one")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel("two")
    print(await t)

    async def takes_back():
        me = asyncio.current_task()
        me.cancel()
        left = me.uncancel()
        await asyncio.sleep(0)
        return left

    print("taken back:", await outcome_of(loop.create_task(takes_back())))
    t = await started(forever())
    t.cancel()
    print(t.cancelling(), "cancelling" in repr(t), await result(t), t.cancelling())


async def wrap(f):
    return await f


async def raises_cancel():
    raise asyncio.CancelledError("own")


on_loop(main)
