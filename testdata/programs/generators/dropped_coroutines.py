"""Coroutines and generators that a program drives by itself and drops midway."""
import asyncio


class Pause:
    def __await__(self):
        got = yield "paused"
        return got


def described(e):
    return None if e is None else repr(e)


async def guarded(name):
    try:
        await Pause()
    except BaseException as e:
        print(name, "left by", repr(e), "in", described(e.__context__))


async def cleaned(name):
    try:
        return await Pause()
    finally:
        print(name, "cleaned")


async def outer(name):
    await cleaned(name)


async def plain():
    await Pause()


def counting(name):
    try:
        yield 1
    except BaseException as e:
        inner = e.__context__
        print(name, "left by", repr(e), "in", described(inner), described(inner and inner.__context__))


def handling(name):
    try:
        {}["k"]
    except KeyError:
        yield from counting(name)


def handling_itself(name):
    try:
        {}["k"]
    except KeyError:
        try:
            yield 1
        except BaseException as e:
            print(name, "left by", repr(e), "in", described(e.__context__))


def begun(coro):
    coro.send(None)
    return coro


def drop(name, kind):
    c = begun(kind(name))
    del c
    c = begun(kind(name + "'"))
    c = None
    held = [begun(kind(name + '"'))]
    held.clear()
    print(name, "is over")


def by_iterator(name):
    it = cleaned(name).__await__()
    next(it)
    del it
    print(name, "is over")


for kind in (guarded, cleaned, outer, counting, handling, handling_itself):
    drop(kind.__name__, kind)
by_iterator("iterator")
async def pages():
    try:
        yield 1
    finally:
        print("pages closed")


async def reading():
    async for _ in pages():
        await Pause()


c = begun(reading())  # no hooks without a loop: closed as a generator is
del c
c = begun(plain())
del c
try:
    1 / 0
except ZeroDivisionError:
    for kind in (guarded, counting, handling, handling_itself):
        drop(kind.__name__, kind)
        begun(kind("closed")).close()
    g = begun(counting("thrown"))
    try:
        g.throw(GeneratorExit)
    except StopIteration:
        print("ended")

c = begun(guarded("resumed"))
try:
    c.send("go on")
except StopIteration:
    print("resumed to its end")
del c


async def main():
    half = begun(cleaned("with a task"))
    try:
        await half
    except RuntimeError as e:
        print(e)
    del half

    async def numbers():
        try:
            yield 1
        except BaseException as e:
            print("numbers", repr(e), described(e.__context__))
            raise

    try:
        1 / 0
    except ZeroDivisionError:
        a = numbers()
        await a.__anext__()
        await a.aclose()


asyncio.run(main())
