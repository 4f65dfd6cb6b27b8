"""Errors that come out of a wait: who is in the traceback?"""
import asyncio
import sys
import threading
import traceback


def names(error):
    return [frame.name for frame in traceback.extract_tb(error.__traceback__)]


def release():
    threading.Lock().release()


try:
    release()
except RuntimeError as e:
    print(e, names(e))
reports = []
threading.excepthook = lambda args: reports.append(names(args.exc_value)[-1])
thread = threading.Thread(target=release)
thread.start()
thread.join()
print(reports)
for bad in ({"blocking": False, "timeout": 1}, {"timeout": -2}):
    try:
        threading.Lock().acquire(**bad)
    except ValueError as e:
        print("ValueError", names(e))


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(names(context["exception"])[-1]))
    loop.call_soon(release)
    await asyncio.sleep(0.1)


asyncio.run(main())
print(type(threading.Lock()), type(threading.RLock()), file=sys.stderr)
release()
