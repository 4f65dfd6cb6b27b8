import threading
import time


def work(name, delay, out):
    time.sleep(delay)
    out.append(name)


out = []
threads = [threading.Thread(target=work, args=(n, d, out)) for n, d in (("slow", 0.3), ("fast", 0.1), ("middle", 0.2))]
for t in threads:
    t.start()
print(threading.active_count(), all(t.is_alive() for t in threads))
for t in threads:
    t.join()
print(out, threading.active_count(), threading.current_thread().name)
