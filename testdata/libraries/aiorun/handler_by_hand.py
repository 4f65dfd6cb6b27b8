import asyncio

from _lines import outcome
from aiorun import run


async def report(*contexts):
    for context in contexts:
        asyncio.get_running_loop().call_exception_handler(context)
    await asyncio.sleep(10)


one = {"message": "told", "exception": ValueError("one")}
bare = {"message": "only told"}
outcome(run, report(one), stop_on_unhandled_errors=True)
outcome(run, report(bare), stop_on_unhandled_errors=True)
outcome(run, report(one, bare), stop_on_unhandled_errors=True)
outcome(run, report(bare, one), stop_on_unhandled_errors=True)
