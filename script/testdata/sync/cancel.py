import asyncio, sys
async def f():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
        raise
    finally:
        print("finally")
async def swallow():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "swallowed"
async def replace():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("replaced")
async def main():
    for fn in (f, swallow, replace):
        t = asyncio.create_task(fn())
        await asyncio.sleep(0)
        print(t.cancel(), t.cancelled(), t.done())
        try:
            print(await t)
        except BaseException as e:
            print(repr(e), repr(e.__context__), repr(e.__cause__))
        print(t.cancelled(), t.done(), t.cancel())
    t = asyncio.create_task(f())
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("never ran")
    for fn in (f, swallow):
        try:
            print(await asyncio.wait_for(fn(), 0.1))
        except BaseException as e:
            print(type(e).__name__, e, repr(e.__cause__), repr(e.__context__))
    async def shielded():
        try:
            return await asyncio.shield(inner)
        except asyncio.CancelledError:
            print("outer cancelled; inner done:", inner.done())
            return await inner
    async def work():
        await asyncio.sleep(0.2)
        return "work"
    inner = asyncio.ensure_future(work())
    t = asyncio.create_task(shielded())
    await asyncio.sleep(0.05)
    t.cancel()
    print(await t)
    g = asyncio.gather(f(), f())
    await asyncio.sleep(0)
    print(g.cancel())
    try:
        await g
    except asyncio.CancelledError as e:
        print("gather cancelled")
    r = await asyncio.gather(swallow(), work(), return_exceptions=True) if False else None
    ts = [asyncio.create_task(work()), asyncio.create_task(replace())]
    await asyncio.sleep(0)
    ts[1].cancel()
    print(await asyncio.gather(*ts, return_exceptions=True))
    d, p = await asyncio.wait([asyncio.create_task(work()), asyncio.create_task(f())], return_when=asyncio.FIRST_COMPLETED)
    print(len(d), len(p), d.pop().result())
    for x in p: x.cancel()
    await asyncio.wait(p)
    for bad in ([], ):
        try:
            await asyncio.wait(bad)
        except ValueError as e:
            print(e)
    try:
        await asyncio.wait(work())
    except TypeError as e:
        print(e)
    try:
        await asyncio.wait([asyncio.create_task(work())], return_when="X")
    except ValueError as e:
        print(e)
    if sys.version_info >= (3, 11):
        try:
            async with asyncio.timeout(0.1) as tm:
                await f()
        except TimeoutError as e:
            print(repr(e), repr(e.__cause__), tm.expired(), tm)
        try:
            async with asyncio.timeout(None) as tm:
                tm.reschedule(asyncio.get_running_loop().time() + 0.1)
                print(repr(tm)[:23])
                await f()
        except TimeoutError: print("rescheduled")
        async with asyncio.timeout(1):
            print(await swallow() if False else "x")
        try:
            async with asyncio.timeout(0.1):
                try:
                    await asyncio.sleep(1)
                except asyncio.CancelledError:
                    raise KeyError("k")
        except BaseException as e:
            print(repr(e), repr(e.__context__), repr(e.__context__.__context__))
        try:
            asyncio.Timeout(1).reschedule(3)
        except RuntimeError as e: print(e)
        async with asyncio.timeout(1) as tm: pass
        try:
            tm.reschedule(3)
        except RuntimeError as e: print(e)
        try:
            await tm.__aenter__()
        except RuntimeError as e: print(e)
        print(tm.when() is not None, tm)
    for i, c in enumerate(asyncio.as_completed([work(), asyncio.sleep(0.1, "s"), asyncio.sleep(5)], timeout=1)):
        try:
            print(i, await c)
        except asyncio.TimeoutError as e:
            print(i, "timeout", repr(e))
asyncio.run(main())
