# python: 3.9
import asyncio


def handler(loop, context):
    keys = sorted(k for k in context if k != "source_traceback")
    print("handler", keys)
    print("  ", context["message"].split(" main.<locals>")[0], repr(context.get("exception")))


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    loop.call_soon(lambda: 1 / 0)
    f = loop.create_future()
    f.set_exception(KeyError("lost"))
    del f
    await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand", "extra": 1})
    print(loop.get_exception_handler() is handler)


asyncio.run(main())
