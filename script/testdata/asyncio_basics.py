import asyncio
async def w(n, d):
    try:
        await asyncio.sleep(d)
        print("done", n)
        return n
    except asyncio.CancelledError as e:
        print("cancelled", n, e.args)
        raise
async def main():
    print(await asyncio.gather(w(1, .2), w(2, .1)))
    t = asyncio.create_task(w(3, 10), name="T")
    await asyncio.sleep(0.1)
    t.cancel("why")
    try: await t
    except asyncio.CancelledError as e: print("C", e.args, t.cancelled())
    try: await asyncio.wait_for(w(4, 5), 0.1)
    except asyncio.TimeoutError as e: print("TO", repr(e), repr(e.__cause__))
    try:
        async with asyncio.timeout(0.05): await asyncio.sleep(3)
    except TimeoutError: print("to2")
    d, p = await asyncio.wait([asyncio.create_task(w(5, .1)), asyncio.create_task(w(6, 1))], return_when=asyncio.FIRST_COMPLETED)
    print(len(d), len(p))
    async def bad(): raise ValueError("x")
    print(await asyncio.gather(bad(), w(7, 0.01), return_exceptions=True))
    s = asyncio.shield(w(8, .1))
    print(await s)
    async def ag():
        try:
            for i in range(5):
                await asyncio.sleep(0)
                yield i
        finally: print("ag closed")
    g = ag()
    async for x in g:
        if x == 2: break
    await g.aclose()
    fut = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(fut.set_result, 5)
    print(await fut)
    for p in p: pass
asyncio.run(main())
