import asyncio, concurrent.futures as cf, threading, time
def raiser(e): raise e
async def araise(e): raise e
async def main():
    loop = asyncio.get_running_loop()
    for e in (TimeoutError("b"), cf.TimeoutError("c"), asyncio.TimeoutError("a"), cf.CancelledError("cc"), asyncio.CancelledError("ac"), cf.InvalidStateError("ci"), asyncio.InvalidStateError("ai"), OSError(5, "x")):
        try: await loop.run_in_executor(None, raiser, e)
        except BaseException as x: print("exec", type(e), "->", type(x), x.args, x is e)
        f = asyncio.run_coroutine_threadsafe(araise(e), loop)
        def look():
            try: return repr(f.exception(2)), f.exception(2) is e, type(f.exception(2))
            except BaseException as x: return "raised", type(x), x.args
        print("rct", type(e), await loop.run_in_executor(None, look))
    def waits():
        f = asyncio.run_coroutine_threadsafe(asyncio.sleep(5), loop)
        try: f.result(0.1)
        except Exception as e: print(type(e), isinstance(e, TimeoutError), isinstance(e, asyncio.TimeoutError), repr(e), f.cancel())
    await loop.run_in_executor(None, waits)
    print(asyncio.TimeoutError, cf.TimeoutError is asyncio.TimeoutError, TimeoutError is asyncio.TimeoutError)
    try: await asyncio.wait_for(loop.run_in_executor(None, time.sleep, 0.3), 0.1)
    except Exception as e: print(type(e))
asyncio.run(main())
ev = threading.Event(); b = threading.Barrier(1); s = threading.Semaphore(2)
print(str(ev)[:23], str(b)[:25], str(s)[:27])
f = cf.Future()
for g in (lambda: f.result(0.01), lambda: f.exception(0), lambda: list(cf.as_completed([f], 0.01)), lambda: cf.wait([f], 0.01).done):
    try: print(g())
    except cf.TimeoutError as e: print(type(e).__name__, e)
f.result(timeout=0.5)
