"""Hooks of asynchronous generators: outside a loop, in one, and those a program brings itself."""
import asyncio
import sys


async def numbers(n):
    try:
        while True:
            yield n
            n += 1
    finally:
        print("closing", n)


def step(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as e:
        return e.value


kept = []


def first(g):
    print("first", g.__name__)


def last(g):
    print("dropped", g.__name__)
    kept.append(g)


print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(firstiter=first, finalizer=last)
g = numbers(1)
print(step(g.asend(None)), step(g.asend(None)))
del g
closing = kept.pop().aclose()
print(type(closing).__name__, step(closing))
for bad in (3, "x"):
    try:
        sys.set_asyncgen_hooks(finalizer=bad)
    except TypeError as e:
        print(e)
print(sys.get_asyncgen_hooks().firstiter is first, sys.get_asyncgen_hooks()[1] is last)


async def main():
    hooks = sys.get_asyncgen_hooks()
    print(hooks.firstiter is first, hooks.finalizer is last, hooks.firstiter is None)
    a = numbers(10)
    print(await a.__anext__())
    del a
    await asyncio.sleep(0.01)
    sys.set_asyncgen_hooks(finalizer=last)
    b = numbers(20)
    await b.__anext__()
    del b
    await asyncio.sleep(0.01)
    print("in the program's hands:", len(kept))
    await kept.pop().aclose()
    left = numbers(30)
    await left.__anext__()
    kept.append(left)


asyncio.run(main())
print(sys.get_asyncgen_hooks().firstiter is first)
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks().finalizer)
