import threading
import time

barrier = threading.Barrier(3)
sem = threading.Semaphore(2)
order, peak, now = [], 0, 0
guard = threading.Lock()


def work(n):
    global peak, now
    time.sleep(n / 10)
    barrier.wait()
    with sem:
        with guard:
            now += 1
            peak = max(peak, now)
        time.sleep(0.1)
        with guard:
            now -= 1


ts = [threading.Thread(target=work, args=(n,)) for n in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print(peak, now, barrier.broken)
