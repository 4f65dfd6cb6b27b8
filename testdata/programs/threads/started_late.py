# python: 3.13
"""Threads that others start when the main thread is over already."""
import atexit
import threading
import time


class Relay(threading.Thread):
    def __init__(self, left):
        super().__init__(name=f"runner {left}")
        self.left = left

    def run(self):
        time.sleep(0.25)
        print(self.name, "runs")
        if self.left:
            Relay(self.left - 1).start()
            threading.Timer(0.1, print, ["a timer of", self.name]).start()


def goodbye():
    thread = threading.Thread(target=print, args=["from an exit handler's thread"])
    thread.start()
    thread.join()


atexit.register(goodbye)
Relay(3).start()
print("the main thread is over")
