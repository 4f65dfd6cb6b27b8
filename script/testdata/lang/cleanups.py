# A finally clause with blocks of its own, left by return, break and an exception.


class Quiet:
    def __enter__(self):
        return self

    def __exit__(self, *error):
        print("exit", error[0])


def returning(fails):
    try:
        try:
            pass
        except ValueError:
            return "handled"
        if fails:
            raise KeyError("k")
        return "returned"
    finally:
        try:
            pass
        except TypeError:
            pass
        with Quiet():
            pass
        print("over", fails)


def breaking():
    for i in range(3):
        try:
            for k in range(2):
                if i == 1:
                    break
            if i == 1:
                continue
            if i == 2:
                raise IndexError(i)
        finally:
            for k in range(2):
                try:
                    if k:
                        break
                finally:
                    print("round", i, k)


for call in (lambda: returning(False), lambda: returning(True), breaking):
    try:
        print(call())
    except LookupError as e:
        print(repr(e))


# What an expression has computed so far goes when it fails.
class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def fail(*things):
    raise ValueError


def failing():
    try:
        fail(Thing(1), [Thing(2)], missing())
    except NameError:
        print("a name")
    try:
        [Thing(3), Thing(4), fail(Thing(5))]
    except ValueError:
        print("a call")
    try:
        Thing(6) + Thing(7)
    except TypeError:
        print("a sum")
    try:
        for x in Thing(8):
            pass
    except TypeError:
        print("a loop")
    kept = Thing(9)
    try:
        kept.name.missing
    except AttributeError:
        print("an attribute")
    {1: Thing(10), 2: Thing(11)[0], 3: Thing(12)}


try:
    failing()
except TypeError:
    print("out of it")


def steps():
    yield Thing(13)
    print([Thing(14), (yield 1)])


it = steps()
next(it)
next(it)
try:
    it.throw(KeyError)
except KeyError:
    print("thrown")
