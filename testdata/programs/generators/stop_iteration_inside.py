def bad():
    yield 1
    raise StopIteration("oops")


try:
    list(bad())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def also_bad(it):
    while True:
        yield next(it)


try:
    print(list(also_bad(iter([1, 2]))))
except RuntimeError as e:
    print(e)
