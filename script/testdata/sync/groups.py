import asyncio, sys
async def ok(n, d=0.01):
    await asyncio.sleep(d)
    return n
async def bad(e, d=0.01):
    await asyncio.sleep(d)
    raise e
async def main():
    if sys.version_info < (3, 11):
        print("no groups"); return
    async with asyncio.TaskGroup() as tg:
        t1 = tg.create_task(ok(1)); t2 = tg.create_task(ok(2), name="two")
        print(repr(tg))
    print(t1.result(), t2.result(), t2.get_name(), repr(tg))
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(ValueError("a")))
            tg.create_task(bad(TypeError("b")))
            t = tg.create_task(ok(1, 1))
    except* ValueError as eg:
        print("V", eg.exceptions, eg.message)
    except* TypeError as eg:
        print("T", eg.exceptions)
    print(t.cancelled())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(1, 1))
            raise KeyError("body")
    except ExceptionGroup as eg:
        print(repr(eg), eg.__cause__, repr(eg.__context__), eg.__suppress_context__)
    try:
        tg.create_task(ok(1))
    except RuntimeError as e:
        print(e)
    try:
        await tg.__aenter__()
    except RuntimeError as e:
        print(e)
    tg = asyncio.TaskGroup()
    c = ok(1)
    try:
        tg.create_task(c)
    except RuntimeError as e:
        print(e)
    c.close()
    # nested
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(ok(1, 5))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(bad(ZeroDivisionError("z")))
                inner.create_task(bad(ZeroDivisionError("y"), .02))
    except BaseExceptionGroup as eg:
        print(eg, [str(e) for e in eg.exceptions], [e.exceptions for e in eg.exceptions])
    # cancel the whole
    async def whole():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(1, 5))
            tg.create_task(ok(1, 6))
    t = asyncio.create_task(whole())
    await asyncio.sleep(0.1)
    t.cancel("stop")
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    # child cancelled alone
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(ok(1, 5))
        await asyncio.sleep(0)
        t.cancel()
    print(t.cancelled())
    # errors keep identity, tracebacks
    err = ValueError("same")
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(err))
    except ExceptionGroup as eg:
        print(eg.exceptions[0] is err, err.__traceback__ is not None)
        m, r = eg.split(ValueError)
        print(repr(m), r)
    # KeyboardInterrupt in a child
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(bad(asyncio.CancelledError("by hand")))
        print("fine")
    except BaseException as e:
        print(repr(e))
    # timeout inside
    try:
        async with asyncio.timeout(0.05):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(ok(1, 1))
                tg.create_task(ok(1, 2))
    except TimeoutError as e:
        print("timeout", repr(e), repr(e.__cause__))
    print(asyncio.current_task().cancelling())
asyncio.run(main())
