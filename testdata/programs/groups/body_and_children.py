# python: 3.11
import asyncio, sys
async def job(n, d, exc=None):
    try:
        await asyncio.sleep(d)
        if exc: raise exc
        return n
    except asyncio.CancelledError as e:
        print("  cancelled", n, e.args); raise
def show(e, d=1):
    print("  " * d + repr(e), "ctx", repr(e.__context__), "cause", repr(e.__cause__))
    if hasattr(e, "exceptions"):
        for x in e.exceptions: show(x, d + 1)
async def s1():
    tg = asyncio.TaskGroup(); print(repr(tg))
    c = job(1, 1)
    try: tg.create_task(c)
    except RuntimeError as e: print(e)
    c.close()
    async with tg: print(repr(tg)); t = tg.create_task(job(1, 1), name="nm"); print(repr(tg), t.get_name())
    print(repr(tg), t.result())
    c = job(2, 1)
    try: tg.create_task(c)
    except RuntimeError as e: print(e)
    c.close()
    try:
        async with tg: pass
    except RuntimeError as e: print(e)
async def s2():
    async with asyncio.TaskGroup() as tg:
        async def spawn(n):
            await asyncio.sleep(0.1)
            if n: tg.create_task(spawn(n - 1))
            print("spawn", n)
        tg.create_task(spawn(3))
    print("all")
async def s3():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job("a", 5)); tg.create_task(job("b", 1, ValueError("b")))
            try: await asyncio.sleep(10)
            except asyncio.CancelledError as e:
                print("body cancelled", e.args, asyncio.current_task().cancelling())
                c = job("late", 1)
                try: tg.create_task(c)
                except RuntimeError as e: print(e)
                c.close()
                print(repr(tg))
                raise
    except* ValueError as eg: show(eg)
    print(asyncio.current_task().cancelling())
async def s4():
    async def inner():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job("x", 5)); await asyncio.sleep(5)
    t = asyncio.create_task(inner()); await asyncio.sleep(0.1); t.cancel("msg")
    try: await t
    except asyncio.CancelledError as e: print("outer", e.args, t.cancelled(), t.cancelling(), repr(t).replace(__file__, "here.py"))
async def s5():
    async def inner():
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(job("x", 1, KeyError("x")))
                asyncio.get_running_loop().call_later(1, asyncio.current_task().cancel)
                await asyncio.sleep(5)
        except BaseException as e: show(e); print(asyncio.current_task().cancelling()); raise
    t = asyncio.create_task(inner())
    try: await t
    except BaseException as e: print(type(e), t.cancelling())
async def s6():
    async def bad(): raise SystemExit(5)
    async def ki(): raise KeyboardInterrupt
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job("q", 3)); 
            async def inner(): raise GeneratorExit("ge")
            tg.create_task(inner())
    except BaseException as e: show(e)
async def s7():
    try:
        async with asyncio.timeout(1):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(job("t1", 2)); tg.create_task(job("t2", 0.5))
    except TimeoutError as e: show(e)
    try:
        async with asyncio.TaskGroup() as tg:
            async def tmo():
                async with asyncio.timeout(0.5): await asyncio.sleep(1)
            tg.create_task(tmo()); tg.create_task(job("u", 2))
    except* TimeoutError as e: show(e)
async def s8():
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(job("c", 1)); await asyncio.sleep(0); t.cancel(); await asyncio.sleep(0); print(t.cancelled())
    print("ok despite cancel")
    async with asyncio.TaskGroup() as tg:
        async def selfc(): asyncio.current_task().cancel(); await asyncio.sleep(0)
        t = tg.create_task(selfc())
    print(t.cancelled())
    try:
        async with asyncio.TaskGroup() as tg:
            async def rc(): raise asyncio.CancelledError("own")
            t = tg.create_task(rc())
    except BaseException as e: show(e)
    print(t.cancelled())
async def s9():
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job("z", 1, ValueError("z")))
            raise IndexError("body")
    except BaseException as e: show(e)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job("z", 1, ValueError("z")))
            raise asyncio.CancelledError("fake")
    except BaseException as e: show(e)
    try:
        async with asyncio.TaskGroup() as outer:
            async with asyncio.TaskGroup() as inner:
                inner.create_task(job("i", 1, OSError("i"))); outer.create_task(job("o", 2))
    except* OSError as e: show(e)
async def s10():
    t = asyncio.current_task()
    t.cancel("pre")
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(job("p", 1)); 
    except asyncio.CancelledError as e: print("ce", e.args, t.cancelling(), t.uncancel())
    try:
        async with asyncio.TaskGroup() as tg:
            async def fails(): raise ValueError("f")
            tg.create_task(fails())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
    except* ValueError as e: show(e)
    print(t.cancelling())
async def s11():
    t = asyncio.current_task()
    async def clean():
        try: await asyncio.sleep(10)
        finally:
            print("clean start")
            await asyncio.sleep(1)
            raise RuntimeError("cleanup")
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(clean()); tg.create_task(job("f", 1, TypeError("f")))
    except BaseException as e: show(e)
    print(round(asyncio.get_running_loop().time(), 2) > 0, t.cancelling())
    try:
        async with asyncio.TaskGroup() as tg: 
            r = [tg.create_task(job(i, 0.1 * i)) for i in range(3)]
            x = await r[2]; print("x", x)
            g = await asyncio.gather(*r); print(g)
    finally: print([q.result() for q in r])
    try: tg.create_task(5)
    except Exception as e: print(type(e), e)
    async with asyncio.TaskGroup() as tg:
        try: tg.create_task(5)
        except Exception as e: print(type(e), e)
async def main():
    for s in (s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11):
        print("#", s.__name__)
        try: await s()
        except BaseException as e: print("ESC"); show(e)
asyncio.run(main())
