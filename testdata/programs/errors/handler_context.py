"""An exception handler runs while the callback's error is being handled."""
import asyncio
import sys
import traceback


def fails():
    raise ZeroDivisionError("in a callback")


def looks(loop, context):
    print("handler:", context["message"].split(" at ")[0], repr(sys.exc_info()[1]))


def worse(loop, context):
    try:
        raise KeyError("while reporting")
    except KeyError:
        raise LookupError("handler broke")


def shows(loop, context):
    print("".join(traceback.format_exc()).splitlines()[-1])
    context["added"] = 1
    print(list(context))


async def main():
    loop = asyncio.get_running_loop()
    for handler in (looks, shows):
        loop.set_exception_handler(handler)
        loop.call_soon(fails)
        await asyncio.sleep(0)
    loop.call_exception_handler({"message": "by hand", "colour": "red", "exception": ValueError("v")})
    loop.set_exception_handler(worse)
    loop.call_soon(fails)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    print(sys.exc_info())


asyncio.run(main())
