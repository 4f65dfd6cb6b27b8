import asyncio
async def boom(): raise ValueError("boom")
def h(loop, ctx): print("HANDLER", ctx["message"], sorted(ctx))
async def main():
    asyncio.get_running_loop().set_exception_handler(h)
    asyncio.create_task(boom())
    await asyncio.sleep(0.01)
    print("after boom")
    t = asyncio.create_task(boom())
    await asyncio.sleep(0.01)
    print("del t")
    del t
    print("end t")
    f = asyncio.get_running_loop().create_future()
    f.set_exception(KeyError(1))
    f = None
    print("f gone")
    t = asyncio.create_task(boom())
    await asyncio.sleep(0.01)
    try: await t
    except ValueError: print("taken")
    del t
    print("end")
asyncio.run(main())
