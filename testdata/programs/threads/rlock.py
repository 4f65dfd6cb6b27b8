import threading

lock = threading.RLock()


def outer():
    with lock:
        return inner() + 1


def inner():
    with lock:
        return 1


print(outer())
out = []
with lock:
    t = threading.Thread(target=lambda: out.append(lock.acquire(blocking=False)))
    t.start()
    t.join()
print(out)
try:
    lock.release()
except RuntimeError as e:
    print(e)
