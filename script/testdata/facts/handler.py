"""What reaches an exception handler, and what the default one writes."""
import asyncio
import gc
import logging

from lib import BEFORE, on_loop


class Lines(logging.Handler):
    def emit(self, record):
        text = record.getMessage().split("\n")[0]
        print("  logs", record.levelname, text.split(" at ")[0], repr(record.exc_info[1]) if record.exc_info else None)


logging.getLogger("asyncio").addHandler(Lines())
logging.getLogger("asyncio").propagate = False


def breaks(*args):
    raise ValueError("broken")


async def raises():
    raise KeyError("r")


async def waits():
    await asyncio.get_running_loop().create_future()


async def main():
    loop = asyncio.get_running_loop()
    told = []

    def handler(loop, context):
        told.append((context["message"].split("(")[0], sorted(context), repr(context.get("exception"))))

    async def case(label):
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        gc.collect()
        print("%-16s %s" % (label, told))
        del told[:]

    loop.set_exception_handler(handler)
    loop.call_soon(breaks, 1)
    await case("a callback")
    loop.call_later(0, breaks)
    await case("a timer")
    loop.create_future().set_exception(KeyError("f"))
    await case("a future")
    asyncio.ensure_future(raises())
    await case("a task")
    asyncio.ensure_future(waits())
    await case("a lost task")
    f = loop.create_future()
    f.add_done_callback(breaks)
    f.set_result(1)
    await case("a done callback")
    loop.call_exception_handler({"message": "by hand", "own": 1})
    await case("by hand")
    print(loop.get_exception_handler() is handler)

    def bad(loop, context):
        raise LookupError("in the handler")

    loop.set_exception_handler(bad)
    loop.call_exception_handler({"message": "first"})
    loop.set_exception_handler(None)
    loop.call_exception_handler({})
    loop.call_exception_handler({"message": "told", "b": 2, "a": [1], "exception": OSError("o")})
    loop.default_exception_handler({"message": "by default"})
    print(loop.get_exception_handler())


on_loop(main)
if not BEFORE((3, 13)):
    print("-- debug")
    on_loop(main, debug=True)
