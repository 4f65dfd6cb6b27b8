# Debug mode: where futures, tasks, handles and coroutines say they were made.
import asyncio
import gc
import logging
import sys
import warnings


class Lines(logging.Handler):
    def emit(self, record):
        for line in record.getMessage().splitlines():
            if "<" not in line and "lib" not in line and "_" not in line.split(".")[0]:
                print("  log:", line.replace(__file__, "FILE"))


logging.getLogger("asyncio").addHandler(Lines())
logging.getLogger("asyncio").propagate = False


def rows(made):
    if made is None:
        return None
    return [row.name for row in made if row.filename == __file__]


async def waits():
    await asyncio.get_running_loop().create_future()


def make():
    return asyncio.ensure_future(waits())


async def never():
    pass


def forget():
    never()


async def main():
    loop = asyncio.get_running_loop()
    task = make()
    future = loop.create_future()
    handle = loop.call_later(1, print)
    print("task", rows(task._source_traceback), task._source_traceback[-1].name)
    print("future", rows(future._source_traceback), future._source_traceback[-1].name)
    print("handle", rows(handle._source_traceback), handle._source_traceback[-1].line)
    print("depth", len(future._source_traceback) <= 10, sys.get_coroutine_origin_tracking_depth())
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        forget()
        gc.collect()
        for warning in caught:
            lines = str(warning.message).splitlines()
            print(lines[0], "|", lines[1], "|", lines[-1].strip())
    future.set_exception(ValueError("lost"))
    del future
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    loop.set_debug(False)
    print(loop.create_future()._source_traceback)
    await asyncio.sleep(0)
    print("depth", sys.get_coroutine_origin_tracking_depth())
    task.cancel()
    handle.cancel()


asyncio.run(main(), debug=True)
print("depth", sys.get_coroutine_origin_tracking_depth())
