"""At the end a hook in sys, or a handler in logging, keeps all the names of the program."""
import logging
import sys


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("deleted", self.name)


class Rows(logging.Handler):
    def __init__(self):
        super().__init__()
        self.rows = []

    def emit(self, record):
        self.rows.append(record.getMessage())


def hook(kind, error, tb):
    print("hook", kind.__name__, error)


rows = Rows()
logging.getLogger("app").addHandler(rows)
logging.getLogger("app").warning("one")
sys.excepthook = hook
temporary = Noted("rebound")
temporary = Noted("kept until the end")
cycle = Noted("cycle")
cycle.me = cycle
print(rows.rows)
raise LookupError("the last")
