"""Two threads that take turns: who blocks hands over, in order of arrival."""
import threading
import time

lock = threading.Lock()
condition = threading.Condition()
turn = 0


def greedy(name):
    for count in range(3):
        with lock:
            print(name, count)
            time.sleep(0.05)
        time.sleep(0.01)


def polite(me):
    global turn
    for count in range(3):
        with condition:
            condition.wait_for(lambda: turn == me)
            print("turn", me, count)
            turn = 1 - me
            condition.notify_all()


for work, names in ((greedy, "ab"), (polite, (0, 1))):
    threads = [threading.Thread(target=work, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
