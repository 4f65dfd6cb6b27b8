# signal: SIGTERM@1s
# signal: SIGINT@1.001s
# signal: SIGTERM@1.05s
# signal: SIGINT@1.051s
import asyncio
import signal

from _lines import outcome
from aiorun import run


async def main():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(0.1)
        print("cleaned up")


outcome(run, main())
print(signal.getsignal(signal.SIGINT) is signal.SIG_IGN, signal.getsignal(signal.SIGTERM) is signal.SIG_IGN)
