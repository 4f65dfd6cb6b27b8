# signal: SIGINT@1s
import asyncio
import gc

import _lines
from aiorun import run


async def main():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError("while cancelled")


result = run(main(), stop_on_unhandled_errors=True)
gc.collect()
print("returned", result)
