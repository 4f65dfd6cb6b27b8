"""What an exception that is raised while a loop ends, or a cancelled task cleans up, has as its context."""
import asyncio
def chain(e):
    c = []
    while e is not None:
        c.append(repr(e)); e = e.__cause__ or e.__context__
    return c
async def w(n):
    try:
        try: await asyncio.sleep(1)
        finally:
            if n == 0: await asyncio.wait_for(asyncio.Event().wait(), 0.1)
            if n == 1: await asyncio.wait_for(asyncio.sleep(1), 0.1)
            if n == 2: await asyncio.wait_for(asyncio.get_running_loop().create_future(), 0.1)
            if n == 3: await asyncio.wait_for(asyncio.get_running_loop().create_future(), 0)
            if n == 4: await asyncio.wait_for(asyncio.ensure_future(asyncio.sleep(1)), 0)
            if n == 5: await asyncio.wait_for(asyncio.ensure_future(asyncio.sleep(1)), 0.1)
            if n == 6: await asyncio.wait_for(asyncio.sleep(1), 0)
            if n == 7 and hasattr(asyncio, 'timeout'):
                async with asyncio.timeout(0.1): await asyncio.sleep(1)
            if n == 8 and hasattr(asyncio, 'timeout'):
                async with asyncio.timeout(0.0): await asyncio.sleep(1)
            if n == 9 and hasattr(asyncio, 'timeout'):
                async with asyncio.timeout(0.0): await asyncio.sleep(0)
            if n == 10:
                t = asyncio.ensure_future(asyncio.sleep(1))
                try:
                    for f in asyncio.as_completed([t], timeout=0.1): await f
                finally: t.cancel()
            if n == 11: await asyncio.wait_for(asyncio.Queue().get(), 0.1)
            if n == 12: await asyncio.wait_for(asyncio.Semaphore(0).acquire(), 0.1)
            if n == 14: await asyncio.gather(asyncio.wait_for(asyncio.sleep(1), 0.1))
            if n == 15: await asyncio.shield(asyncio.wait_for(asyncio.sleep(1), 0.1))
            if n == 16:
                t = asyncio.ensure_future(asyncio.sleep(1)); asyncio.get_running_loop().call_soon(t.cancel); await t
            if n == 17:
                t = asyncio.ensure_future(asyncio.sleep(0)); asyncio.get_running_loop().call_soon(t.cancel); await t
    except BaseException as e:
        print(n, chain(e))
        raise
for n in range(18):
    async def main():
        global t
        t = asyncio.create_task(w(n))
        await asyncio.sleep(0)
        raise KeyError(n)
    try: asyncio.run(main())
    except BaseException as e: print("main", repr(e), repr(e.__context__))
    try: t.exception()
    except BaseException as e: print("t", repr(e), repr(e.__context__))
    async def main():
        global t
        t = asyncio.create_task(w(n))
        await asyncio.sleep(0)
        t.cancel()
        try: await t
        except BaseException as e: print("main2", chain(e))
    asyncio.run(main())
