"""The interpreter waits for a thread at its end, and is interrupted there."""
import atexit
import threading
import time

start = time.monotonic()
atexit.register(lambda: print("at exit", round(time.monotonic() - start, 1)))
threading.Thread(target=time.sleep, args=(2,)).start()
print("main is over")
