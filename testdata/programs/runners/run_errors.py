import asyncio


async def main():
    pass


def attempt(what, *args, **kw):
    try:
        print(asyncio.run(*args, **kw))
    except Exception as e:
        print(what, type(e).__name__, str(e).split(",")[0].replace("got ", ""))


attempt("function", main)
attempt("none", None)
attempt("number", 5)


async def nested():
    c = main()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()


asyncio.run(nested())
