from contextlib import contextmanager, ExitStack, closing, suppress


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except LookupError as e:
        print("swallowed", repr(e))
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b"):
    print("in", a)
with tag("c"):
    raise KeyError("x")
try:
    with tag("d"):
        raise TypeError("y")
except TypeError as e:
    print("out", e)
with ExitStack() as stack:
    for n in "xyz":
        stack.enter_context(tag(n))
    stack.callback(print, "callback")
    print("stacked")


@tag("decorated")
def f():
    print("f")


f()
f()
with suppress(ZeroDivisionError):
    1 / 0
