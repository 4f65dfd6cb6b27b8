import asyncio, warnings
warnings.simplefilter("ignore")
class P(asyncio.Protocol):
    def data_received(self, d): print(d)
p=P(); p.connection_made(None); p.data_received(b"x")
t=asyncio.Transport({'a':1}); print(t.get_extra_info('a'), asyncio.Protocol, asyncio.BaseTransport.__module__)
try: t.close()
except NotImplementedError as e: print(repr(e))
print(asyncio.transports.Transport is asyncio.Transport)
print(hasattr(asyncio,"coroutine"))
if hasattr(asyncio,"coroutine"):
    @asyncio.coroutine
    def g(n):
        yield from asyncio.sleep(.01)
        return n
    @asyncio.coroutine
    def h(n): return n
    @asyncio.coroutine
    def k(): return asyncio.sleep(.01, 5)
    print(asyncio.iscoroutinefunction(g),asyncio.iscoroutinefunction(h), asyncio.iscoroutine(g(1)))
    async def main():
        print(await g(1), await h(2), await k(), await asyncio.gather(g(3), h(4)))
    asyncio.run(main())
