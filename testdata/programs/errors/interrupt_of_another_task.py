"""A task that nobody awaits raises what leaves the loop: when is it told that nobody took it?"""

import asyncio
import gc
import sys
import traceback


def reported(loop, context):
    print("reported:", context["message"], repr(context.get("exception")))


async def leaves(error):
    await asyncio.sleep(1)
    raise error


async def main(error):
    asyncio.get_running_loop().set_exception_handler(reported)
    asyncio.ensure_future(leaves(error))
    try:
        await asyncio.sleep(5)
    finally:
        print("main is left by", sys.exc_info()[0].__name__)


for error in (KeyboardInterrupt("by hand"), SystemExit(3)):
    try:
        asyncio.run(main(error))
    except BaseException as e:
        print("run raised", repr(e), [f.name for f in traceback.extract_tb(e.__traceback__)][-2:])
    print("collected?")
    del error
    gc.collect()

loop = asyncio.new_event_loop()
loop.set_exception_handler(reported)
loop.call_soon(sys.exit, "a callback's")
waits = loop.create_task(asyncio.sleep(1))
try:
    loop.run_forever()
except SystemExit as e:
    print("run_forever raised", repr(e))
print(loop.run_until_complete(waits))
loop.close()
