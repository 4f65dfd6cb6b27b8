import asyncio
import signal

from _lines import outcome
from aiorun import run


async def main():
    asyncio.get_running_loop().stop()


def handled(number):
    return signal.getsignal(number) is not signal.SIG_IGN


outcome(run, main())
print(handled(signal.SIGINT), handled(signal.SIGTERM))
outcome(signal.raise_signal, signal.SIGINT)
print(handled(signal.SIGINT), handled(signal.SIGTERM))
