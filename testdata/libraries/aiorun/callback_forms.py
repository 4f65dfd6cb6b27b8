# signal: SIGTERM@1s
# signal: SIGTERM@3s
# signal: SIGTERM@5s
# signal: SIGTERM@7s
import asyncio

from _lines import outcome
from aiorun import run


async def main():
    try:
        while True:
            await asyncio.sleep(0.4)
            print("beat")
    except asyncio.CancelledError:
        print("main cancelled")


def function(loop):
    print("function", loop.is_running(), loop.is_closed())


async def async_function(loop):
    await asyncio.sleep(0.5)
    print("async function", loop.is_running())


async def coroutine():
    await asyncio.sleep(0.5)
    print("coroutine")


outcome(run, main(), shutdown_callback=function)
outcome(run, main(), shutdown_callback=async_function)
outcome(run, main(), shutdown_callback=coroutine())
outcome(run, main(), shutdown_callback=1)
