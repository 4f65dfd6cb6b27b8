# python: 3.13
# What a traceback marks when an async for fails, and where a generator's
# StopIteration is said to come from.
import traceback


async def numbers():
    yield 1
    raise ValueError("no more")


async def statement():
    async for x in numbers():
        if x:
            pass
    else:
        pass


async def one_line():
    async for x in numbers(): pass


async def comprehension():
    return [x
            for y in (1, 2)
            async for x in numbers() if x]


async def expression():
    return [x async for x in (-y async for y in numbers())]


async def target():
    async for (a,
               b) in numbers():
        pass


async def no_iterator():
    async for x in (
            3):
        pass


async def no_iterator_inside():
    return {x: y for y in (1,) async for x in 3}


def ends():
    yield 1
    raise StopIteration("inside")


async def ends_async():
    yield 1
    raise StopAsyncIteration("inside")


def through():
    yield from ends()


async def raises():
    raise StopIteration("a coroutine's")


async def awaits():
    await raises()


async def over():
    async for x in ends_async():
        pass


def show(e):
    print("".join(traceback.format_exception(e)).replace(__file__, "here.py"), end="")


for f in (statement, one_line, comprehension, expression, target, no_iterator, no_iterator_inside, awaits, over):
    try:
        f().send(None)
    except Exception as e:
        show(e)
for f in (lambda: list(ends()), lambda: [x for x in ends()], lambda: list(through()), lambda: awaits().send(None)):
    try:
        f()
    except RuntimeError as e:
        show(e)
try:
    try:
        raise ExceptionGroup("two", [ValueError(1), ExceptionGroup("in", [KeyError(2)])])
    except* ValueError:
        pass
except ExceptionGroup as e:
    print(e.__suppress_context__, e.exceptions[0].__suppress_context__, e.split(KeyError)[0].__suppress_context__)
    show(e)
