"""threading.Timer and the waits of threading and queue that have a timeout."""
import queue
import threading
import time

start = time.monotonic()


def at():
    return round(time.monotonic() - start, 1)


event = threading.Event()
threading.Timer(0.3, event.set).start()
unwanted = threading.Timer(0.1, print, ["never seen"])
unwanted.start()
unwanted.cancel()
print("event", event.wait(0.1), at())
print("event", event.wait(5), at())

condition = threading.Condition()
with condition:
    print("condition", condition.wait(0.2), at())

lock = threading.Lock()
print("lock", lock.acquire(), lock.acquire(timeout=0.1), lock.acquire(False), at())
threading.Timer(0.2, lock.release).start()
print("lock", lock.acquire(timeout=5), at())

items = queue.Queue()
threading.Timer(0.2, items.put, ["item"]).start()
try:
    items.get(timeout=0.1)
except queue.Empty:
    print("empty", at())
print(items.get(timeout=5), at())

gate = threading.Barrier(2)
threading.Timer(0.1, gate.wait).start()
gate.wait(1)
print("gate", at())
semaphore = threading.Semaphore(0)
print("semaphore", semaphore.acquire(timeout=0.1), at())
