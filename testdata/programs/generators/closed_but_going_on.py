# python: 3.13
import asyncio
async def bad():
    try: yield 1
    except GeneratorExit: yield 2
    print("on")
    yield 3
async def good(): yield 1
async def t(c):
    try: print("ok", await c)
    except BaseException as e: print(type(e).__name__, e)
async def main():
    b = bad()
    await t(b.__anext__()); await t(b.aclose()); await t(b.aclose()); await t(b.athrow(ValueError)); await t(b.__anext__()); await t(b.aclose()); await t(b.__anext__())
    g = good(); await t(g.__anext__()); await t(g.athrow(GeneratorExit)); await t(g.aclose()); await t(g.athrow(KeyError)); await t(g.__anext__())
    g = good(); await t(g.aclose()); await t(g.aclose());await t(g.__anext__())
    g = good(); await t(g.__anext__()); await t(g.athrow(StopAsyncIteration)); await t(g.athrow(KeyError))
    g = good(); await t(g.athrow(KeyError)); await t(g.__anext__())
    g = good(); a = g.aclose(); await t(a); await t(a)
    g = good(); a = g.__anext__(); await t(a); await t(a)
    g = good(); a = g.athrow(ValueError); await t(a); await t(a)
asyncio.run(main())
