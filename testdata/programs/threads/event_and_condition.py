import threading
import time

ready = threading.Event()
cond = threading.Condition()
items = []


def waiter():
    print("waiting", ready.wait(5))


def consumer():
    with cond:
        while not items:
            cond.wait()
        print("consumed", items.pop())


t1, t2 = threading.Thread(target=waiter), threading.Thread(target=consumer)
t1.start()
t2.start()
time.sleep(0.1)
ready.set()
t1.join()
with cond:
    items.append("x")
    cond.notify()
t2.join()
print(ready.wait(0.1), threading.Event().wait(0.1))
