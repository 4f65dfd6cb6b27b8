import threading

count = 0
lock = threading.Lock()


def add(times):
    global count
    for _ in range(times):
        with lock:
            count += 1


threads = [threading.Thread(target=add, args=(500,)) for _ in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(count, lock.locked())
print(lock.acquire(), lock.acquire(blocking=False), lock.acquire(timeout=0.1))
lock.release()
try:
    lock.release()
except RuntimeError as e:
    print(e)
