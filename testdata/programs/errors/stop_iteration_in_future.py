import asyncio


async def raises_stop():
    raise StopIteration("x")


async def main():
    try:
        await raises_stop()
    except RuntimeError as e:
        print(e)
    f = asyncio.get_running_loop().create_future()
    try:
        f.set_exception(StopIteration())
    except TypeError as e:
        print(e)
    if f.done():
        print(f.exception())
        f = asyncio.get_running_loop().create_future()
    f.set_exception(ValueError)
    print(repr(f.exception()))
    g = asyncio.get_running_loop().create_future()
    for method in ("result", "exception"):
        try:
            getattr(g, method)()
        except asyncio.InvalidStateError as e:
            print(method, e)


asyncio.run(main())
