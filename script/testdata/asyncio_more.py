import asyncio
async def child(n):
    try:
        await asyncio.sleep(n)
    finally:
        print("fin", n)
async def main():
    t = [asyncio.create_task(child(i)) for i in (1, 2, 3)]
    try:
        await asyncio.wait_for(asyncio.gather(*t), 1.5)
    except TimeoutError:
        print("timeout", [x.done() for x in t])
    raise RuntimeError("end")
try:
    asyncio.run(main())
except RuntimeError as e:
    print("caught", e)
class Q:
    async def __aenter__(self): print("in"); return self
    async def __aexit__(self, *a): print("out", a[0]); return True
    def __aiter__(self): self.n = 0; return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        return self.n
async def m2():
    async with Q() as q:
        async for x in q: print(x)
        else: print("else")
        print([y async for y in Q()], {y: await asyncio.sleep(0, y) for y in (1, 2)})
        1/0
    async def agen():
        try:
            x = yield 1
            print("sent", x)
            yield 2
        except ValueError as e: print("thrown", e); yield 9
    a = agen()
    print(await a.__anext__(), await a.asend("s")); await a.aclose()
    a = agen(); await anext(a); print(await a.athrow(ValueError("z")))
    try: await asyncio.gather(child(.01), asyncio.sleep(0.02, "r"), m3())
    except KeyError as e: print("KE", e)
async def m3(): raise KeyError("m3")
asyncio.run(m2())
async def nope(): await 5
try: asyncio.run(nope())
except TypeError as e: print(e)
def sync_gen():
    r = yield from inner()
    print("r", r)
def inner():
    try: yield 1
    except ValueError: return "ve"
g = sync_gen(); next(g)
try: g.throw(ValueError())
except StopIteration: print("SI")
async def cancel_self():
    asyncio.current_task().cancel()
    await asyncio.sleep(1)
try: asyncio.run(cancel_self())
except asyncio.CancelledError as e: print("CE", e)
async def main4():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    loop.call_later(0.01, f.set_exception, ValueError("fx"))
    try: await f
    except ValueError as e: print(e, repr(f))
    t = asyncio.create_task(child(0.01), name="nm"); print(t.get_name(), t.done()); await t
asyncio.run(main4())
