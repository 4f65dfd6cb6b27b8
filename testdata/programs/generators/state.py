import inspect


def gen():
    yield 1


g = gen()
print(inspect.getgeneratorstate(g), g.gi_running, g.gi_yieldfrom)
next(g)
print(inspect.getgeneratorstate(g), g.gi_frame.f_lineno > 0)
list(g)
print(inspect.getgeneratorstate(g), g.gi_frame)


def reenter():
    try:
        next(me)
    except ValueError as e:
        yield str(e)


me = reenter()
print(next(me))
try:
    gen().send(5)
except TypeError as e:
    print(e)
