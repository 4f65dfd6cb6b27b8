import threading
import time


def forever():
    while True:
        time.sleep(1)


def short():
    time.sleep(0.5)
    print("non-daemon ends")


threading.Thread(target=forever, daemon=True).start()
threading.Thread(target=short).start()
print("main ends")
