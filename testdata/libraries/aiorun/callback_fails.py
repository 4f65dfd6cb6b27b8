# signal: SIGTERM@1s
import asyncio

from _lines import outcome
from aiorun import run


async def main():
    await asyncio.sleep(5)


async def fails():
    raise ValueError("main")


def callback(loop):
    raise KeyError("callback")


async def waits(loop):
    asyncio.get_running_loop().call_later(0.5, loop.stop)
    await asyncio.sleep(5)


async def stops():
    asyncio.get_running_loop().stop()


outcome(run, main(), shutdown_callback=callback)
outcome(run, fails(), shutdown_callback=callback, stop_on_unhandled_errors=True)
outcome(run, stops(), shutdown_callback=waits)
