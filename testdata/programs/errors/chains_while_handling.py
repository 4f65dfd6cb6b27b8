"""What a cancelled await raises within an except clause has as its context."""
import asyncio
def chain(e):
    c = []
    while e is not None:
        c.append(repr(e)); e = e.__cause__ or e.__context__
    return c
async def w():
    try: await asyncio.sleep(1)
    except BaseException as e: print("w", chain(e)); raise
async def outer():
    t = asyncio.ensure_future(w())
    try:
        try: raise ValueError(1)
        except ValueError:
            await t
    except BaseException as e: print("outer", chain(e)); raise
async def two():
    t = asyncio.ensure_future(outer())
    try: await t
    except BaseException as e: print("two", chain(e)); raise
async def three():
    f = asyncio.get_running_loop().create_future()
    try:
        try: raise ValueError(1)
        except ValueError:
            await f
    except BaseException as e: print("three", chain(e)); raise
async def four():
    try:
        try: raise ValueError(1)
        except ValueError: await w()
    except BaseException as e: print("four", chain(e)); raise
async def five():
    try:
        try: raise ValueError(1)
        except ValueError: await asyncio.sleep(0); await asyncio.sleep(0); await asyncio.sleep(0)
    except BaseException as e: print("five", chain(e)); raise
async def six():
    try:
        try: raise ValueError(1)
        except ValueError: await asyncio.gather(w(), w())
    except BaseException as e: print("six", chain(e)); raise
async def seven():
    try:
        try: raise ValueError(1)
        except ValueError: await asyncio.shield(asyncio.ensure_future(w()))
    except BaseException as e: print("seven", chain(e)); raise
async def eight():
    try:
        try: raise ValueError(1)
        except ValueError: await asyncio.wait_for(w(), 5)
    except BaseException as e: print("eight", chain(e)); raise
async def main():
    for fn in outer, two, three, four, five, six, seven, eight:
        t = asyncio.create_task(fn())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        t.cancel()
        try: await t
        except BaseException as e: print(fn.__name__, "main", chain(e))
        try: await t
        except BaseException as e: print(fn.__name__, "again", chain(e))
        t.add_done_callback(lambda t: 1)
        try: t.result()
        except BaseException as e: print(fn.__name__, "result", chain(e))
asyncio.run(main())
