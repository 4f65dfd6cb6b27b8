import threading
import time

begun = time.monotonic()


def fire(text):
    print(text, round(time.monotonic() - begun, 1))


t = threading.Timer(0.5, fire, args=("timer",))
u = threading.Timer(0.2, fire, ["never"])
t.start()
u.start()
u.cancel()
t.join()
print(t.is_alive(), u.is_alive())
