"""Threads that sleep, are joined with and without a timeout, and outlive main."""
import threading
import time

start = time.monotonic()


def say(*words):
    print(*words, round(time.monotonic() - start, 1))


def worker(name, nap):
    for turn in range(2):
        time.sleep(nap)
        say(name, turn)


threads = [threading.Thread(target=worker, args=(n, n / 10)) for n in (2, 3)]
for thread in threads:
    thread.start()
threads[1].join(0.1)
say("still there", threads[1].is_alive())
for thread in threads:
    thread.join()
say("joined", [t.is_alive() for t in threads], threading.active_count())
threading.Thread(target=worker, args=("late", 0.2)).start()
threading.Thread(target=worker, args=("lost", 5), daemon=True).start()
say("main is over")
