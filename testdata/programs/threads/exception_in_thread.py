import threading
import sys


def bad():
    raise ValueError("in the thread")


def hook(args):
    print("hook", args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook
t = threading.Thread(target=bad, name="bad-one")
t.start()
t.join()
print("main goes on")
