def count(limit):
    n = 0
    while n < limit:
        got = yield n
        if got is not None:
            print("sent", got)
            n = got
        else:
            n += 1
    return "exhausted"


g = count(5)
print(next(g), next(g), g.send(3), list(g))
try:
    next(count(0))
except StopIteration as e:
    print(e.value)


def outer():
    result = yield from count(2)
    print("inner returned", result)
    yield "last"


print(list(outer()))
