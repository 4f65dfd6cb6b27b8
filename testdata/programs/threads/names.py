# python: 3.10
import threading


def show():
    print(threading.current_thread().name, threading.current_thread().daemon, threading.main_thread().name)


for kw in ({}, {"name": "named"}, {"daemon": True}):
    t = threading.Thread(target=show, **kw)
    t.start()
    t.join()


class Mine(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"mine-{n}")
        self.n = n
        self.result = None

    def run(self):
        self.result = self.n ** 2


ts = [Mine(n) for n in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print([(t.name, t.result) for t in ts])
try:
    ts[0].start()
except RuntimeError as e:
    print(e)
