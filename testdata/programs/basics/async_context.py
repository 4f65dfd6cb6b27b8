import asyncio
from contextlib import asynccontextmanager


class Resource:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        await asyncio.sleep(0.01)
        print("open", self.name)
        return self

    async def __aexit__(self, kind, exc, tb):
        await asyncio.sleep(0.01)
        print("close", self.name, kind.__name__ if kind else None)
        return kind is KeyError


@asynccontextmanager
async def borrowed(name):
    print("borrow", name)
    try:
        yield name.upper()
    finally:
        print("return", name)


async def main():
    async with Resource("a") as a, Resource("b") as b:
        print(a.name, b.name)
    async with Resource("swallows"):
        raise KeyError("x")
    try:
        async with Resource("passes on"):
            raise IndexError("y")
    except IndexError as e:
        print("index", e)
    async with borrowed("book") as book:
        print(book)
    try:
        async with borrowed("pen"):
            1 / 0
    except ZeroDivisionError as e:
        print(e)


asyncio.run(main())
