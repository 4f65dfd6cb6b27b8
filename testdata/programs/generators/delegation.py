def inner(tag):
    while True:
        try:
            x = yield tag
        except KeyError:
            print(tag, "got KeyError")
            continue
        if x is None:
            return tag + "!"


def outer():
    a = yield from inner("a")
    b = yield from inner("b")
    c = yield from [1, 2]
    return a, b, c


g = outer()
print(next(g), g.send(1), g.throw(KeyError), g.send(None), g.send("go on"))
try:
    print(g.send(None), next(g))
    next(g)
except StopIteration as e:
    print("value", e.value)
