import asyncio


async def inner():
    raise KeyError("inner")


async def middle():
    try:
        await inner()
    except KeyError as e:
        await asyncio.sleep(0.01)
        raise RuntimeError("middle") from e


async def main():
    t = asyncio.create_task(middle())
    try:
        await t
    except RuntimeError as e:
        print(e, repr(e.__cause__), e is t.exception())
        tb, names = e.__traceback__, []
        while tb:
            names.append(tb.tb_frame.f_code.co_name)
            tb = tb.tb_next
        print(names)


asyncio.run(main())
