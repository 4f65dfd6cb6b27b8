# python: 3.11
class CM:
    def __init__(self, name, on_exit=None, fail_enter=False):
        self.name, self.on_exit, self.fail_enter = name, on_exit, fail_enter

    def __enter__(self):
        print("enter", self.name)
        if self.fail_enter:
            raise RuntimeError("enter " + self.name)
        return self

    def __exit__(self, kind, exc, tb):
        print("exit", self.name, kind and kind.__name__)
        if self.on_exit == "raise":
            raise KeyError(self.name)
        return self.on_exit


for args in ((None, False), (True, False), ("raise", False), (None, True)):
    try:
        with CM("a"), CM("b", *args):
            raise ValueError("body")
        print("swallowed")
    except Exception as e:
        print(repr(e), repr(e.__context__))
try:
    with 5:
        pass
except TypeError as e:
    print(e)
