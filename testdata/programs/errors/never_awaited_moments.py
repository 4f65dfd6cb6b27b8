import asyncio, warnings, sys, gc
async def c(n=0): return n
async def outer():
    c(1)
    x = c(2)
    x = None
    [c(3), c(4)]
    y = {"k": c(5)}
    del y["k"]
    print("in outer")
    z = c(6)
    return 1
def plain():
    c(7)
    print("after 7")
class A:
    async def m(self): pass
    @classmethod
    async def cm(cls): pass
    @staticmethod
    async def sm(): pass
    async def __aenter__(self): return self
    async def __aexit__(self, *a): pass
async def ag():
    yield 1
async def main():
    plain()
    await outer()
    A().m(); A.cm(); A.sm()
    a = A(); a.__aenter__()
    ag(); ag().__anext__(); ag().asend(None); ag().aclose()
    asyncio.sleep(1)
    asyncio.gather(c(10)); 
    asyncio.wait_for(c(11), 1)
    asyncio.Event().wait()
    asyncio.Queue().get()
    asyncio.Lock().acquire()
    try: c(12) + 1
    except TypeError as e: print(e)
    try:
        for i in c(13): pass
    except TypeError as e: print(e)
    try: await 5
    except TypeError as e: print(e)
    try: await c
    except TypeError as e: print(e)
    try: c(14)()
    except TypeError as e: print(e)
    try:
        async for x in c(16): pass
    except Exception as e: print(type(e), e)
    print(c(17).cr_code.co_name, bool(c(18)))
    def f(x): return None
    f(c(19)); print("after 19")
    lambda: c(20)
    t = [c(i) for i in (21, 22)]; t.pop(); print("popped"); t.clear(); print("cleared")
sys.stderr = sys.stdout
warnings.formatwarning = lambda m, cat, fn, ln, line=None: f'{cat.__name__}: {m} ({ln})\n'
asyncio.run(main())
print('end')
