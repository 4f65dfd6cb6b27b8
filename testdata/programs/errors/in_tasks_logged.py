import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")


async def fail():
    raise ValueError("lost")


async def main():
    t = asyncio.create_task(fail(), name="T")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    logging.info("task done %s", t.done())
    asyncio.get_running_loop().set_exception_handler(lambda l, c: print("handler", repr(c["exception"]), c["future"] is not None))
    del t
    print("end")


asyncio.run(main())
