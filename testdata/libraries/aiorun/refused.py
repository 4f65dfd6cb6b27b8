import asyncio
import signal
import threading

from _lines import outcome
from aiorun import run

loop = asyncio.new_event_loop()
outcome(run, loop=loop, use_uvloop=True)
loop.set_exception_handler(lambda loop, context: None)
outcome(run, loop=loop, stop_on_unhandled_errors=True)
print(loop.is_closed(), signal.getsignal(signal.SIGINT) is signal.SIG_IGN)
loop.close()
outcome(run, use_uvloop=True)
outcome(run, executor_workers=0)
thread = threading.Thread(target=outcome, args=(run,))
thread.start()
thread.join()
