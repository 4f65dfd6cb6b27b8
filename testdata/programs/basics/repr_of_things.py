import asyncio
import functools


async def job():
    await asyncio.sleep(1)
    return "x"


class NoText:
    def __repr__(self):
        raise RuntimeError("no text")


@functools.lru_cache(maxsize=None)
def cached():
    pass


async def main():
    loop = asyncio.get_running_loop()
    f = loop.create_future()
    print(f)
    f.set_result([1, "two"])
    print(f)
    g = loop.create_future()
    g.set_exception(ValueError("v"))
    print(g)
    g.exception()
    h = loop.create_future()
    h.cancel()
    print(h)
    t = asyncio.create_task(job(), name="J")
    print(repr(t).split(" coro=")[0])
    await asyncio.sleep(0)
    print("wait_for=<Future pending" in repr(t))
    await t
    print(repr(t).split(" coro=")[0], repr(t).rsplit(" ", 1)[1])
    print(asyncio.Event(), asyncio.Lock()) if False else None
    print(repr(loop).split("running")[1])
    k = loop.create_future()
    k.set_result(NoText())
    print(repr(k).partition(" at 0x")[0])
    handle = loop.call_soon(cached)
    print(repr(handle).partition(" at ")[0], "repr_of_things.py" in repr(handle))


asyncio.run(main())
