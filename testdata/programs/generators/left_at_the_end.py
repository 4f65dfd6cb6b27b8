import asyncio, sys, gc
async def g(name, n=5):
    try:
        for i in range(n):
            yield (name, i)
            await asyncio.sleep(0.1)
    except GeneratorExit:
        print(name, "genexit"); raise
    except asyncio.CancelledError:
        print(name, "cancelled"); raise
    finally:
        print(name, "finally")
        try:
            await asyncio.sleep(0.05); print(name, "clean done")
        except BaseException as e:
            print(name, "cleanup", type(e).__name__); raise
async def bad():
    try:
        yield 1
    finally:
        raise RuntimeError("in finally")
async def yielding():
    try:
        yield 1
    finally:
        yield 2
keep = []
async def breaker():
    async for x in g("broken"):
        print(x)
        if x[1] == 1: break
    print("after break")
    await asyncio.sleep(0.2)
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print("HANDLER", c["message"], repr(c.get("exception")), sorted(k for k in c)))
    await breaker()
    a = g("kept"); keep.append(a); print(await a.__anext__())
    if sys.argv[1:]:
        b = bad(); keep.append(b); print(await b.asend(None))
    c = g("closed"); await c.__anext__(); await c.aclose()
    try: await c.__anext__()
    except StopAsyncIteration: print("SAI")
    d = g("thrown"); await d.__anext__()
    try: await d.athrow(ValueError("thrown in"))
    except ValueError as e: print("out", e)
    e = g("twice"); await e.__anext__()
    t1 = asyncio.create_task(e.__anext__().__await__() and e.asend(None)) if 0 else asyncio.ensure_future(e.__anext__())
    await asyncio.sleep(0)
    try: await e.__anext__()
    except RuntimeError as ex: print("RT", ex)
    try: await e.aclose()
    except RuntimeError as ex: print("RT", ex)
    print(await t1)
    await e.aclose()
    u = g("never started"); print(u.ag_running, u.ag_frame is not None, u.ag_await, u.__name__, u.__qualname__, u.ag_code.co_name)
    await u.aclose()
    print(u.ag_frame)
    try: await u.asend(5)
    except StopAsyncIteration: print("SAI2")
    z = g("first send")
    try: await z.asend(3)
    except TypeError as ex: print(ex)
    s = z.asend(None); print(type(s).__name__)
    await s
    try: await s
    except RuntimeError as ex: print(ex)
    try: s.send(None)
    except RuntimeError as ex: print(ex)
    await z.aclose()
    r = z.aclose(); await r
    try: await r
    except RuntimeError as ex: print(ex)
    it = g("in task")
    async def consume():
        async for i in it: print(i)
    t = asyncio.create_task(consume()); await asyncio.sleep(0.15); t.cancel()
    try: await t
    except asyncio.CancelledError: print("consume cancelled")
    c = d = e = u = z = it = s = r = t = t1 = None
    print("main end")
asyncio.run(main())
print("run over"); keep.clear(); gc.collect()
# without shutdown
loop = asyncio.new_event_loop()
async def m2():
    a = g("loop2"); keep.append(a); print(await a.__anext__())
loop.run_until_complete(m2())
loop.run_until_complete(loop.shutdown_asyncgens())
async def m3():
    a = g("late"); print(await a.__anext__()); 
loop.run_until_complete(m3())
print("between")
loop.run_until_complete(asyncio.sleep(0.3))
async def m4():
    a = g("left"); keep.append(a); print(await a.__anext__())
loop.run_until_complete(m4())
loop.close()
keep.clear()
print("end")
