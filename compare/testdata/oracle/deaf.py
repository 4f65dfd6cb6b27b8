"""A main thread that no task of asyncio helps: it sleeps, then it waits."""
import signal
import sys
import threading
import time

start = time.monotonic()


def say(*words):
    print(*words, round(time.monotonic() - start, 1))


try:
    time.sleep(60)
except KeyboardInterrupt:
    say("sleep is cut")
signal.signal(signal.SIGTERM, lambda *_: say("no"))
try:
    threading.Event().wait()
except KeyboardInterrupt:
    say("wait is cut")
    sys.exit("enough")
