import sys


def hook(kind, exc, tb):
    print("hook:", kind.__name__, exc, tb is not None)


sys.excepthook = hook
print("about to fail")
raise OSError(2, "No such thing")
