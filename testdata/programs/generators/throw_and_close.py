def worker():
    n = 0
    while True:
        try:
            n += 1
            yield n
        except ValueError as e:
            print("handled", e)
        except GeneratorExit:
            print("closing at", n)
            raise
        finally:
            print("finally", n)


g = worker()
print(next(g))
print(g.throw(ValueError("oops")))
g.close()
g.close()
try:
    next(g)
except StopIteration:
    print("over")
h = worker()
next(h)
try:
    h.throw(KeyError("k"))
except KeyError as e:
    print("came out", e)


def stubborn():
    while True:
        try:
            yield
        except GeneratorExit:
            pass


s = stubborn()
next(s)
try:
    s.close()
except RuntimeError as e:
    print(e)
