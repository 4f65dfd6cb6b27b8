# signal: SIGINT@1s
# signal: SIGTERM@2s
import asyncio

from _lines import outcome
from aiorun import run


async def main():
    try:
        while True:
            await asyncio.sleep(1.5)
            print("beat")
    except asyncio.CancelledError:
        print("main cancelled")


def handler(loop):
    print("asked to end", loop.is_running())
    loop.call_later(4, loop.stop)


outcome(run, main(), shutdown_handler=handler, timeout_task_shutdown=1)
