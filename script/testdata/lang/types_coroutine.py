import types, asyncio, inspect
@types.coroutine
def g(n):
    r = yield from asyncio.sleep(.01, n)
    return r
@types.coroutine
def y():
    yield
    return 3
@types.coroutine
def wrap():
    return (x for x in ())
class C:
    @types.coroutine
    def m(self):
        return (yield from y())
async def main():
    print(await g(4), await y(), await C().m(), await wrap())
    print(type(g(1)), inspect.isawaitable(y()), inspect.iscoroutinefunction(g), inspect.isgeneratorfunction(g))
asyncio.run(main())
left = asyncio.sleep(0)
def plain():
    yield from left
try: next(plain())
except TypeError as e: print(e)
c = plain.__code__.replace(co_name="other", co_firstlineno=3)
print(c.co_name, c.co_firstlineno)
left.close()
